import {
  type Clock,
  type EventStore,
  type EventToAppend,
  instant,
  type Instant,
  type StreamName,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import { writeSync } from 'node:fs';

/** Where a writer goes on: the first command without an acknowledgement, and the revision it was sent at. */
export interface GoingOn {
  readonly number: number;
  readonly expected: number | 'no-stream';
}

export interface Acknowledgement {
  readonly writer: number;
  readonly number: number;
  readonly revision: number;
  readonly position: string;
}

export const wallClock: Pick<Clock, 'now'> = { now: () => new Date().toISOString() as Instant };

export const streamOfWriter = (writer: number): StreamName => `writer-${writer}`;

/** Command `number` of a writer, always the same: one to three events that tell of which command they are. */
export function appendOf(writer: number, number: number) {
  const size = 1 + (number % 3);
  const events: readonly EventToAppend[] = Array.from({ length: size }, (_, part) => ({
    eventId: uuidOf(`${writer}:${number}:${part}`),
    type: 'PartWritten',
    data: { number, part, size, filler: 'x'.repeat((number * 97) % 900) },
    effectiveAt: instant('2026-01-31T08:30:00.000Z'),
  }));
  return { events, metadata: metadataOf(writer, number) };
}

const metadataOf = (writer: number, number: number) => ({
  commandId: uuidOf(`${writer}:${number}`),
  commandHash: 'a'.repeat(64),
  personId: uuidOf('person'),
  partyId: uuidOf('party'),
});

/** For a process that a test kills: every writer appends without end, and each acknowledgement is a line. */
export async function appendWithoutEnd(store: EventStore, writers: readonly GoingOn[]): Promise<void> {
  await Promise.all(writers.map((goingOn, writer) => appendAs(store, writer, goingOn)));
}

async function appendAs(store: EventStore, writer: number, goingOn: GoingOn): Promise<never> {
  let { number, expected } = goingOn;
  for (;;) {
    const { events, metadata } = appendOf(writer, number);
    const { revision, position } = await store.append(streamOfWriter(writer), events, expected, metadata);
    // Straight into the pipe: what stood in a buffer of this process would die with it.
    writeSync(1, `${JSON.stringify({ writer, number, revision, position } satisfies Acknowledgement)}\n`);
    [number, expected] = [number + 1, revision];
  }
}

/** Of a line that a process wrote; nothing when the kill cut it off. */
export function acknowledgementOf(line: string): Acknowledgement | undefined {
  return line.endsWith('}') ? (JSON.parse(line) as Acknowledgement) : undefined;
}
