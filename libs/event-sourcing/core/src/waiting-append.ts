import { eventDataJson } from './event-data';
import type { EventMetadata, EventToAppend, StreamName, StreamRevision } from './event-store.port';
import type { PlacedAppend } from './repeated-append';

/** An append that is to be written: as text already, because what waits must not change with what the sender holds. */
export interface WaitingAppend {
  readonly stream: StreamName;
  readonly expected: StreamRevision;
  /** Of its first event, when the stream is where it is expected. */
  readonly firstRevision: number;
  readonly events: readonly WaitingEvent[];
  /** JSON. */
  readonly metadata: string;
  /** About how much memory its events take. */
  readonly bytes: number;
}

/** `data` is JSON. */
export type WaitingEvent = Omit<EventToAppend, 'data'> & { readonly data: string };

/** @throws RangeError when there is nothing to append; EventTooLarge. */
export function waitingAppend(
  stream: StreamName,
  toAppend: readonly EventToAppend[],
  expected: StreamRevision,
  metadata: EventMetadata,
): WaitingAppend {
  if (toAppend.length === 0) throw nothingToAppend(stream);
  const events = toAppend.map((event) => ({ ...event, data: eventDataJson(event) }));
  const bytes = events.reduce((sum, { data }) => sum + data.length, 0);
  const firstRevision = firstRevisionAfter(expected);
  return { stream, expected, firstRevision, events, metadata: JSON.stringify(metadata), bytes };
}

export const nothingToAppend = (stream: StreamName): RangeError =>
  new RangeError(`Nothing to append to ${stream}.`);

export const firstRevisionAfter = (expected: StreamRevision): number =>
  expected === 'no-stream' ? 0 : expected + 1;

/** What was asked, to be compared with what is stored. */
export const placedAppend = ({ stream, firstRevision, events, metadata }: WaitingAppend): PlacedAppend => ({
  stream,
  firstRevision,
  events: events.map((event) => ({ ...event, data: JSON.parse(event.data) as object })),
  metadata: JSON.parse(metadata) as EventMetadata,
});
