import type { Brand } from './brand';
import type { Instant } from './calendar';

/** `category-id`, for example `agreement-0190f5…`. The category has no hyphen. */
export type StreamName = `${string}-${string}`;

/** The place of the last event in a stream, from 0; `no-stream` when there is none. */
export type StreamRevision = number | 'no-stream';

/**
 * A place in the whole feed. Opaque, but ordered as text: of two positions the later one is the greater string.
 * Those of one kind of store have one length, in which the tiers differ, so that a position of before a move is known
 * for what it is. `FEED_START` lies before the first event.
 */
export type FeedPosition = Brand<string, 'FeedPosition'>;
export const FEED_START = '' as FeedPosition;

export interface EventToAppend {
  /** Made from the command id, so that the same command never stores two events (ADR-0004). */
  readonly eventId: string;
  readonly type: string;
  readonly data: object;
  /** When it happened in the world. */
  readonly effectiveAt: Instant;
}

/** Who and what caused an event. Ids only: no names, no addresses. */
export interface EventMetadata {
  readonly commandId: string;
  /** Hash of what the sender asked, so that the same id with other content can be told apart. */
  readonly commandHash: string;
  readonly personId: string;
  readonly partyId: string;
}

export interface RecordedEvent extends EventToAppend {
  readonly stream: StreamName;
  readonly revision: number;
  readonly position: FeedPosition;
  /** When the store recorded it, by the clock of the store's host. */
  readonly recordedAt: Instant;
  readonly metadata: EventMetadata;
}

export interface StreamSlice {
  readonly revision: StreamRevision;
  readonly events: readonly RecordedEvent[];
}

export interface AppendReceipt {
  /** Of the last event appended. */
  readonly revision: number;
  readonly position: FeedPosition;
}

/**
 * The truth. Whatever was acknowledged survives the loss of the process and of power; whatever was not, either is
 * there whole or not at all. Every adapter passes `eventStoreContract`.
 */
export interface EventStore {
  /** Identity of this log, made when it was created: a read model built from another log must not be trusted. */
  logId(): Promise<string>;

  /**
   * Appends all events (one or more) or none. `expected` has no default, because "any revision" is a lost update in
   * disguise. The same events with the same ids at the same place are acknowledged again and stored once, also when
   * the stream has grown since. Of several reasons to refuse, the first of this list is given.
   * @throws EventTooLarge when the data of an event is larger than `EVENT_BYTES_MAX`.
   * @throws EventIdTaken when an event id is in use elsewhere in the log, or here for another content.
   * @throws ConcurrencyConflict when the stream is not at `expected`.
   * @throws EventStoreUnavailable when the store cannot write; after it the outcome of this append is unknown, and
   *   sending the same again is safe.
   */
  append(
    stream: StreamName,
    events: readonly EventToAppend[],
    expected: StreamRevision,
    metadata: EventMetadata,
  ): Promise<AppendReceipt>;

  /** Events of one stream in order, from revision `from` (0 when absent); `revision` is that of the whole stream. */
  readStream(stream: StreamName, from?: number): Promise<StreamSlice>;

  /**
   * At most `limit` (1 or more) events after `after`, in the one order that every reader sees: what is read once is
   * never preceded later by something new.
   */
  readAll(after: FeedPosition, limit: number): Promise<readonly RecordedEvent[]>;

  /**
   * The event at just this position; null when there is none: it was never given out, or what stood there was lost when
   * a backup was restored.
   */
  readAt(position: FeedPosition): Promise<RecordedEvent | null>;

  /**
   * Pages after `after` as they come, waiting at the end of the feed. Ends, without an error, when `signal` aborts or
   * the store closes. Never an empty page.
   */
  follow(after: FeedPosition, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;

  /** The position of the last event, `FEED_START` when the log is empty. */
  head(): Promise<FeedPosition>;

  /** Waits for appends under way. Any other call but `follow` fails after it with EventStoreUnavailable; closing again is safe. */
  close(): Promise<void>;
}

/** The largest `data` of one event, in bytes of its JSON (1 MiB): evidence is referred to, not put into events. */
export const EVENT_BYTES_MAX = 1_048_576;

export class ConcurrencyConflict extends Error {
  override readonly name = 'ConcurrencyConflict';

  constructor(
    readonly stream: StreamName,
    readonly expected: StreamRevision,
  ) {
    super(`Stream ${stream} is no longer at revision ${expected}.`);
  }
}

export class EventIdTaken extends Error {
  override readonly name = 'EventIdTaken';

  constructor(readonly eventId: string) {
    super(`Event id ${eventId} is in use for another event.`);
  }
}

export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';

  constructor(
    readonly eventId: string,
    readonly bytes: number,
  ) {
    super(`Event ${eventId} has ${bytes} bytes of data; at most ${EVENT_BYTES_MAX} are stored.`);
  }
}

/** The store is closed, full, damaged, overloaded or out of reach. The message is for the operator and says what to do. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}
