import {
  type FeedPosition,
  instant,
  keptByMove,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';

import { newEvent, newMetadata } from './event-store.fixtures';

/** The place of an event of another log: stream and revision. */
export type Place = readonly [stream: StreamName, revision: number];

/**
 * Events as another log recorded them long ago, one at each place, a millisecond apart. Their positions are of a form
 * that no store here gives.
 */
export const recordedElsewhere = (
  places: readonly Place[],
  since = '2021-03-24T00:00:00.000Z',
): readonly RecordedEvent[] =>
  places.map(([stream, revision], n) => ({
    ...newEvent(n),
    effectiveAt: instant('2021-03-01T08:30:00.000Z'),
    stream,
    revision,
    position: `elsewhere-${n}` as FeedPosition,
    recordedAt: instant(new Date(Date.parse(since) + n).toISOString()),
    metadata: newMetadata(),
  }));

/** Revisions `from` up to `to` of a stream, both included. */
export const placesOf = (stream: StreamName, from: number, to: number): readonly Place[] =>
  Array.from({ length: to - from + 1 }, (_, n) => [stream, from + n]);

/** What must be the same in both logs. */
export const kept = (events: readonly RecordedEvent[]) => events.map(keptByMove);
