import {
  describeWithServer,
  newPostgresDatabase,
  type PostgresDatabase,
} from '@intekenboek/event-sourcing-testing';

import type { Database } from './database';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';
import { testFolder } from './promises.fixtures';

/** The database of a test file, and the same one as another process sees it: on PGlite that is itself. */
export interface DatabaseUnderTest {
  readonly kind: Database['kind'];
  readonly database: () => Database;
  readonly another: () => Database;
}
export type Suite = (underTest: DatabaseUnderTest) => void;

/** The same rules on PGlite and, where DATABASE_URL names a server, on PostgreSQL. */
export function onEveryDatabase(title: string, body: Suite): void {
  describe(`${title}: PGlite`, () => {
    runOn('PGLITE', body, async () => ({ database: await openPglite({ directory: folder() }) }));
    // Its hook comes last: hooks run in the order in which they are made.
    const folder = testFolder();
  });
  describeWithServer('DATABASE_URL', `${title}: PostgreSQL`, (address) => {
    runOn('POSTGRES', body, async () => {
      const server = await newPostgresDatabase(address, 'nl');
      const [database, another] = [
        await openPostgres({ url: server.url }),
        await openPostgres({ url: server.url }),
      ];
      return { database, another, server };
    });
  });
}

interface Opened {
  readonly database: Database;
  readonly another?: Database;
  readonly server?: PostgresDatabase;
}

function runOn(kind: Database['kind'], body: Suite, open: () => Promise<Opened>): void {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await open();
  }, 60_000);
  const inside = (): Opened => {
    if (opened === undefined) throw new Error('Ask for the database inside a test.');
    return opened;
  };
  body({
    kind,
    database: () => inside().database,
    another: () => inside().another ?? inside().database,
  });
  afterAll(async () => {
    await opened?.another?.close();
    await opened?.database.close();
    await opened?.server?.drop();
  });
}
