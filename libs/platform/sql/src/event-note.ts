import type { Checkpoint, FeedPosition, Instant } from '@intekenboek/event-sourcing-core';

/** What stands beside a position of the event there, in one text. */
export const eventNote = ({ position, eventId, recordedAt }: Checkpoint): string | null =>
  eventId === null || recordedAt === null ? null : [position, eventId, recordedAt].join(' ');

/** A checkpoint as it is stored. A note on another position is of an older release that moved only the position since. */
export function checkpointFrom(stored: string, note: string | null): Checkpoint {
  // The column holds what was read from a feed.
  const position = stored as FeedPosition;
  const [of, eventId, recordedAt] = note?.split(' ') ?? [];
  if (of !== position || eventId === undefined || recordedAt === undefined)
    return { position, eventId: null, recordedAt: null };
  return { position, eventId, recordedAt: recordedAt as Instant };
}
