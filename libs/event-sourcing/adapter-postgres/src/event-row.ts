import type { EventMetadata, Instant, RecordedEvent, StreamName } from '@intekenboek/event-sourcing-core';

import type { Row } from './ask';
import { positionOf } from './feed-position';

export const COLUMNS =
  'transaction_id, position, stream, revision, event_id, type, data, effective_at, recorded_at, metadata';

type EventRow = readonly [
  transaction: string,
  position: string,
  stream: StreamName,
  revision: string,
  eventId: string,
  type: string,
  data: object,
  effectiveAt: Instant,
  recordedAt: Instant,
  metadata: EventMetadata,
];

/** An event as `COLUMNS` gives it. */
export function eventOf(row: Row): RecordedEvent {
  const [transaction, position, stream, revision, eventId, type, data, effectiveAt, recordedAt, metadata] =
    row as unknown as EventRow;
  return {
    eventId,
    type,
    data,
    effectiveAt,
    stream,
    revision: Number(revision),
    position: positionOf(transaction, position),
    recordedAt,
    metadata,
  };
}
