import {
  type AppendReceipt,
  type Clock,
  ConcurrencyConflict,
  eventDataJson,
  type EventMetadata,
  eventsToImport,
  FEED_START,
  type FeedPosition,
  type Instant,
  type GroupOutcome,
  type WaitingAppend,
  placedAppend,
  receiptOfRepeat,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

import { isFaultOfRow } from './sqlite-failure';

const COLUMNS = 'position, stream, revision, event_id, type, data, effective_at, recorded_at, metadata';

type Row = readonly [
  position: number,
  stream: StreamName,
  revision: number,
  eventId: string,
  type: string,
  data: string,
  effectiveAt: Instant,
  recordedAt: Instant,
  metadata: string,
];

/** The table of events: one transaction per group of appends, and reads that see what was committed. */
export class EventTable {
  private readonly statements: ReturnType<typeof prepareAll>;
  private lastPosition: number;
  private lastRecordedAt: Instant | undefined;

  constructor(
    private readonly database: DatabaseSync,
    private readonly clock: Pick<Clock, 'now'>,
  ) {
    this.statements = prepareAll(database);
    const last = this.statements.last.get() as unknown as Row | undefined;
    this.lastPosition = last?.[0] ?? 0;
    this.lastRecordedAt = last?.[7];
  }

  /** Each append is done or refused by itself; all that are done are flushed together. @throws when none was done. */
  appendAll(appends: readonly WaitingAppend[]): readonly GroupOutcome<AppendReceipt>[] {
    const recordedAt = later(this.clock.now(), this.lastRecordedAt);
    return this.inTransaction(recordedAt, () => appends.map((append) => this.appendOne(append, recordedAt)));
  }

  /** Adds what is not there yet, as it was recorded, and flushes it. @throws when nothing was added. */
  importPage(page: readonly RecordedEvent[]): void {
    const added = eventsToImport(page, {
      lengthOf: (stream) => this.lengthOf(stream),
      eventAt: (stream, revision) => this.find(this.statements.atPlace, stream, revision),
      hasId: (eventId) => this.statements.hasId.get(eventId) !== undefined,
    });
    const latest = added.reduce((moment, { recordedAt }) => later(recordedAt, moment), this.lastRecordedAt);
    if (latest === undefined || added.length === 0) return;
    this.inTransaction(latest, () => {
      const positionBefore = this.lastPosition;
      for (const [index, event] of added.entries()) this.insert(positionBefore + 1 + index, event);
      this.lastPosition = positionBefore + added.length;
    });
  }

  lengthOf(stream: StreamName): number {
    const row = this.statements.headOfStream.get(stream) as unknown as readonly [number] | undefined;
    return row === undefined ? 0 : row[0] + 1;
  }

  ofStream(stream: StreamName, from: number): readonly RecordedEvent[] {
    return (this.statements.ofStream.all(stream, from) as unknown as Row[]).map(eventOf);
  }

  after(position: FeedPosition, limit: number): readonly RecordedEvent[] {
    return (this.statements.after.all(sequenceOf(position), limit) as unknown as Row[]).map(eventOf);
  }

  at(position: FeedPosition): RecordedEvent | undefined {
    return FORM.test(position) ? this.find(this.statements.atPosition, sequenceOf(position)) : undefined;
  }

  head(): FeedPosition {
    return this.lastPosition === 0 ? FEED_START : positionOf(this.lastPosition);
  }

  private appendOne(append: WaitingAppend, recordedAt: Instant): GroupOutcome<AppendReceipt> {
    const { stream, expected, firstRevision } = append;
    let fault: unknown;
    if (this.lengthOf(stream) === firstRevision) {
      try {
        return { answer: this.insertAll(append, recordedAt) };
      } catch (error) {
        if (!isFaultOfRow(error)) throw error;
        fault = error;
      }
    }
    // Only now the ids are looked up: nearly every append is new and at the right place.
    try {
      const { withId } = this.statements;
      const earlier = receiptOfRepeat(placedAppend(append), (eventId) => this.find(withId, eventId));
      if (earlier !== undefined) return { answer: earlier };
      return { error: fault ?? new ConcurrencyConflict(stream, expected) };
    } catch (error) {
      return { error };
    }
  }

  private insertAll(append: WaitingAppend, recordedAt: Instant): AppendReceipt {
    const { stream, events, metadata, firstRevision } = append;
    const { insert, savepoint, release, undo } = this.statements;
    const positionBefore = this.lastPosition;
    // A single insert that fails leaves nothing behind by itself.
    const isBatch = events.length > 1;
    if (isBatch) savepoint.run();
    try {
      for (const [index, { eventId, type, data, effectiveAt }] of events.entries()) {
        const [position, revision] = [positionBefore + 1 + index, firstRevision + index];
        insert.run(position, stream, revision, eventId, type, data, effectiveAt, recordedAt, metadata);
      }
    } catch (error) {
      if (isBatch && this.database.isTransaction) {
        undo.run();
        release.run();
      }
      throw error;
    }
    if (isBatch) release.run();
    this.lastPosition = positionBefore + events.length;
    return { revision: firstRevision + events.length - 1, position: positionOf(this.lastPosition) };
  }

  private insert(position: number, event: RecordedEvent): void {
    const { stream, revision, eventId, type, effectiveAt, recordedAt, metadata } = event;
    const [data, caused] = [eventDataJson(event), JSON.stringify(metadata)];
    const { insert } = this.statements;
    insert.run(position, stream, revision, eventId, type, data, effectiveAt, recordedAt, caused);
  }

  /** All of `work` is flushed, or none of it is done. A clock that is set back does not turn the log around. */
  private inTransaction<T>(recordedAt: Instant, work: () => T): T {
    const { begin, commit } = this.statements;
    const positionBefore = this.lastPosition;
    begin.run();
    try {
      const outcome = work();
      commit.run();
      this.lastRecordedAt = recordedAt;
      return outcome;
    } catch (error) {
      this.lastPosition = positionBefore;
      // Some faults, a full disk among them, have ended the transaction already.
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  private find(statement: StatementSync, ...key: readonly (string | number)[]): RecordedEvent | undefined {
    const row = statement.get(...key) as unknown as Row | undefined;
    return row && eventOf(row);
  }
}

const later = (a: Instant, b: Instant | undefined): Instant => (b === undefined || a > b ? a : b);

function prepareAll(database: DatabaseSync) {
  const prepare = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  return {
    begin: prepare('BEGIN IMMEDIATE'),
    commit: prepare('COMMIT'),
    savepoint: prepare('SAVEPOINT append'),
    undo: prepare('ROLLBACK TO append'),
    release: prepare('RELEASE append'),
    insert: prepare(`INSERT INTO events (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    headOfStream: prepare('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1'),
    hasId: prepare('SELECT 1 FROM events WHERE event_id = ?'),
    atPlace: prepare(`SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision = ?`),
    withId: prepare(`SELECT ${COLUMNS} FROM events WHERE event_id = ?`),
    ofStream: prepare(`SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision`),
    atPosition: prepare(`SELECT ${COLUMNS} FROM events WHERE position = ?`),
    after: prepare(`SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`),
    last: prepare(`SELECT ${COLUMNS} FROM events ORDER BY position DESC LIMIT 1`),
  };
}

function eventOf(row: Row): RecordedEvent {
  const [position, stream, revision, eventId, type, data, effectiveAt, recordedAt, metadata] = row;
  return {
    eventId,
    type,
    data: JSON.parse(data) as object,
    effectiveAt,
    stream,
    revision,
    position: positionOf(position),
    recordedAt,
    metadata: JSON.parse(metadata) as EventMetadata,
  };
}

// Sixteen digits hold every number that JavaScript counts exactly.
const positionOf = (sequence: number): FeedPosition => String(sequence).padStart(16, '0') as FeedPosition;

const FORM = /^\d{16}$/;

function sequenceOf(position: FeedPosition): number {
  if (position === FEED_START) return 0;
  if (!FORM.test(position)) throw new RangeError(`Position ${position} is of another kind of log.`);
  return Number(position);
}
