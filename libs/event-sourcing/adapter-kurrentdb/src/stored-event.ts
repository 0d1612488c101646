import {
  type EventMetadata,
  EventStoreUnavailable,
  type EventToAppend,
  type Instant,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import { type JSONEventData, jsonEvent } from '@kurrent/kurrentdb-client';
import type { ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';

import { positionOf } from './feed-position';

type WireEvent = ReadResp.ReadEvent.RecordedEvent;

/** What stands beside the data of an event in KurrentDB: who and what caused it, and its times. */
interface StoredMetadata extends EventMetadata {
  readonly effectiveAt: Instant;
  /** Of an event of another log: when that recorded it, which then is when it was recorded. */
  readonly recordedAt?: Instant;
  /** The last moment in the log when it was appended: a clock that is set back does not turn the order around. */
  readonly notBefore?: Instant;
}

/** The times of an event that KurrentDB does not make itself. */
export type StoredTimes = Pick<StoredMetadata, 'recordedAt' | 'notBefore'>;

const TICKS_PER_MS = 10_000n;

/** What the client sends. `data` must be a copy of its own: the client reads it later. */
export function eventDataOf(
  { eventId, type, data, effectiveAt }: EventToAppend,
  metadata: EventMetadata,
  times: StoredTimes,
): JSONEventData {
  const stored: StoredMetadata = { ...metadata, effectiveAt, ...times };
  return jsonEvent({ id: eventId, type, data: data as Record<string, unknown>, metadata: { ...stored } });
}

/** True for what the server keeps for itself, also where the type of an event does not say so. */
export const isOfServer = (event: WireEvent): boolean => streamOf(event).startsWith('$');

/** @throws EventStoreUnavailable for an event that was not written by this product. */
export function recordedEventOf(event: WireEvent): RecordedEvent {
  const { effectiveAt, recordedAt, notBefore, ...metadata } = metadataOf(event);
  const created = createdOf(event);
  return {
    eventId: event.getId()?.getString() ?? '',
    type: event.getMetadataMap().get('type') ?? '',
    data: parsed(event, event.getData_asU8()),
    effectiveAt,
    stream: streamOf(event) as StreamName,
    revision: Number(event.getStreamRevision()),
    position: positionOfEvent(event),
    recordedAt: recordedAt ?? later(created, notBefore),
    metadata,
  };
}

export const positionOfEvent = (event: WireEvent) =>
  positionOf({ commit: event.getCommitPosition(), prepare: event.getPreparePosition() });

const streamOf = (event: WireEvent): string =>
  Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');

function metadataOf(event: WireEvent): StoredMetadata {
  const bytes = event.getCustomMetadata_asU8();
  const metadata = bytes.length === 0 ? {} : parsed(event, bytes);
  if (!('commandId' in metadata) || !('effectiveAt' in metadata)) throw foreign(event);
  return metadata as StoredMetadata;
}

function parsed(event: WireEvent, bytes: Uint8Array): object {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Not by this product: said below.
  }
  throw foreign(event);
}

const foreign = (event: WireEvent): EventStoreUnavailable =>
  new EventStoreUnavailable(
    `Event ${event.getStreamRevision()} of ${streamOf(event)} was not written by Intekenboek. ` +
      'KURRENTDB_URL must name a KurrentDB that nothing else writes to.',
  );

function createdOf(event: WireEvent): Instant {
  const ticks = BigInt(event.getMetadataMap().get('created') ?? 0);
  return new Date(Number(ticks / TICKS_PER_MS)).toISOString() as Instant;
}

const later = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);
