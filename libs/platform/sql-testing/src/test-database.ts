import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newPostgresDatabase } from '@intekenboek/event-sourcing-testing';
import { type Database, openPglite, openPostgres } from '@intekenboek/platform-sql';

interface Opened {
  readonly database: Database;
  readonly remove: () => Promise<void>;
}

/**
 * A database for the tests of one file: call it at the top, and the function that it gives inside the tests. It is PGlite,
 * or a new database on the server of DATABASE_URL where INTEKENBOEK_TEST_READ_MODELS is `postgres`.
 */
export const testDatabase = (): (() => Database) =>
  forTheFile(process.env['INTEKENBOEK_TEST_READ_MODELS'] === 'postgres' ? onServer : inFolder);

/** The same and, where DATABASE_URL names a server, another one on it: what both hold must be equal. */
export const testDatabases = (): readonly [() => Database, ...(() => Database)[]] =>
  process.env['DATABASE_URL'] ? [testDatabase(), forTheFile(onServer)] : [testDatabase()];

function forTheFile(open: () => Promise<Opened>): () => Database {
  let opened: Opened | undefined;

  beforeAll(async () => {
    opened = await open();
  }, 60_000);

  afterAll(async () => {
    await opened?.database.close();
    await opened?.remove();
  });

  return () => {
    if (opened === undefined) throw new Error('Ask for the test database inside a test.');
    return opened.database;
  };
}

async function inFolder(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'intekenboek-'));
  // In a folder rather than in memory, because a copied folder opens several times faster than a new database.
  const database = await openPglite({ directory: join(folder, 'read-models') });
  return { database, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function onServer(): Promise<Opened> {
  const address = process.env['DATABASE_URL'];
  if (!address) throw new Error('INTEKENBOEK_TEST_READ_MODELS is postgres: set DATABASE_URL as well.');
  // In Dutch, as the database of an organisation may be: answers must not follow from its order of letters.
  const server = await newPostgresDatabase(address, 'nl');
  return { database: await openPostgres({ url: server.url }), remove: () => server.drop() };
}
