import {
  type AppendReceipt,
  type EventStore,
  FEED_START,
  type FeedPosition,
  type Instant,
  type RecordedEvent,
  type StreamSlice,
} from '@intekenboek/event-sourcing-core';

const TYPES = ['PromiseMade', 'PromiseReported', 'PromiseReported', 'SomethingElse', 'PromiseKept'];
const PROMISES = 211;

const positionOf = (number: number): FeedPosition => String(number).padStart(16, '0') as FeedPosition;
export const numberAt = (position: string): number => Number(position || 0);

/** Event `number` of the log, the same in every process. Every promise is made first, and told of many times. */
export function numberedEvent(number: number): RecordedEvent {
  const turn = Math.floor(number / PROMISES);
  return {
    eventId: `event-${number}`,
    type: turn === 0 ? 'PromiseMade' : (TYPES[(number + turn) % TYPES.length] ?? ''),
    data: { words: `${number} words`, filler: 'x'.repeat(number % 300) },
    effectiveAt: '2026-01-05T09:00:00.000Z' as Instant,
    recordedAt: '2026-01-05T09:00:00.000Z' as Instant,
    stream: `promise-${number % PROMISES}`,
    revision: turn,
    position: positionOf(number),
    metadata: { commandId: '', commandHash: '', personId: '', partyId: '' },
  };
}

/**
 * A log without a file, for tests that kill processes: it has `size` events, and one more whenever somebody waits for
 * news. `onRead` hears of every reading, which happens while the page before is being written.
 */
export class NumberedLog implements EventStore {
  constructor(
    private size: number,
    private readonly onRead: (after: number) => void = () => undefined,
  ) {}

  async logId(): Promise<string> {
    return 'numbered';
  }

  async readAll(after: FeedPosition, limit: number): Promise<readonly RecordedEvent[]> {
    const from = numberAt(after);
    this.onRead(from);
    const count = Math.max(0, Math.min(limit, this.size - from));
    return Array.from({ length: count }, (_, index) => numberedEvent(from + index + 1));
  }

  async readAt(position: FeedPosition): Promise<RecordedEvent | null> {
    const number = numberAt(position);
    return number > 0 && number <= this.size ? numberedEvent(number) : null;
  }

  async *follow(after: FeedPosition, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    let last = after;
    while (!signal.aborted) {
      await new Promise((resolve) => setImmediate(resolve));
      this.size += 1;
      const page = await this.readAll(last, 100);
      last = page.at(-1)?.position ?? last;
      yield page;
    }
  }

  async head(): Promise<FeedPosition> {
    return this.size === 0 ? FEED_START : positionOf(this.size);
  }

  async append(): Promise<AppendReceipt> {
    throw new Error('Nothing is appended to a log of numbers.');
  }

  async readStream(): Promise<StreamSlice> {
    throw new Error('A log of numbers is read as a whole.');
  }

  async close(): Promise<void> {
    // There is nothing to close.
  }
}
