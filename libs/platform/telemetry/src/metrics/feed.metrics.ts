import type { Clock, EventStore, FeedPosition, RecordedEvent } from '@intekenboek/event-sourcing-core';

import { boundedLabel } from './bounded-label';
import type { Meters } from './meters';
import type { ReadModelState } from './read-model.metrics';

/** Whoever reads the feed, and how far it is. */
export interface Follower {
  readonly name: string;
  readonly position: FeedPosition;
}

export interface FeedWatch {
  readonly eventStore: Pick<EventStore, 'readAll'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly followers: () => readonly Follower[] | Promise<readonly Follower[]>;
}

export interface FeedMetrics {
  /** Looks at each scrape how far the followers of this process are behind the log. */
  watchFeed(watch: FeedWatch): void;
}

const FOLLOWERS_MAX = 64;
/** Further behind than this is not counted: the log would have to be read for it. */
const EVENTS_COUNTED_MAX = 1_000;
const LOOK_WITHIN_MS = 2_000;

export function feedMetrics(meters: Meters): FeedMetrics {
  const known = boundedLabel(FOLLOWERS_MAX);
  const lag = meters.gauge(
    'feed_lag_seconds',
    'Age of the oldest event that a follower of the log has not applied yet, in seconds; 0 when there is none.',
    'follower',
  );
  const behind = meters.gauge(
    'feed_behind_events',
    `How many events a follower has not applied yet; ${EVENTS_COUNTED_MAX} stands for that many or more.`,
    'follower',
  );
  const failures = meters.counter(
    'feed_look_failures_total',
    'How often it could not be found out how far followers are behind, because the event store did not answer.',
  );
  return {
    watchFeed({ eventStore, clock, followers }) {
      let told: readonly string[] = [];
      meters.beforeScrape(async () => {
        try {
          const all = await within(LOOK_WITHIN_MS, lagging(followers, pagesOf(eventStore)));
          // Who no longer follows here must not look as if it stood still: another process may have taken over.
          for (const follower of told) [lag, behind].forEach((gauge) => gauge.remove({ follower }));
          told = all.map(({ name }) => known(name));
          for (const { name, waiting } of all) {
            lag.set({ follower: known(name) }, ageOf(waiting[0], clock));
            behind.set({ follower: known(name) }, waiting.length);
          }
        } catch {
          failures.inc();
        }
      });
    },
  };
}

/** Read models as followers: only those that serve, because the others are told of by their status. */
export const servingFollowers = (status: () => readonly ReadModelState[]): (() => readonly Follower[]) => {
  return () => status().filter(({ serving }) => serving === 'SERVING');
};

type Pages = (after: FeedPosition) => Promise<readonly RecordedEvent[]>;

/** Followers at the same position share one reading. */
function pagesOf(eventStore: FeedWatch['eventStore']): Pages {
  const pages = new Map<FeedPosition, Promise<readonly RecordedEvent[]>>();
  return (after) => {
    const page = pages.get(after) ?? eventStore.readAll(after, EVENTS_COUNTED_MAX);
    pages.set(after, page);
    return page;
  };
}

const lagging = async (followers: FeedWatch['followers'], pages: Pages) =>
  Promise.all(
    (await followers()).map(async ({ name, position }) => ({ name, waiting: await pages(position) })),
  );

// The store may run on another machine, whose clock may be ahead of ours.
const ageOf = (event: RecordedEvent | undefined, clock: FeedWatch['clock']): number =>
  event === undefined ? 0 : Math.max(0, (Date.parse(clock.now()) - Date.parse(event.recordedAt)) / 1000);

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
