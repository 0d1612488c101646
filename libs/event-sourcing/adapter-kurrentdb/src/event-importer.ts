import {
  EventIdTaken,
  eventsToImport,
  ImportRefused,
  KeyedQueue,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import { WrongExpectedVersionError } from '@kurrent/kurrentdb-client';

import type { EventIdClaims } from './event-id-claims';
import type { EventReader } from './event-reader';
import type { KurrentDbConnection } from './kurrentdb-connection';
import type { LatestMoment } from './latest-moment';
import { eventDataOf } from './stored-event';

interface Surroundings {
  readonly connection: KurrentDbConnection;
  readonly reader: EventReader;
  readonly claims: EventIdClaims;
  readonly moments: LatestMoment;
}

const READS_AT_ONCE = 16;
/** Of one append, well below what any server takes at once. */
const RUN_BYTES = 524_288;

interface Held {
  readonly length: number;
  readonly events: ReadonlyMap<number, RecordedEvent>;
}

/**
 * Takes the log of another store. A page is judged whole before anything is written; then it is written in the order of
 * its feed, each run of events of one stream in one append. What breaks off halfway is completed by the same page.
 */
export class EventImporter {
  private readonly queue = new KeyedQueue();

  constructor(private readonly surroundings: Surroundings) {}

  importEvents(page: readonly RecordedEvent[]): Promise<void> {
    return this.queue.run('import', async () => {
      const added = eventsToImport(page, await this.heldFor(page));
      await this.claim(added);
      for (const run of runsOf(added)) await this.append(run);
    });
  }

  private async claim(events: readonly RecordedEvent[]): Promise<void> {
    try {
      await this.surroundings.claims.claim(events);
    } catch (error) {
      const taken = events.find((event) => error instanceof EventIdTaken && event.eventId === error.eventId);
      throw taken === undefined ? error : new ImportRefused(taken.stream, taken.revision, 'ID_TAKEN');
    }
  }

  private async append(run: readonly RecordedEvent[]): Promise<void> {
    const [first] = run;
    if (first === undefined) return;
    const { connection, moments } = this.surroundings;
    const { stream, revision } = first;
    const data = run.map((event) => eventDataOf(event, event.metadata, { recordedAt: event.recordedAt }));
    try {
      await connection.append(stream, data, revision === 0 ? 'no-stream' : revision - 1);
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      throw new ImportRefused(stream, revision, 'OTHER_CONTENT');
    }
    for (const event of run) moments.met(event);
  }

  /** What the streams of the page hold at its revisions. Whether an id is in use elsewhere, the claims tell. */
  private async heldFor(page: readonly RecordedEvent[]) {
    const held = new Map<StreamName, Held>();
    const streams = [...new Set(page.map(({ stream }) => stream))];
    for (let n = 0; n < streams.length; n += READS_AT_ONCE) {
      await Promise.all(
        streams.slice(n, n + READS_AT_ONCE).map(async (stream) => {
          held.set(stream, await this.heldOf(stream, page));
        }),
      );
    }
    return {
      lengthOf: (stream: StreamName) => held.get(stream)?.length ?? 0,
      eventAt: (stream: StreamName, revision: number) => held.get(stream)?.events.get(revision),
      hasId: () => false,
    };
  }

  private async heldOf(stream: StreamName, page: readonly RecordedEvent[]): Promise<Held> {
    const revisions = page.filter((event) => event.stream === stream).map(({ revision }) => revision);
    const [from, to] = [Math.min(...revisions), Math.max(...revisions)];
    const found = await this.surroundings.reader.streamPage(stream, from, to - from + 1);
    const events = found?.events ?? [];
    return {
      length: found === undefined ? 0 : found.last + 1,
      events: new Map(events.map((event) => [event.revision, event])),
    };
  }
}

/** Neighbours of one stream go in one append, as far as its size allows. */
function runsOf(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const runs: RecordedEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = JSON.stringify(event).length;
    const current = runs.at(-1);
    if (current?.[0]?.stream === event.stream && bytes + size <= RUN_BYTES) {
      current.push(event);
      bytes += size;
    } else {
      runs.push([event]);
      bytes = size;
    }
  }
  return runs;
}
