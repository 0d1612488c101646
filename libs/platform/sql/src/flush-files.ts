import { closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Puts the files under `directory` that changed since `since` (milliseconds) on the disk, and their names. */
export function flushFiles(directory: string, since = 0): void {
  const entries = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  for (const path of [directory, ...entries.map((entry) => join(directory, entry))]) {
    if (statSync(path).mtimeMs >= since) flush(path);
  }
}

function flush(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return; // Windows does not open folders.
  }
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
