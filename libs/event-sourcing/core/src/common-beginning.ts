import { type EventStore, FEED_START, type FeedPosition, type RecordedEvent } from './event-store.port';
import { eventsAfter, pagesOf } from './feed-pages';

/** How far two feeds hold the same events. */
export interface LogBeginning {
  readonly events: number;
  /** In the source, of the last event that both hold. */
  readonly position: FeedPosition;
  /** What comes next in each, where the target goes on otherwise than the source, or further. */
  readonly parted?: { readonly source: RecordedEvent | undefined; readonly target: RecordedEvent };
}

/** Events are known by their ids here; whether they are the same in all else is for the digests. */
export async function commonBeginning(
  { from, to }: { readonly from: EventStore; readonly to: EventStore },
  options: {
    readonly pageEvents?: number | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly onEvents: (events: number) => void;
  },
): Promise<LogBeginning> {
  let [events, position] = [0, FEED_START];
  for await (const page of pagesOf(to, options)) {
    const sources = await eventsAfter(from, position, page.length);
    for (const [index, target] of page.entries()) {
      const source = sources[index];
      if (source?.eventId !== target.eventId) {
        return { events, position, parted: { source, target } };
      }
      [events, position] = [events + 1, source.position];
    }
    options.onEvents(events);
  }
  return { events, position };
}
