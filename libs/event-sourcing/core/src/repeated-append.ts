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
  const pairs = append.events.map((sent) => ({ sent, stored: find(sent.eventId) }));
  const taken = pairs.find(({ stored }) => stored !== undefined);
  if (taken === undefined) return undefined;
  const repeated = pairs.flatMap(({ sent, stored }, index) =>
    stored !== undefined && isSame(stored, sent, append, index) ? [stored] : [],
  );
  const last = repeated.at(-1);
  if (last === undefined || repeated.length < pairs.length) throw new EventIdTaken(taken.sent.eventId);
  return { revision: last.revision, position: last.position };
}

function isSame(stored: RecordedEvent, sent: EventToAppend, append: PlacedAppend, index: number): boolean {
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
