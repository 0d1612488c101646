import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const ROOT = join(__dirname, '../../../..');

export type StartedProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Starts a TypeScript file as a process of its own. */
export function startProcess(script: string, ...args: readonly string[]): StartedProcess {
  const hook = join(ROOT, 'tools/swc-register.cjs');
  const nodeArgs = ['-r', hook, '-C', '@intekenboek/source', script, ...args];
  return spawn(process.execPath, nodeArgs, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** In such a process: what the parent gave on the command line. */
export function argument(place: number): string {
  const given = process.argv[2 + place];
  if (given === undefined) throw new Error(`Argument ${place} is missing.`);
  return given;
}

/** The whole of such a process; what goes wrong in it is told to the parent. */
export function runProcess(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    writeSync(2, `${String(error)}\n`);
    process.exitCode = 1;
  });
}
