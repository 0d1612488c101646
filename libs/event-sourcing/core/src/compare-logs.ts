import type { Clock } from './clock.port';
import { commonBeginning } from './common-beginning';
import type { EventStore, FeedPosition, RecordedEvent, StreamName } from './event-store.port';
import { isSameRecord } from './events-to-import';
import { digestOf, type LogDigest } from './log-digest';
import { type MoveProgress, progressOf } from './move-progress';

/** So many are named; of the others only their number is told. */
const DIFFERENCES_NAMED_MAX = 20;

/** A stream that is not the same in both logs. */
export interface LogDifference {
  readonly stream: StreamName;
  /** The first revision at which it differs. */
  readonly revision: number;
  /** Seen from the source: the target misses the event, or has one more, another one, or one at another place. */
  readonly why: 'MISSING' | 'EXTRA' | 'OTHER_CONTENT' | 'OTHER_ORDER';
}

/** What was found when both logs were read from their first event, apart from one another. */
export interface MoveReport {
  /** In the source, up to and with `until`. */
  readonly events: number;
  readonly streams: number;
  /** SHA-256 over every event of the source, as it was recorded and in order. */
  readonly hash: string;
  /** At most 20; empty when the logs are the same. */
  readonly differences: readonly LogDifference[];
  /** How many streams differ. */
  readonly differing: number;
  /** The position in the source up to which it was compared. */
  readonly until: FeedPosition;
  /** True when the source holds events after `until`: somebody still writes to it. */
  readonly isOutrun: boolean;
}

export interface CompareOptions {
  readonly from: EventStore;
  readonly to: EventStore;
  /** For the speed in `onProgress`. */
  readonly clock: Pick<Clock, 'now'>;
  readonly onProgress?: (progress: MoveProgress) => void;
  /** Its reason is thrown when it aborts. */
  readonly signal?: AbortSignal;
}

/**
 * Compares the number of events and a hash of each stream, and of the whole feed. Of each stream only these are kept in
 * memory. `until` is a position of the source, its head when absent; the target is read to its end.
 */
export async function compareLogs(options: CompareOptions, until?: FeedPosition): Promise<MoveReport> {
  const { from, to, signal } = options;
  const end = until ?? (await from.head());
  const source = await digestOf(from, { until: end, signal, onEvents: progressOf(options, 'READ_SOURCE') });
  const target = await digestOf(to, { signal, onEvents: progressOf(options, 'READ_TARGET') });
  const { named, differing } = await differencesOf(options, end, [source, target]);
  return {
    events: source.events,
    streams: source.streams.size,
    hash: source.hash,
    differences: named,
    differing,
    until: end,
    isOutrun: (await from.head()) > end,
  };
}

async function differencesOf(
  options: CompareOptions,
  until: FeedPosition,
  [source, target]: readonly [LogDigest, LogDigest],
): Promise<{ named: readonly LogDifference[]; differing: number }> {
  if (source.hash === target.hash) return { named: [], differing: 0 };
  const known = new Set([...source.streams.keys(), ...target.streams.keys()]);
  const streams = [...known].filter(
    (stream) => source.streams.get(stream)?.hash !== target.streams.get(stream)?.hash,
  );
  if (streams.length === 0) return { named: [await differenceOfOrder(options)], differing: 1 };
  const named: LogDifference[] = [];
  for (const stream of streams.slice(0, DIFFERENCES_NAMED_MAX)) {
    named.push(await differenceOfStream(options, until, stream));
  }
  return { named, differing: streams.length };
}

async function differenceOfStream(
  { from, to }: CompareOptions,
  until: FeedPosition,
  stream: StreamName,
): Promise<LogDifference> {
  const sources = (await from.readStream(stream)).events.filter(({ position }) => position <= until);
  const targets = (await to.readStream(stream)).events;
  for (let revision = 0; revision < Math.max(sources.length, targets.length); revision += 1) {
    const why = differenceOfEvent(sources[revision], targets[revision]);
    if (why !== undefined) return { stream, revision, why };
  }
  // The stream reads the same: then the feed gives its events in another order, or not each of them once.
  return { stream, revision: 0, why: 'OTHER_ORDER' };
}

function differenceOfEvent(
  source: RecordedEvent | undefined,
  target: RecordedEvent | undefined,
): LogDifference['why'] | undefined {
  if (source === undefined) return 'EXTRA';
  if (target === undefined) return 'MISSING';
  return isSameRecord(source, target) ? undefined : 'OTHER_CONTENT';
}

/** Every stream is the same, so the feeds part where one has an event of another stream first. */
async function differenceOfOrder(options: CompareOptions): Promise<LogDifference> {
  const { parted } = await commonBeginning(options, { signal: options.signal, onEvents: () => undefined });
  if (parted === undefined)
    throw new Error('Two logs with the same streams in the same order have one hash.');
  const { stream, revision } = parted.target;
  return { stream, revision, why: 'OTHER_ORDER' };
}
