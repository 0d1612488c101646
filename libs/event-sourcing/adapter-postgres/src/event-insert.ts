import type { FeedPosition, Instant, StreamName } from '@intekenboek/event-sourcing-core';

import { integerArray, textArray } from './array-parameter';
import type { Ask, Row, Statement } from './ask';
import { positionOf } from './feed-position';
import { LOCK_CLASS, TURN_LOCK } from './migrations';

/** An event as it will stand in the table; data and metadata are JSON already. */
export interface EventRecord {
  readonly stream: StreamName;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly data: string;
  readonly effectiveAt: Instant;
  readonly metadata: string;
}

// A turn gives a transaction its number and its moment of recording together: the lock is held for some microseconds,
// in which nothing is flushed, sent or waited for. So moments never go back in the order of transactions, whatever the
// clocks of the writing processes say. CASE keeps the order of what has effects: lock, number, moment; then unlock.
const TURN = `
  began as materialized (
    select case
      when pg_advisory_lock(${LOCK_CLASS}, ${TURN_LOCK}) is null then null
      when pg_current_xact_id() is null then null
      else setval('event_log.moment', greatest(pg_sequence_last_value('event_log.moment'), $1::bigint))
    end as moment
  ),
  turn as materialized (
    select pg_current_xact_id()::text::bigint + $2::bigint as transaction_id,
      to_char(to_timestamp(moment / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at,
      pg_advisory_unlock(${LOCK_CLASS}, ${TURN_LOCK}) as is_over
    from began
  )`;

const SENT = [
  ['stream', 'text'],
  ['revision', 'integer'],
  ['event_id', 'text'],
  ['type', 'text'],
  ['data', 'text'],
  ['effective_at', 'text'],
  ['metadata', 'text'],
] as const;
const SENT_FROM = 3;

/** A group comes as arrays, one for each column; a lone event, the usual append, as it is: that is a tenth faster. */
type Form = 'GROUP' | 'LONE';

// Arrays are unfolded in the list of columns, row by row; in FROM each would first be laid down as a table, which would
// cost a small group a quarter of its time.
const sent = (form: Form, last: readonly [name: string, type: string]) => {
  const columns = [...SENT, last].map(([name, type], index) => {
    const place = `$${SENT_FROM + index}`;
    return form === 'LONE' ? `${place}::${type} as ${name}` : `unnest(${place}::${type}[]) as ${name}`;
  });
  return `sent as (select ${columns.join(', ')})`;
};
const TARGET = `insert into event_log.events
    (transaction_id, stream, revision, event_id, type, data, effective_at, metadata, recorded_at)`;
const VALUES =
  'turn.transaction_id, stream, revision, event_id, type, data::json, effective_at, metadata::json';

// One statement and so one snapshot, taken before the transaction has its number: whoever saw a revision has a higher
// number than who wrote it, and the feed has every stream in its own order.
const append = (form: Form) => `
  with ${TURN}, ${sent(form, ['first_revision', 'integer'])}
  ${TARGET}
  select ${VALUES}, turn.recorded_at from turn, sent
  where turn.is_over and first_revision = coalesce(
    (select there.revision + 1 from event_log.events there
      where there.stream = sent.stream order by there.revision desc limit 1), 0)
  returning stream, transaction_id, position`;
const APPEND = { GROUP: append('GROUP'), LONE: append('LONE') };

const IMPORT = `
  with ${TURN}, ${sent('GROUP', ['kept_at', 'text'])}
  ${TARGET}
  select ${VALUES}, kept_at from turn, sent
  where turn.is_over`;

/** What a transaction needs for its turn. */
interface TurnOptions {
  /** Milliseconds since 1970. What was recorded last may be later, and then holds. */
  readonly at: number;
  readonly shift: string;
}

/** One of an append that begins at `firstRevision`, where its stream must stand. */
export interface AppendRecord extends EventRecord {
  readonly firstRevision: number;
}

/**
 * Inserts the events of those streams that stand where they must, in the order given, and gives for each such stream
 * the position of its last event. Nothing is inserted when a row is at fault.
 */
export function insertAppends(
  ask: Ask,
  records: readonly AppendRecord[],
  turn: TurnOptions,
): Promise<ReadonlyMap<string, FeedPosition>> {
  const [first] = records;
  const isLone = first !== undefined && records.length === 1;
  return ask(isLone ? loneAppend(first, turn) : groupAppend(records, turn)).then(lastPositions);
}

function lastPositions(rows: readonly Row[]): ReadonlyMap<string, FeedPosition> {
  const positions = new Map<string, FeedPosition>();
  for (const [stream, transaction, position] of rows) {
    positions.set(String(stream), positionOf(String(transaction), String(position)));
  }
  return positions;
}

function loneAppend(record: AppendRecord, { at, shift }: TurnOptions): Statement {
  const { stream, revision, eventId, type, data, effectiveAt, metadata, firstRevision } = record;
  const values = [at, shift, stream, revision, eventId, type, data, effectiveAt, metadata, firstRevision];
  return { name: 'append-lone', text: APPEND.LONE, values };
}

function groupAppend(records: readonly AppendRecord[], turn: TurnOptions): Statement {
  const last = integerArray(records.map(({ firstRevision }) => firstRevision));
  return { name: 'append', text: APPEND.GROUP, values: [...columnsOf(records, turn), last] };
}

/** Inserts events that keep the moment at which another log recorded them; none of those may be later than `turn.at`. */
export async function insertImported(
  ask: Ask,
  records: readonly (EventRecord & { readonly recordedAt: Instant })[],
  turn: TurnOptions,
): Promise<void> {
  const last = textArray(records.map(({ recordedAt }) => recordedAt));
  await ask({ name: 'import', text: IMPORT, values: [...columnsOf(records, turn), last] });
}

function columnsOf(records: readonly EventRecord[], { at, shift }: TurnOptions): readonly unknown[] {
  const texts = (of: (record: EventRecord) => string) => textArray(records.map(of));
  return [
    at,
    shift,
    texts(({ stream }) => stream),
    integerArray(records.map(({ revision }) => revision)),
    texts(({ eventId }) => eventId),
    texts(({ type }) => type),
    texts(({ data }) => data),
    texts(({ effectiveAt }) => effectiveAt),
    texts(({ metadata }) => metadata),
  ];
}
