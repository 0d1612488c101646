import {
  eventIdOf,
  type EventMetadata,
  type EventStore,
  instant,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';

/** The type of the events that stores are measured with. */
export const EVENT_TYPE = 'CommitmentAdded';

/** About 400 bytes, as the events of this product have. */
export const newData = () => ({
  agreementId: randomUUID(),
  commitmentId: randomUUID(),
  partyId: randomUUID(),
  text: 'x'.repeat(250),
});

export const newMetadata = (): EventMetadata => ({
  commandId: randomUUID(),
  commandHash: 'a'.repeat(64),
  personId: randomUUID(),
  partyId: randomUUID(),
});

/** Appends so many new events to the end of a stream; it remembers how far each stream is. */
export function appendingTo(store: Pick<EventStore, 'append'>) {
  const revisions = new Map<StreamName, number>();
  return async (stream: StreamName, count: number): Promise<void> => {
    const metadata = newMetadata();
    const events = Array.from({ length: count }, (_, index) => ({
      eventId: eventIdOf(metadata.commandId, index),
      type: EVENT_TYPE,
      data: newData(),
      effectiveAt: instant('2026-01-31T08:30:00.000Z'),
    }));
    const { revision } = await store.append(stream, events, revisions.get(stream) ?? 'no-stream', metadata);
    revisions.set(stream, revision);
  };
}
