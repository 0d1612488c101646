import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { describeWithServer } from '@intekenboek/event-sourcing-testing';
import { sql } from 'kysely';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';

import type { Database } from './database';
import { openPostgres } from './open-postgres';
import { pause } from './pause';
import { appendPromise, appendPromises, heard, promises, until } from './promises.fixtures';
import { ReadModelEngine } from './read-model-engine';
import { ReadModelReader } from './read-model-reader';
import { runWithLease } from './run-with-lease';
import { type OwnServer, ownServer } from './server.fixtures';
import { tallied, tally } from './tally.fixtures';

jest.setTimeout(180_000);
const KILLS = 5;
/** What the operator hears: of the engine that keeps the read models up, and of the reader beside it. */
const LOST = [
  'Read models cannot be kept up at the moment.',
  'Read models cannot be followed at the moment; it is tried again until they can.',
];
const FOUND = ['Read models are kept up again.', 'Read models are followed again.'];

describeWithServer('DATABASE_URL', 'a server that is killed under load', () => {
  let server: OwnServer;
  let databases: readonly Database[] = [];
  const store = new InMemoryEventStore();
  const { log, entries, text } = heard();
  const damage: Error[] = [];
  const told = (message: string) => entries.filter((entry) => entry.message === message).length;
  beforeAll(async () => {
    server = await ownServer();
    databases = [await openPostgres({ url: server.url, log }), await openPostgres({ url: server.url, log })];
    for (const database of databases) database.onDamage((error) => damage.push(error));
  });
  afterAll(async () => {
    for (const database of databases) await database.close();
    await server?.remove();
  });

  it('leaves the read models right, whoever reads them, and the lease with one holder', async () => {
    const [written, read] = databases as [Database, Database];
    const engine = await ReadModelEngine.open({
      database: written,
      eventStore: store,
      readModels: [tally],
      log,
    });
    engine.start();
    const reader = await ReadModelReader.open({
      database: read,
      eventStore: store,
      readModels: [tally],
      log,
    });
    const stop = new AbortController();
    let [holders, most, terms] = [0, 0, 0];
    const leased = [written, read].map((database, index) => {
      const options = { database, name: 'work', holder: String(index), ttlMs: 1_500, log };
      return runWithLease(options, stop.signal, async (signal) => {
        most = Math.max(most, ++holders);
        terms += 1;
        await pause(60_000, signal);
        holders -= 1;
      });
    });

    let made = 0;
    const appending = (async () => {
      while (!stop.signal.aborted) {
        await appendPromise(store, ++made);
        await pause(1, stop.signal);
      }
    })();
    const some = async () => {
      const before = made;
      await until(() => made > before + 50);
    };
    const someThatAreRead = async () => {
      await some();
      await reader.handle(tally).waitFor(await store.head(), 60_000);
    };
    const endSessions = sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()`;
    await someThatAreRead();
    for (let times = 0; times < KILLS; times++) {
      const toldBefore = LOST.map(told);
      await server.kill();
      // An absence that ends before anybody looks is nothing to tell of.
      await until(() => LOST.every((message, index) => told(message) > toldBefore[index]!));
      await some();
      await server.restart();
      await someThatAreRead();
      await endSessions.execute(read.kysely);
      await someThatAreRead();
    }
    const termsBefore = terms;
    await until(() => holders === 1 && terms >= termsBefore);
    stop.abort();
    await Promise.all([...leased, appending]);

    await reader.caughtUp();
    expect(await tallied(read)).toEqual({ events: made * 4, position: await store.head() });
    expect(most).toBe(1);
    expect(damage).toEqual([]);
    await engine.stop();
    await reader.stop();
  });

  it('is told to the operator every time, and so is its return', async () => {
    for (const message of [...LOST, ...FOUND]) expect(told(message)).toBeGreaterThanOrEqual(KILLS);
    expect(text()).not.toContain('postgres://');
  });

  it('answers queries again by itself', async () => {
    expect((await tallied(databases[0]!)).events).toBeGreaterThan(0);
  });
});

describeWithServer('DATABASE_URL', 'a page of a table that is damaged', () => {
  let server: OwnServer;
  let database: Database;
  beforeAll(async () => {
    server = await ownServer();
    database = await openPostgres({ url: server.url });
  });
  afterAll(async () => {
    await database.close();
    await server?.remove();
  });

  it('is found by who reads it, and the table is built anew by who keeps it up', async () => {
    const store = new InMemoryEventStore();
    await appendPromises(store, 1, 200);
    const options = { database, eventStore: store, readModels: [promises] };
    const engine = await ReadModelEngine.open(options);
    engine.start();
    await engine.caughtUp();
    const path = sql<{ path: string }>`
      select current_setting('data_directory') || '/' || pg_relation_filepath('promises.promise') as path`;
    const [{ path: file }] = (await path.execute(database.kysely)).rows as [{ path: string }];
    // What is on the disk is then not mended from the log of the server.
    await sql`checkpoint`.execute(database.kysely);
    await server.kill();
    scribble(file);
    await server.restart();

    const { log, entries } = heard();
    const another = await openPostgres({ url: server.url });
    const reader = await ReadModelReader.open({ ...options, database: another, log });
    const rows = () => reader.handle(promises).tables().selectFrom('promise').selectAll().execute();
    await expect(rows()).rejects.toMatchObject({ code: 'XX001' });
    await until(() =>
      rows().then(
        (found) => found.length === 200,
        () => false,
      ),
    );
    expect(entries.some(({ message }) => message.includes('damaged'))).toBe(true);
    await reader.stop();
    await another.close();
    await engine.stop();
  });
});

function scribble(file: string): void {
  const handle = openSync(file, 'r+');
  const { size } = statSync(file);
  for (let offset = 0; offset < size; offset += 512) writeSync(handle, 'scribbled upon', offset);
  closeSync(handle);
}
