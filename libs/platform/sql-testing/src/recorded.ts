import type {
  FeedPosition,
  Instant,
  Message,
  RecordedEvent,
  StreamName,
} from '@intekenboek/event-sourcing-core';

export interface Recording {
  /** The stream of all events, or of each. */
  readonly stream: StreamName | ((event: Message) => StreamName);
  /** When everything happened and was recorded; 5 January 2026 when it does not matter. */
  readonly at?: Instant;
  /** When it happened in the world, where that was earlier than `at`. */
  readonly effectiveAt?: Instant;
  readonly personId?: string;
  readonly partyId?: string;
  /** What was recorded before: positions and revisions go on from there. */
  readonly after?: readonly RecordedEvent[];
}

const SOME_DAY = '2026-01-05T09:00:00.000Z' as Instant;

/** Events as a store would hand them to a projection: with stream, revision, position and times. */
export function recorded(events: readonly Message[], recording: Recording): readonly RecordedEvent[] {
  const { stream, at = SOME_DAY, effectiveAt = at, after = [] } = recording;
  const { personId = 'person-1', partyId = 'party-1' } = recording;
  const lengths = new Map<StreamName, number>();
  for (const earlier of after) lengths.set(earlier.stream, earlier.revision + 1);
  return events.map((event, index) => {
    const name = typeof stream === 'function' ? stream(event) : stream;
    const revision = lengths.get(name) ?? 0;
    lengths.set(name, revision + 1);
    const number = after.length + index + 1;
    return {
      eventId: `event-${number}`,
      ...{ type: event.type, data: event.data, effectiveAt, recordedAt: at, stream: name, revision },
      position: String(number).padStart(16, '0') as FeedPosition,
      metadata: { commandId: `command-${number}`, commandHash: `hash-${number}`, personId, partyId },
    };
  });
}
