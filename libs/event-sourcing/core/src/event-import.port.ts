import type { RecordedEvent } from './event-store.port';

/** Beside `EventStore`, for a store to which a log is moved. Every adapter passes `eventImportContract`. */
export interface EventImport {
  /**
   * Takes events of another log, in the order of its feed, as they were recorded: stream, revision, id, type, data,
   * metadata and both times stay; only positions are given anew, in this order, after all that is there. Followers
   * see them, and what is appended afterwards is never recorded at an earlier moment, also when imported moments lie
   * ahead of the clock.
   *
   * All of the page or none of it becomes part of the log, unless the store is lost on the way: then the beginning of
   * the page may be there, and sending the same page again completes it. Events that are there already, at the same
   * place with the same content, are passed over. `eventsToImport` decides that for every adapter.
   *
   * Meant for a store that holds nothing but the beginning of the same log; `moveLog` sees to that.
   * @throws ImportRefused when an event does not follow on what its stream holds, or differs from what is there.
   * @throws EventStoreUnavailable when the store cannot write.
   */
  importEvents(page: readonly RecordedEvent[]): Promise<void>;
}

const REASONS = {
  GAP: 'the events before it in its stream are not there',
  OTHER_CONTENT: 'another event is there at its place',
  ID_TAKEN: 'its id is in use for an event at another place',
} as const;

/** The log that is imported is not the one that this store holds the beginning of. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(
    readonly stream: string,
    readonly revision: number,
    readonly why: keyof typeof REASONS,
  ) {
    super(
      `Event ${revision} of ${stream} cannot be imported: ${REASONS[why]} (${why}). ` +
        'Import into an empty store, or go on with the log that this import was begun with.',
    );
  }
}
