import {
  type AppendReceipt,
  type Clock,
  ConcurrencyConflict,
  eventDataJson,
  type EventImport,
  type EventMetadata,
  eventsToImport,
  type EventStore,
  EventStoreUnavailable,
  type EventToAppend,
  FEED_START,
  FeedNews,
  type FeedPosition,
  firstRevisionAfter,
  type Instant,
  nothingToAppend,
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
export class InMemoryEventStore implements EventStore, EventImport {
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
    if (events.length === 0) throw nothingToAppend(stream);
    for (const event of events) eventDataJson(event);
    const firstRevision = firstRevisionAfter(expected);
    const append = { stream, events, firstRevision, metadata };
    const repeated = receiptOfRepeat(append, (eventId) => this.find(eventId));
    if (repeated !== undefined) return repeated;
    if (firstRevision !== this.lengthOf(stream)) throw new ConcurrencyConflict(stream, expected);
    return this.store(append);
  }

  async importEvents(page: readonly RecordedEvent[]): Promise<void> {
    this.requireOpen();
    const added = eventsToImport(page, {
      lengthOf: (stream) => this.lengthOf(stream),
      eventAt: (stream, revision) => this.eventAt(stream, revision),
      hasId: (eventId) => this.jsonOfEvent.has(eventId),
    });
    for (const event of added) {
      this.add({ ...event, position: positionOf(this.feed.length) });
      this.lastRecordedAt = later(event.recordedAt, this.lastRecordedAt);
    }
    this.news.announce();
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

  async readAt(position: FeedPosition): Promise<RecordedEvent | null> {
    this.requireOpen();
    const [json] = this.feed.slice(Number(position) - 1, Number(position));
    return json === undefined ? null : parse(json);
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
    const recordedAt = this.recordedNow();
    for (const [offset, { eventId, type, data, effectiveAt }] of events.entries()) {
      const place = { stream, revision: firstRevision + offset, position: positionOf(this.feed.length) };
      this.add({ eventId, type, data, effectiveAt, ...place, recordedAt, metadata });
    }
    this.news.announce();
    return { revision: this.lengthOf(stream) - 1, position: positionOf(this.feed.length - 1) };
  }

  private add(event: RecordedEvent): void {
    const json = JSON.stringify(event);
    this.feed.push(json);
    this.jsonOfEvent.set(event.eventId, json);
    const texts = this.jsonOfStream.get(event.stream);
    if (texts === undefined) this.jsonOfStream.set(event.stream, [json]);
    else texts.push(json);
  }

  private page(after: FeedPosition, limit: number): readonly RecordedEvent[] {
    return this.feed.slice(Number(after), Number(after) + limit).map(parse);
  }

  private find(eventId: string): RecordedEvent | undefined {
    const json = this.jsonOfEvent.get(eventId);
    return json === undefined ? undefined : parse(json);
  }

  private eventAt(stream: StreamName, revision: number): RecordedEvent | undefined {
    const json = this.jsonOfStream.get(stream)?.[revision];
    return json === undefined ? undefined : parse(json);
  }

  private lengthOf(stream: StreamName): number {
    return this.jsonOfStream.get(stream)?.length ?? 0;
  }

  /** A clock that is set back does not turn the order of the log around. */
  private recordedNow(): Instant {
    this.lastRecordedAt = later(this.clock.now(), this.lastRecordedAt);
    return this.lastRecordedAt;
  }

  private requireOpen(): void {
    if (this.isClosed) throw new EventStoreUnavailable('The event store in memory is closed.');
  }
}

const later = (a: Instant, b: Instant | undefined): Instant => (b === undefined || a > b ? a : b);

const parse = (json: string): RecordedEvent => JSON.parse(json) as RecordedEvent;

const positionOf = (index: number): FeedPosition => String(index + 1).padStart(16, '0') as FeedPosition;
