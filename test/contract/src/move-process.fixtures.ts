import { openKurrentDbEventStore } from '@intekenboek/event-sourcing-adapter-kurrentdb';
import { openPostgresEventStore } from '@intekenboek/event-sourcing-adapter-postgres';
import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import type { Clock, Instant, MoveReport } from '@intekenboek/event-sourcing-core';
import type { ImportingStore } from '@intekenboek/event-sourcing-testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../../..');

export const wallClock: Pick<Clock, 'now'> = { now: () => new Date().toISOString() as Instant };

/** The store at an address: a URL of KurrentDB or PostgreSQL, or else a file. */
export function openAt(address: string): Promise<ImportingStore> {
  if (address.startsWith('kurrentdb:')) return openKurrentDbEventStore({ url: address });
  if (address.startsWith('postgres:')) return openPostgresEventStore({ url: address, clock: wallClock });
  return openSqliteEventStore({ file: address, clock: wallClock });
}

/** What became of a process that moved a log: whether it was killed, and after which pages. */
export interface Attempt {
  readonly pages: readonly string[];
  readonly report: MoveReport | undefined;
}

/** Moves a log in a process of its own, and kills it when `killAt` pages were told; it may be done before that. */
export async function moveInProcess(from: string, to: string, killAt: number): Promise<Attempt> {
  const hook = join(ROOT, 'tools/swc-register.cjs');
  const script = join(__dirname, 'moving.process.ts');
  const child = spawn(process.execPath, ['-r', hook, '-C', '@intekenboek/source', script, from, to], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const complaints: string[] = [];
  child.stderr.on('data', (text: Buffer) => complaints.push(String(text)));
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (lines.length === killAt) child.kill('SIGKILL');
  }
  await exit;
  expect(complaints.filter((line) => !line.includes('ExperimentalWarning'))).toEqual([]);
  const last = lines.findLast((line) => line.startsWith('{'));
  const report = last === undefined ? undefined : (JSON.parse(last) as MoveReport);
  return { pages: lines.filter((line) => !line.startsWith('{')), report };
}
