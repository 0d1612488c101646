import {
  FEED_START,
  type FeedPosition,
  type RecordedEvent,
  type StreamName,
  type StreamSlice,
} from '@intekenboek/event-sourcing-core';

import type { Ask } from './ask';
import { COLUMNS, eventOf } from './event-row';
import { isPosition, placeOf, positionOf } from './feed-position';

/** A page of the feed. */
export interface FeedPage {
  readonly events: readonly RecordedEvent[];
  /** True when there is more that is committed, and must wait for a transaction that began to write before it. */
  readonly isHeldBack: boolean;
}

// From the last event on when there is none from `$2` on: its revision is that of the stream.
const STREAM = `
  select ${COLUMNS} from event_log.events
  where stream = $1 and revision >= least($2::integer,
    (select last.revision from event_log.events last where last.stream = $1 order by last.revision desc limit 1))
  order by revision`;

// What is below the number of the oldest transaction under way can never be preceded by something new.
const PAGE = `
  select ${COLUMNS} from event_log.events
  where (transaction_id, position) > ($1::bigint, $2::bigint)
    and transaction_id < coalesce($3::bigint, pg_snapshot_xmin(pg_current_snapshot())::text::bigint + $4::bigint)
  order by transaction_id, position limit $5`;

// Other transactions under way, of other tables and even of other databases, need not hold the feed back: only those
// that may write events do, and they hold a lock on the table from before they have a number until they are seen by
// everyone. The locks are looked at after the snapshot is taken, and the page is read in a later one. A writer whose
// number is not among the locks yet may have any number of those under way.
const BOUND = `
  with locks as materialized (select * from pg_locks where granted),
  writers as materialized (
    select virtualtransaction from locks
    where locktype = 'relation' and mode = 'RowExclusiveLock' and relation = 'event_log.events'::regclass
      and database = (select oid from pg_database where datname = current_database())
  ),
  numbers as materialized (
    select virtualtransaction, transactionid from locks join writers using (virtualtransaction)
    where locktype = 'transactionid' and mode = 'ExclusiveLock'
  )
  select $3::bigint + least(
    pg_snapshot_xmax(taken)::text::bigint,
    (select min(number::text::bigint) from pg_snapshot_xip(taken) number
      where number::xid in (select transactionid from numbers)),
    (select pg_snapshot_xmin(taken)::text::bigint
      where exists (select from writers where virtualtransaction not in (select virtualtransaction from numbers)))
  )
  from pg_current_snapshot() taken
  where exists (select from event_log.events where (transaction_id, position) > ($1::bigint, $2::bigint))`;

const AT = `
  select ${COLUMNS} from event_log.events where transaction_id = $1::bigint and position = $2::bigint`;

const HEAD = `
  select transaction_id, position from event_log.events order by transaction_id desc, position desc limit 1`;

/** Reads what is committed: a stream as it is now, and the feed as far as its order is certain. */
export class EventReader {
  constructor(
    private readonly ask: Ask,
    private readonly shift: string,
  ) {}

  async stream(stream: StreamName, from: number): Promise<StreamSlice> {
    const rows = await this.ask({ name: 'stream', text: STREAM, values: [stream, from] });
    const events = rows.map(eventOf);
    const last = events.at(-1);
    if (last === undefined) return { revision: 'no-stream', events };
    return { revision: last.revision, events: last.revision < from ? [] : events };
  }

  async page(after: FeedPosition, limit: number): Promise<FeedPage> {
    const { transaction, position } = placeOf(after);
    const place = [transaction, position];
    const certain = await this.below(place, null, limit);
    if (certain.length > 0) return { events: certain, isHeldBack: false };
    const [row] = await this.ask({ name: 'bound', text: BOUND, values: [...place, this.shift] });
    if (row === undefined) return { events: [], isHeldBack: false };
    const events = await this.below(place, String(row[0]), limit);
    return { events, isHeldBack: events.length === 0 };
  }

  /** Also when the feed does not come to it yet. */
  async at(position: FeedPosition): Promise<RecordedEvent | null> {
    if (!isPosition(position)) return null;
    const { transaction, position: number } = placeOf(position);
    const [row] = await this.ask({ name: 'at', text: AT, values: [transaction, number] });
    return row === undefined ? null : eventOf(row);
  }

  /** The last event that is committed. While a transaction under way holds the feed back, no page comes to it yet. */
  async head(): Promise<FeedPosition> {
    const [row] = await this.ask({ name: 'head', text: HEAD });
    return row === undefined ? FEED_START : positionOf(String(row[0]), String(row[1]));
  }

  private async below(
    place: readonly string[],
    bound: string | null,
    limit: number,
  ): Promise<readonly RecordedEvent[]> {
    const rows = await this.ask({ name: 'page', text: PAGE, values: [...place, bound, this.shift, limit] });
    return rows.map(eventOf);
  }
}
