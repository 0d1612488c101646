import type { EventStore, FeedPosition, RecordedEvent } from '@intekenboek/event-sourcing-core';

/** Events in order. `isFull` when there were as many as were asked for, so that there may be more. */
export interface FeedPage {
  readonly events: readonly RecordedEvent[];
  readonly isFull: boolean;
}

// A store may block while it reads: in slices, queries get their turn in between.
const SLICE = 5_000;

/** Reads the feed one page ahead of who asks, so that reading and writing go on at the same time. */
export class FeedReader {
  private ahead: { readonly after: FeedPosition; readonly page: Promise<FeedPage> } | null = null;

  constructor(private readonly eventStore: EventStore) {}

  /** At most `limit` events, or as many as were asked for when this page was read ahead. */
  async read(after: FeedPosition, limit: number): Promise<FeedPage> {
    if (this.ahead?.after !== after) return this.readSlices(after, limit);
    const { page } = this.ahead;
    this.ahead = null;
    return page;
  }

  /** Begins to read what comes after `after`, once the writing has begun. An error is met by who asks for the page. */
  readAhead(after: FeedPosition, limit: number): void {
    const page = nextTurn().then(() => this.readSlices(after, limit));
    page.catch(() => undefined);
    this.ahead = { after, page };
  }

  /** The next events after the end of the feed; none when `signal` aborts first. */
  async waitForNews(after: FeedPosition, signal: AbortSignal): Promise<readonly RecordedEvent[]> {
    for await (const page of this.eventStore.follow(after, signal)) return page;
    return [];
  }

  private async readSlices(after: FeedPosition, limit: number): Promise<FeedPage> {
    const slices: (readonly RecordedEvent[])[] = [];
    let rest = limit;
    while (rest > 0) {
      const size = Math.min(SLICE, rest);
      const slice = await this.eventStore.readAll(slices.at(-1)?.at(-1)?.position ?? after, size);
      slices.push(slice);
      if (slice.length < size) break;
      rest -= size;
      await nextTurn();
    }
    return { events: slices.flat(), isFull: rest === 0 };
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
