import {
  type Clock,
  type EventToAppend,
  type Instant,
  type StreamName,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const ROOT = join(__dirname, '../../../..');

export type LogProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Starts a TypeScript file of this folder as a process of its own. */
export function startProcess(script: string, ...args: readonly string[]): LogProcess {
  const hook = join(ROOT, 'tools/swc-register.cjs');
  const nodeArgs = ['-r', hook, '-C', '@intekenboek/source', join(__dirname, script), ...args];
  return spawn(process.execPath, nodeArgs, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What the parent gave on the command line. */
export function argument(place: number): string {
  const given = process.argv[2 + place];
  if (given === undefined) throw new Error(`Argument ${place} is missing.`);
  return given;
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
    effectiveAt: '2026-01-31T08:30:00.000Z' as Instant,
  }));
  return { events, metadata: metadataOf(writer, number) };
}

const metadataOf = (writer: number, number: number) => ({
  commandId: uuidOf(`${writer}:${number}`),
  commandHash: 'a'.repeat(64),
  personId: uuidOf('person'),
  partyId: uuidOf('party'),
});
