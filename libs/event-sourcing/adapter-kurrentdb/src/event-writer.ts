import {
  type AppendReceipt,
  ConcurrencyConflict,
  eventDataJson,
  type EventMetadata,
  EventStoreUnavailable,
  type EventToAppend,
  firstRevisionAfter,
  type PlacedAppend,
  receiptOfRepeat,
  type StreamName,
  type StreamRevision,
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

/**
 * Claims the ids, appends, and reads back what is stored. KurrentDB tells a repetition by its event ids and never
 * compares content, so only what is stored tells whether it is what was sent, and where in the feed it is.
 */
export class EventWriter {
  constructor(private readonly surroundings: Surroundings) {}

  async append(
    stream: StreamName,
    events: readonly EventToAppend[],
    expected: StreamRevision,
    metadata: EventMetadata,
  ): Promise<AppendReceipt> {
    const { connection, claims, moments } = this.surroundings;
    // Copies, made before anything is awaited: what is sent must not change with what the sender holds.
    const copies = events.map((event) => ({ ...event, data: JSON.parse(eventDataJson(event)) as object }));
    const firstRevision = firstRevisionAfter(expected);
    const append: PlacedAppend = { stream, events: copies, firstRevision, metadata: { ...metadata } };
    refuseIdsThatComeTwice(append);
    await claims.claim(copies.map(({ eventId }, n) => ({ eventId, stream, revision: firstRevision + n })));
    const times = moments.forAppend();
    const data = copies.map((event) => eventDataOf(event, append.metadata, times));
    try {
      await connection.append(stream, data, expected);
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const receipt = await this.receiptOf(append);
      if (receipt === undefined) throw new ConcurrencyConflict(stream, expected);
      return receipt;
    }
    return (await this.receiptOf(append)) ?? notThere(append);
  }

  /** What is stored where `append` would put its events; undefined when it is all of other ids. */
  private async receiptOf(append: PlacedAppend): Promise<AppendReceipt | undefined> {
    const { stream, firstRevision, events } = append;
    const page = await this.surroundings.reader.streamPage(stream, firstRevision, events.length);
    const stored = new Map(page?.events.map((event) => [event.eventId, event]));
    this.surroundings.moments.met(page?.events.at(-1));
    return receiptOfRepeat(append, (eventId) => stored.get(eventId));
  }
}

const refuseIdsThatComeTwice = (append: PlacedAppend): void => void receiptOfRepeat(append, () => undefined);

function notThere({ stream, firstRevision }: PlacedAppend): never {
  throw new EventStoreUnavailable(
    `KurrentDB confirmed event ${firstRevision} of ${stream}, and another one is there. Was the stream deleted or ` +
      'truncated by hand? A log is never deleted from: restore a backup.',
  );
}
