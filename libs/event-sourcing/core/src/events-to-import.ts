import { canonicalJson } from './content-hash';
import { ImportRefused } from './event-import.port';
import type { RecordedEvent, StreamName } from './event-store.port';

/** What a store holds, as far as a page asks for it. */
interface Held {
  /** The number of events in a stream, 0 when there is none. */
  lengthOf(stream: StreamName): number;
  /** Asked only for revisions below the length. */
  eventAt(stream: StreamName, revision: number): RecordedEvent | undefined;
  hasId(eventId: string): boolean;
}

/**
 * The events of a page that are not there yet, in order: what every adapter of `EventImport` is to add.
 * @throws ImportRefused for the first event that cannot be part of the log.
 */
export function eventsToImport(page: readonly RecordedEvent[], held: Held): readonly RecordedEvent[] {
  const added = new Map<string, RecordedEvent>();
  const lengths = new Map<StreamName, number>();
  for (const event of page) {
    const { stream, revision, eventId } = event;
    const length = lengths.get(stream) ?? held.lengthOf(stream);
    const refused = (why: ImportRefused['why']) => new ImportRefused(stream, revision, why);
    if (revision > length) throw refused('GAP');
    if (revision < length) {
      const there = added.get(eventId) ?? held.eventAt(stream, revision);
      if (there === undefined || !isSameRecord(there, event)) throw refused('OTHER_CONTENT');
      continue;
    }
    if (added.has(eventId) || held.hasId(eventId)) throw refused('ID_TAKEN');
    added.set(eventId, event);
    lengths.set(stream, length + 1);
  }
  return [...added.values()];
}

/** All of a recorded event that a move keeps: everything but its position, which belongs to one log. */
export const keptByMove = ({ position: _, ...kept }: RecordedEvent): Omit<RecordedEvent, 'position'> => kept;

export const isSameRecord = (a: RecordedEvent, b: RecordedEvent): boolean =>
  canonicalJson(keptByMove(a)) === canonicalJson(keptByMove(b));
