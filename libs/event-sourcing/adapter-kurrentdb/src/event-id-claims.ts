import {
  EventIdTaken,
  EventStoreUnavailable,
  KeyedQueue,
  type StreamName,
  type StreamRevision,
} from '@intekenboek/event-sourcing-core';
import { WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';

import type { EventReader } from './event-reader';
import type { ServerMetadata } from './server-metadata';

/** Where an event id is to be used, or is used. */
export interface IdPlace {
  readonly eventId: string;
  readonly stream: StreamName;
  readonly revision: number;
}

/** What the metadata hold: by stream and event id the revision. */
interface Claimed {
  readonly claims: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const CLAIMS_AT_ONCE = 16;
const ATTEMPTS_MAX = 20;
// The ids of one command begin alike (`eventIdOf`), so that it claims all of them at once.
const PREFIX = 13;

/**
 * KurrentDB does not know an event id that is used elsewhere in its log. So ids are claimed before they are used: each
 * place is written to the metadata of a stream that is named by the id, and the first writer has it (ADR-0016).
 */
export class EventIdClaims {
  // Within a process nobody loses a race; between processes somebody may.
  private readonly queue = new KeyedQueue();

  constructor(
    private readonly metadata: ServerMetadata,
    private readonly reader: EventReader,
  ) {}

  /** @throws EventIdTaken for an id that is in use at another place. */
  async claim(places: readonly IdPlace[]): Promise<void> {
    const groups = [...alike(places)];
    for (let n = 0; n < groups.length; n += CLAIMS_AT_ONCE) {
      const some = groups.slice(n, n + CLAIMS_AT_ONCE);
      await Promise.all(
        some.map(([prefix, wanted]) =>
          this.queue.run(prefix, () => this.claimAlike(`eventIds-${prefix}`, wanted)),
        ),
      );
    }
  }

  private async claimAlike(stream: string, places: readonly IdPlace[]): Promise<void> {
    let [known, wanted]: [readonly IdPlace[], readonly IdPlace[]] = [[], places];
    let revision: StreamRevision = 'no-stream';
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      if (wanted.length === 0 || (await this.isWritten(stream, [...known, ...wanted], revision))) return;
      const there = await this.metadata.read(stream);
      revision = there.revision;
      known = placesIn(there.data);
      wanted = await this.stillToClaim(places, known);
    }
    throw new EventStoreUnavailable(`Too many claim ${stream} at once. Send again.`);
  }

  /** False when something else was written meanwhile. */
  private async isWritten(
    stream: string,
    places: readonly IdPlace[],
    expected: StreamRevision,
  ): Promise<boolean> {
    try {
      await this.metadata.write(stream, { id: randomUUID(), data: claimedOf(places) }, expected);
      return true;
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      return false;
    }
  }

  private async stillToClaim(
    places: readonly IdPlace[],
    claimed: readonly IdPlace[],
  ): Promise<readonly IdPlace[]> {
    const wanted: IdPlace[] = [];
    for (const place of places) {
      const earlier = claimed.find(({ eventId }) => eventId === place.eventId);
      if (earlier !== undefined && isSame(earlier, place)) continue;
      if (earlier !== undefined && (await this.mayBeUsed(earlier, place)))
        throw new EventIdTaken(place.eventId);
      wanted.push(place);
    }
    return wanted;
  }

  /** A claim lapses when another event got its place: the append that it was made for can never be stored. */
  private async mayBeUsed(earlier: IdPlace, now: IdPlace): Promise<boolean> {
    const page = await this.reader.streamPage(earlier.stream, earlier.revision, 1);
    const [there] = page?.events ?? [];
    if (there !== undefined) return there.eventId === earlier.eventId;
    // Nothing is there yet. Within a stream it was a guess at a revision that was not reached.
    return earlier.stream !== now.stream;
  }
}

function alike(places: readonly IdPlace[]): ReadonlyMap<string, readonly IdPlace[]> {
  const groups = new Map<string, IdPlace[]>();
  for (const place of places) {
    const prefix = place.eventId.slice(0, PREFIX);
    const group = groups.get(prefix) ?? [];
    group.push(place);
    groups.set(prefix, group);
  }
  return groups;
}

const isSame = (a: IdPlace, b: IdPlace): boolean => a.stream === b.stream && a.revision === b.revision;

/** Of an id that is there twice the later place counts. */
function claimedOf(places: readonly IdPlace[]): Claimed {
  const claims: Record<string, Record<string, number>> = {};
  for (const { eventId, stream, revision } of new Map(
    places.map((place) => [place.eventId, place]),
  ).values()) {
    claims[stream] = { ...claims[stream], [eventId]: revision };
  }
  return { claims };
}

function placesIn(data: object | undefined): readonly IdPlace[] {
  const { claims } = data === undefined ? { claims: {} } : (data as Claimed);
  return Object.entries(claims).flatMap(([stream, revisions]) =>
    Object.entries(revisions).map(([eventId, revision]) => ({
      eventId,
      stream: stream as StreamName,
      revision,
    })),
  );
}
