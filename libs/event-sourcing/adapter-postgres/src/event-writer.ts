import {
  type AppendReceipt,
  type Clock,
  ConcurrencyConflict,
  type FeedPosition,
  type GroupOutcome,
  type WaitingAppend,
  placedAppend,
  receiptOfRepeat,
  type RecordedEvent,
} from '@intekenboek/event-sourcing-core';

import { textArray } from './array-parameter';
import type { Ask } from './ask';
import { type AppendRecord, insertAppends } from './event-insert';
import { COLUMNS, eventOf } from './event-row';
import { isDuplicate, isFaultOfRow, isLostRace, notStorable } from './postgres-failure';

type Outcomes = Map<WaitingAppend, GroupOutcome<AppendReceipt>>;

/** What of the database this needs: statements one after another on one connection. */
interface WritingDatabase {
  write<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
}

const LOST_RACES_MAX = 3;

/** Writes groups of appends to different streams: one transaction for a group, unless one of it is at fault. */
export class EventWriter {
  constructor(
    private readonly database: WritingDatabase,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly shift: string,
  ) {}

  /** One outcome per append, in order. */
  async appendAll(appends: readonly WaitingAppend[]): Promise<readonly GroupOutcome<AppendReceipt>[]> {
    const outcomes: Outcomes = new Map();
    let failure: unknown;
    try {
      await this.database.write((ask) => this.append(ask, appends, outcomes));
    } catch (error) {
      // What had its outcome before keeps it.
      failure = error;
    }
    return appends.map((append) => outcomes.get(append) ?? { error: failure });
  }

  private async append(ask: Ask, appends: readonly WaitingAppend[], outcomes: Outcomes): Promise<void> {
    const inserted = await this.insert(ask, appends);
    if (inserted instanceof Error) return this.appendApart(ask, appends, outcomes, inserted);
    const left: WaitingAppend[] = [];
    for (const append of appends) {
      const position = inserted.get(append.stream);
      const revision = append.firstRevision + append.events.length - 1;
      if (position === undefined) left.push(append);
      else outcomes.set(append, { answer: { revision, position } });
    }
    if (left.length > 0) await answerOthers(ask, left, outcomes, conflictOf);
  }

  /** Nothing was inserted. In halves, then halves of halves, the one at fault is found and the others get in. */
  private async appendApart(
    ask: Ask,
    appends: readonly WaitingAppend[],
    outcomes: Outcomes,
    fault: Error,
  ): Promise<void> {
    if (appends.length === 1)
      return answerOthers(ask, appends, outcomes, (append) => refusalOf(append, fault));
    const middle = appends.length >> 1;
    await this.append(ask, appends.slice(0, middle), outcomes);
    await this.append(ask, appends.slice(middle), outcomes);
  }

  /** The positions of what was inserted, or the fault of a row or a part. @throws any other fault. */
  private async insert(
    ask: Ask,
    appends: readonly WaitingAppend[],
  ): Promise<ReadonlyMap<string, FeedPosition> | Error> {
    const [records, turn] = [
      appends.flatMap(recordsOf),
      { at: Date.parse(this.clock.now()), shift: this.shift },
    ];
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await insertAppends(ask, records, turn);
      } catch (error) {
        const isLost = isLostRace(error);
        // Parts of a group are less in the way of others than the whole.
        if (error instanceof Error && (isFaultOfRow(error) || (isLost && appends.length > 1))) return error;
        if (!isLost || attempt === LOST_RACES_MAX) throw error;
      }
    }
  }
}

/** Each is a repeat, takes an id that is in use, or gets the error of `refusal`. */
async function answerOthers(
  ask: Ask,
  appends: readonly WaitingAppend[],
  outcomes: Outcomes,
  refusal: (append: WaitingAppend) => Error,
): Promise<void> {
  const ids = appends.flatMap(({ events }) => events.map(({ eventId }) => eventId));
  const stored = await storedWith(ask, ids);
  for (const append of appends) {
    try {
      const earlier = receiptOfRepeat(placedAppend(append), (eventId) => stored.get(eventId));
      outcomes.set(append, earlier === undefined ? { error: refusal(append) } : { answer: earlier });
    } catch (error) {
      outcomes.set(append, { error });
    }
  }
}

async function storedWith(
  ask: Ask,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, RecordedEvent>> {
  const text = `select ${COLUMNS} from event_log.events where event_id = any($1::text[])`;
  const rows = await ask({ name: 'with-ids', text, values: [textArray(eventIds)] });
  return new Map(rows.map(eventOf).map((event) => [event.eventId, event]));
}

const conflictOf = ({ stream, expected }: WaitingAppend): Error => new ConcurrencyConflict(stream, expected);

/** What was a duplicate, of an id or of a place, is no id that is in use: so another was first at its place. */
const refusalOf = (append: WaitingAppend, fault: Error): Error =>
  isDuplicate(fault) ? conflictOf(append) : notStorable(append.stream, fault);

const recordsOf = (append: WaitingAppend): readonly AppendRecord[] => {
  const { stream, metadata, events, firstRevision } = append;
  return events.map(({ eventId, type, data, effectiveAt }, index) => {
    const revision = firstRevision + index;
    return { stream, revision, eventId, type, data, effectiveAt, metadata, firstRevision };
  });
};
