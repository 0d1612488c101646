import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** The path of a log that does not exist yet, in a folder that `removeFolders` takes away. */
export function newLogPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'intekenboek-log-'));
  folders.push(folder);
  return join(folder, 'log.sqlite');
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
