import { contentHash } from './content-hash';
import type { EventStore, FeedPosition, RecordedEvent, StreamName } from './event-store.port';
import { keptByMove } from './events-to-import';
import { pagesOf } from './feed-pages';

/** A log in short. Two logs with the same hash hold the same events, as they were recorded, in the same order. */
export interface LogDigest {
  readonly events: number;
  readonly hash: string;
  readonly streams: ReadonlyMap<StreamName, StreamDigest>;
}

/** All that is remembered of a stream, because a log may have very many. */
interface StreamDigest {
  readonly events: number;
  /** Of the last event together with the hash of the one before it, and so on to the first. */
  readonly hash: string;
}

const NO_EVENTS: StreamDigest = { events: 0, hash: '' };

/** Reads the feed, up to and with `until`; `onEvents` hears after each page how many events were read so far. */
export async function digestOf(
  store: EventStore,
  options: {
    readonly until?: FeedPosition | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly onEvents: (events: number) => void;
  },
): Promise<LogDigest> {
  const streams = new Map<StreamName, StreamDigest>();
  let [events, hash] = [0, ''];
  for await (const page of pagesOf(store, options)) {
    for (const event of page) {
      const ofStream = withEvent(streams.get(event.stream) ?? NO_EVENTS, event);
      streams.set(event.stream, ofStream);
      hash = contentHash([hash, ofStream.hash]);
    }
    events += page.length;
    options.onEvents(events);
  }
  return { events, hash, streams };
}

const withEvent = ({ events, hash }: StreamDigest, event: RecordedEvent): StreamDigest => ({
  events: events + 1,
  hash: contentHash([hash, keptByMove(event)]),
});
