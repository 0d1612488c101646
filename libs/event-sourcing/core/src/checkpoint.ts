import type { Instant } from './calendar';
import { type EventStore, FEED_START, type FeedPosition } from './event-store.port';

/** How far somebody has read the feed: to just behind an event. An event of the feed is one itself. */
export interface Checkpoint {
  readonly position: FeedPosition;
  /** Of the event at that position. Null at the start, and where an older release did not note it. */
  readonly eventId: string | null;
  /** Of the same event. */
  readonly recordedAt: Instant | null;
}

export const CHECKPOINT_AT_START: Checkpoint = { position: FEED_START, eventId: null, recordedAt: null };

/**
 * Whether the log holds the event of a checkpoint where it was. It does not when a backup was restored that is older
 * than the checkpoint, whatever was recorded since: what was made of the events that were lost must not be trusted, and
 * what is read from there on may leave out some that came in their place.
 */
export async function holdsCheckpoint(
  eventStore: Pick<EventStore, 'head' | 'readAt'>,
  { position, eventId, recordedAt }: Checkpoint,
): Promise<boolean> {
  if (position === FEED_START) return true;
  if (position > (await eventStore.head())) return false;
  if (eventId === null) return true;
  return isSameEvent(await eventStore.readAt(position), { eventId, recordedAt });
}

type Recorded = Pick<Checkpoint, 'eventId' | 'recordedAt'>;

/** By id and moment: what was lost and is sent again has the same id, and is recorded later. */
export const isSameEvent = (there: Recorded | null | undefined, known: Recorded | null): boolean =>
  there?.eventId === known?.eventId && there?.recordedAt === known?.recordedAt;
