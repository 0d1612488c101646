import { type EventStore, FEED_START, type FeedPosition, type RecordedEvent } from './event-store.port';

const PAGE_EVENTS = 1_000;

interface FeedPart {
  /** FEED_START when absent. */
  readonly after?: FeedPosition | undefined;
  /** The last position that is read; when absent, all that is there. */
  readonly until?: FeedPosition | undefined;
  /** At most so many events at once; 1,000 when absent. */
  readonly pageEvents?: number | undefined;
  /** Its reason is thrown, between two pages, when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/** A part of the feed in pages, never an empty one. Ends where the feed ends: who waits there uses `follow`. */
export async function* pagesOf(
  store: EventStore,
  { after = FEED_START, until, pageEvents = PAGE_EVENTS, signal }: FeedPart,
): AsyncGenerator<readonly RecordedEvent[], void> {
  let position = after;
  for (;;) {
    signal?.throwIfAborted();
    const page = await store.readAll(position, pageEvents);
    const part = until === undefined ? page : page.filter((event) => event.position <= until);
    if (part.length > 0) yield part;
    const last = page.at(-1);
    if (last === undefined || part.length < page.length) return;
    position = last.position;
    // A store in memory or in a file answers at once: without this turn nothing else would run until the end.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The next `count` events after `after`; fewer only where the feed ends. */
export async function eventsAfter(
  store: EventStore,
  after: FeedPosition,
  count: number,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  while (events.length < count) {
    const page = await store.readAll(events.at(-1)?.position ?? after, count - events.length);
    if (page.length === 0) break;
    events.push(...page);
  }
  return events;
}
