import { randomUUID } from 'node:crypto';

import { StandInJournal } from './stand-in-journal';
import type { ProposedEvent, StoredEvent } from './stored-event';

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly ProposedEvent[];
}

export type ExpectedRevision = number | 'ANY' | 'NO_STREAM' | 'STREAM_EXISTS';

export type AppendOutcome =
  | { readonly kind: 'DONE'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'WRONG_EXPECTED_REVISION'; readonly current: number }
  | { readonly kind: 'STREAM_DELETED' };

/** The revision of a stream that is not there. */
export const NO_REVISION = -1;

const RECORD_BYTES = 96;
const SYSTEM_EVENT_EVERY = 5;

/**
 * What the nodes of a stand-in share: one log in one order. An append is checked as the real server does it: exact by
 * event ids where a revision or no stream is expected, and without ever looking at the content.
 */
export class StandInLog {
  private readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly deleted = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private nextPosition = 0n;
  private appends = 0;

  private constructor(
    private readonly journal: StandInJournal | undefined,
    private readonly nowMs: () => number,
  ) {}

  /** `folder` keeps what was acknowledged over a kill of the process, not over a loss of power. */
  static open(folder?: string, nowMs: () => number = Date.now): StandInLog {
    const journal = folder === undefined ? undefined : new StandInJournal(folder);
    const log = new StandInLog(journal, nowMs);
    for (const events of journal?.recover() ?? []) events.forEach((event) => log.keep(event));
    if (log.length === 0) log.beginAsServersDo();
    return log;
  }

  get length(): number {
    return this.all.length;
  }

  at(index: number): StoredEvent {
    const event = this.all[index];
    if (event === undefined) throw new RangeError(`The log has no event ${index}.`);
    return event;
  }

  ofStream(stream: string): readonly StoredEvent[] {
    return this.streams.get(stream) ?? [];
  }

  isDeleted(stream: string): boolean {
    return this.deleted.has(stream);
  }

  /** How many events lie before `position`; undefined when no event has that position. */
  indexOf(position: bigint): number | undefined {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle).position < position) low = middle + 1;
      else high = middle;
    }
    return this.all[low]?.position === position ? low : undefined;
  }

  append({ stream, expected, events }: Append): AppendOutcome {
    if (this.deleted.has(stream)) return { kind: 'STREAM_DELETED' };
    const before = this.ofStream(stream);
    const current = before.length - 1;
    const repeated = repeatedIn(before, expected, events);
    if (repeated === 'PARTLY') return { kind: 'WRONG_EXPECTED_REVISION', current };
    if (repeated !== undefined) {
      return { kind: 'DONE', revision: repeated.revision, position: repeated.position };
    }
    if (!isAt(current, expected)) return { kind: 'WRONG_EXPECTED_REVISION', current };
    const last = this.store(stream, events);
    this.appends += 1;
    if (this.appends % SYSTEM_EVENT_EVERY === 0) this.appendSystemEvents(1);
    this.announce();
    return { kind: 'DONE', revision: last?.revision ?? current, position: last?.position ?? 0n };
  }

  /** Events of the server itself, as they lie among those of its users: statistics, and results of a projection. */
  appendSystemEvents(count: number): void {
    for (let n = 0; n < count; n += 1) {
      const ofProjection = (this.all.length + n) % 2 === 0;
      const stream = ofProjection ? '$projections-tally-result' : '$stats-127.0.0.1:2113';
      this.store(stream, [systemEvent(ofProjection ? 'Result' : '$statsCollected')]);
    }
    this.announce();
  }

  /** After it the stream is gone for ever, as an operator can do by hand. */
  tombstone(stream: string): void {
    this.deleted.add(stream);
  }

  onAppended(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.journal?.close();
  }

  private beginAsServersDo(): void {
    this.store('$users', [systemEvent('$User')]);
    this.store('$user-admin', [systemEvent('$UserCreated')]);
    this.store('$$$settings', [systemEvent('$metadata')]);
  }

  private store(stream: string, events: readonly ProposedEvent[]): StoredEvent | undefined {
    const first = this.ofStream(stream).length;
    // As it is: the real server does not keep its own clock from going back either.
    const createdMs = this.nowMs();
    let position = this.nextPosition;
    const stored = events.map((event, offset) => {
      const place = { stream, revision: first + offset, position, createdMs };
      position += BigInt(RECORD_BYTES + stream.length + sizeOf(event));
      return { ...event, ...place };
    });
    this.journal?.write(stored);
    stored.forEach((event) => this.keep(event));
    return stored.at(-1);
  }

  private keep(event: StoredEvent): void {
    this.all.push(event);
    const ofStream = this.streams.get(event.stream);
    if (ofStream === undefined) this.streams.set(event.stream, [event]);
    else ofStream.push(event);
    this.nextPosition = event.position + BigInt(RECORD_BYTES + event.stream.length + sizeOf(event));
  }

  private announce(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** What the server counts against its limits. */
export const sizeOf = ({ type, data, metadata }: ProposedEvent): number =>
  type.length * 2 + data.length + metadata.length;

function isAt(current: number, expected: ExpectedRevision): boolean {
  switch (expected) {
    case 'ANY':
      return true;
    case 'NO_STREAM':
      return current === NO_REVISION;
    case 'STREAM_EXISTS':
      return current > NO_REVISION;
    default:
      return current === expected;
  }
}

/** The last event of an append that was done before; `PARTLY` when only its beginning was. */
function repeatedIn(
  before: readonly StoredEvent[],
  expected: ExpectedRevision,
  events: readonly ProposedEvent[],
): StoredEvent | 'PARTLY' | undefined {
  const first = events[0];
  if (first === undefined) return undefined;
  const start =
    expected === 'ANY' || expected === 'STREAM_EXISTS'
      ? before.findLastIndex(({ id }) => id === first.id)
      : (expected === 'NO_STREAM' ? NO_REVISION : expected) + 1;
  const matches = events.filter(({ id }, offset) => start >= 0 && before[start + offset]?.id === id);
  if (matches.length === 0) return undefined;
  return matches.length === events.length ? before[start + events.length - 1] : 'PARTLY';
}

const systemEvent = (type: string): ProposedEvent => ({
  id: randomUUID(),
  type,
  isJson: true,
  data: Buffer.from('{"of":"the server"}'),
  metadata: Buffer.alloc(0),
});
