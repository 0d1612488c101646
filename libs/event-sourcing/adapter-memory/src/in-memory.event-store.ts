import {
  type AppendReceipt,
  type Clock,
  ConcurrencyConflict,
  eventDataJson,
  type EventMetadata,
  type EventStore,
  EventStoreUnavailable,
  type EventToAppend,
  FEED_START,
  FeedNews,
  type FeedPosition,
  type Instant,
  type PlacedAppend,
  receiptOfRepeat,
  type RecordedEvent,
  type StreamName,
  type StreamRevision,
  type StreamSlice,
} from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';

const PAGE_EVENTS = 500;

const systemClock: Pick<Clock, 'now'> = { now: () => new Date().toISOString() as Instant };

/** For tests and for trying out: it forgets, but keeps the same contract as the stores that do not. */
export class InMemoryEventStore implements EventStore {
  private readonly id = randomUUID();
  private readonly news = new FeedNews();
  // JSON texts, so that neither a writer nor a reader can change what is stored. Index 0 of the feed has position 1.
  private readonly feed: string[] = [];
  private readonly jsonOfStream = new Map<StreamName, string[]>();
  private readonly jsonOfEvent = new Map<string, string>();
  private lastRecordedAt: Instant | undefined;
  private isClosed = false;

  constructor(private readonly clock: Pick<Clock, 'now'> = systemClock) {}

  async logId(): Promise<string> {
    this.requireOpen();
    return this.id;
  }

  async append(
    stream: StreamName,
    events: readonly EventToAppend[],
    expected: StreamRevision,
    metadata: EventMetadata,
  ): Promise<AppendReceipt> {
    this.requireOpen();
    if (events.length === 0) throw new RangeError(`Nothing to append to ${stream}.`);
    for (const event of events) eventDataJson(event);
    const firstRevision = expected === 'no-stream' ? 0 : expected + 1;
    const append = { stream, events, firstRevision, metadata };
    const repeated = receiptOfRepeat(append, (eventId) => this.find(eventId));
    if (repeated !== undefined) return repeated;
    if (firstRevision !== this.lengthOf(stream)) throw new ConcurrencyConflict(stream, expected);
    return this.store(append);
  }

  async readStream(stream: StreamName, from = 0): Promise<StreamSlice> {
    this.requireOpen();
    const length = this.lengthOf(stream);
    return {
      revision: length === 0 ? 'no-stream' : length - 1,
      events: (this.jsonOfStream.get(stream) ?? []).slice(from).map(parse),
    };
  }

  async readAll(after: FeedPosition, limit: number): Promise<readonly RecordedEvent[]> {
    this.requireOpen();
    return this.page(after, limit);
  }

  follow(after: FeedPosition, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return this.news.follow((position) => this.page(position, PAGE_EVENTS), after, signal);
  }

  async head(): Promise<FeedPosition> {
    this.requireOpen();
    return this.feed.length === 0 ? FEED_START : positionOf(this.feed.length - 1);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.news.end();
  }

  private store({ stream, events, firstRevision, metadata }: PlacedAppend): AppendReceipt {
    const texts = this.jsonOfStream.get(stream) ?? [];
    const recordedAt = this.recordedNow();
    for (const [offset, { eventId, type, data, effectiveAt }] of events.entries()) {
      const place = { stream, revision: firstRevision + offset, position: positionOf(this.feed.length) };
      const event: RecordedEvent = { eventId, type, data, effectiveAt, ...place, recordedAt, metadata };
      const json = JSON.stringify(event);
      this.feed.push(json);
      this.jsonOfEvent.set(eventId, json);
      texts.push(json);
    }
    this.jsonOfStream.set(stream, texts);
    this.news.announce();
    return { revision: texts.length - 1, position: positionOf(this.feed.length - 1) };
  }

  private page(after: FeedPosition, limit: number): readonly RecordedEvent[] {
    return this.feed.slice(Number(after), Number(after) + limit).map(parse);
  }

  private find(eventId: string): RecordedEvent | undefined {
    const json = this.jsonOfEvent.get(eventId);
    return json === undefined ? undefined : parse(json);
  }

  private lengthOf(stream: StreamName): number {
    return this.jsonOfStream.get(stream)?.length ?? 0;
  }

  /** A clock that is set back does not turn the order of the log around. */
  private recordedNow(): Instant {
    const now = this.clock.now();
    if (this.lastRecordedAt === undefined || now > this.lastRecordedAt) this.lastRecordedAt = now;
    return this.lastRecordedAt;
  }

  private requireOpen(): void {
    if (this.isClosed) throw new EventStoreUnavailable('The event store in memory is closed.');
  }
}

const parse = (json: string): RecordedEvent => JSON.parse(json) as RecordedEvent;

const positionOf = (index: number): FeedPosition => String(index + 1).padStart(16, '0') as FeedPosition;
