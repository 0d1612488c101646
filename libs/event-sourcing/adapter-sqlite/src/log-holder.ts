import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

// SQLite's lock on the file keeps others out, and the system drops it however a process ends. This note beside the
// file only tells who has the lock; left behind by a process that was killed it does no harm.
const noteOf = (file: string): string => `${file}.holder`;

export function noteHolder(file: string): void {
  const note = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  writeFileSync(noteOf(file), `${JSON.stringify(note)}\n`);
}

export const forgetHolder = (file: string): void => rmSync(noteOf(file), { force: true });

/** For a message: `process 4711 on desk-12 since 2026-11-21T09:00:00.000Z`. */
export function holderOf(file: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(noteOf(file), 'utf8')) as Record<string, unknown>;
    const isThis = pid === process.pid && host === hostname();
    return `${isThis ? 'this same process' : `process ${String(pid)} on ${String(host)}`} since ${String(since)}`;
  } catch {
    return 'another process';
  }
}
