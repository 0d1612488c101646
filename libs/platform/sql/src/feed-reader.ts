import type { EventStore, FeedPosition, RecordedEvent } from '@intekenboek/event-sourcing-core';

type Page = readonly RecordedEvent[];

// A store may block while it reads: in slices, queries get their turn in between.
const SLICE = 5_000;

/** Reads the feed one page ahead of who asks, so that reading and writing go on at the same time. */
export class FeedReader {
  private ahead: { readonly after: FeedPosition; readonly page: Promise<Page> } | null = null;

  constructor(private readonly eventStore: EventStore) {}

  async read(after: FeedPosition, limit: number): Promise<Page> {
    const ahead = this.ahead?.after === after ? await this.ahead.page : null;
    this.ahead = null;
    return ahead ?? (await this.readSlices(after, limit));
  }

  /** Begins to read what comes after `after`, as soon as the database has something to do. An error is met by who asks for the page. */
  readAhead(after: FeedPosition, limit: number): void {
    const page = nextTurn().then(() => this.readSlices(after, limit));
    page.catch(() => undefined);
    this.ahead = { after, page };
  }

  /** The next page after the end of the feed; empty when `signal` aborts first. */
  async waitForNews(after: FeedPosition, signal: AbortSignal): Promise<Page> {
    for await (const page of this.eventStore.follow(after, signal)) return page;
    return [];
  }

  private async readSlices(after: FeedPosition, limit: number): Promise<Page> {
    const slices: Page[] = [];
    let rest = limit;
    while (rest > 0) {
      const size = Math.min(SLICE, rest);
      const slice = await this.eventStore.readAll(slices.at(-1)?.at(-1)?.position ?? after, size);
      slices.push(slice);
      if (slice.length < size) break;
      rest -= size;
      await nextTurn();
    }
    return slices.flat();
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
