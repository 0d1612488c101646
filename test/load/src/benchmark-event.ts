import type { EventMetadata } from '@intekenboek/event-sourcing-core';
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
