import { canonicalJson } from './content-hash';
import { eventDataJson } from './event-data';
import {
  type AppendReceipt,
  EventIdTaken,
  type EventMetadata,
  type EventToAppend,
  type RecordedEvent,
  type StreamName,
} from './event-store.port';

/** What a store was asked to append, with the revision that the first event is to get. */
export interface PlacedAppend {
  readonly stream: StreamName;
  readonly events: readonly EventToAppend[];
  readonly firstRevision: number;
  readonly metadata: EventMetadata;
}

/**
 * The receipt of an earlier append of the same events at the same place; undefined when no id is in use yet. `find`
 * gives the stored event with an id.
 * @throws EventIdTaken when an id is in use for anything else.
 */
export function receiptOfRepeat(
  append: PlacedAppend,
  find: (eventId: string) => RecordedEvent | undefined,
): AppendReceipt | undefined {
  const ids = new Set<string>();
  for (const { eventId } of append.events) {
    if (ids.has(eventId)) throw new EventIdTaken(eventId);
    ids.add(eventId);
  }
  const stored = append.events.map(({ eventId }) => find(eventId));
  const used = stored.find((event) => event !== undefined);
  if (used === undefined) return undefined;
  const isRepeat = stored.every((event, index) => event !== undefined && isSame(event, append, index));
  if (!isRepeat) throw new EventIdTaken(used.eventId);
  const { revision, position } = stored.at(-1)!;
  return { revision, position };
}

function isSame(stored: RecordedEvent, append: PlacedAppend, index: number): boolean {
  const sent = append.events[index]!;
  const data: unknown = JSON.parse(eventDataJson(sent));
  return (
    stored.stream === append.stream &&
    stored.revision === append.firstRevision + index &&
    stored.type === sent.type &&
    stored.effectiveAt === sent.effectiveAt &&
    canonicalJson(stored.metadata) === canonicalJson(append.metadata) &&
    canonicalJson(stored.data) === canonicalJson(data)
  );
}
