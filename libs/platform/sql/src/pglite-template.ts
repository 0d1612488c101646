import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { flushFiles } from './flush-files';
import { PgliteClient } from './pglite-client';

/**
 * A folder with an empty database: a copy of it opens in half a second, where making one takes two to three.
 * Kept in the cache folder of node_modules; null where that cannot be written.
 */
export async function emptyDatabaseFolder(timeoutMs: number): Promise<string | null> {
  const folder = templateFolder();
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(draft, { recursive: true, force: true });
    const client = await PgliteClient.open({ dataDir: draft }, () => undefined, timeoutMs);
    await client.close();
    flushFiles(draft);
    renameSync(draft, folder);
  } catch {
    // Another process may have been first, which is as good; or this place cannot be written. What is wrong with the
    // database itself shows when it is opened.
    rmSync(draft, { recursive: true, force: true });
  }
  return existsSync(folder) ? folder : null;
}

/** The version of PGlite is in the name: another version may have another form of files. */
function templateFolder(): string {
  const pglite = join(require.resolve('@electric-sql/pglite'), '..', '..');
  // Read as a file, because the package does not export its manifest.
  const { version } = JSON.parse(readFileSync(join(pglite, 'package.json'), 'utf8')) as { version: string };
  return join(pglite, '..', '..', '.cache', 'intekenboek', `pglite-${version}`);
}
