import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Database, openPglite } from '@intekenboek/platform-sql';

/** A database for the tests of one file: call it at the top, and the function that it gives inside the tests. */
export function testDatabase(): () => Database {
  let folder: string;
  let database: Database | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'intekenboek-'));
    // In a folder rather than in memory, because a copied folder opens several times faster than a new database.
    database = await openPglite({ directory: join(folder, 'read-models') });
  }, 60_000);

  afterAll(async () => {
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  return () => {
    if (database === undefined) throw new Error('Ask for the test database inside a test.');
    return database;
  };
}
