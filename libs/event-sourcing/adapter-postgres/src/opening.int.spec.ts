import { FEED_START } from '@intekenboek/event-sourcing-core';
import {
  appendSome,
  describeWithServer,
  feedAfter,
  followUntil,
  newStream,
  startProcess,
  wallClock,
} from '@intekenboek/event-sourcing-testing';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { MIGRATIONS } from './migrations';
import { openPostgresEventStore, type PostgresEventStore } from './postgres.event-store';
import { logDatabases, until, withSession } from './postgres-log.fixtures';

const PROCESSES = 4;
const ENDS_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

const unavailable = (message: RegExp) =>
  expect.objectContaining({ name: 'EventStoreUnavailable', message: expect.stringMatching(message) });

describeWithServer('DATABASE_URL', 'opening the log in PostgreSQL', (server) => {
  const newDatabase = logDatabases(server);
  const stores: PostgresEventStore[] = [];

  async function open(url: string): Promise<PostgresEventStore> {
    const store = await openPostgresEventStore({ url, clock: wallClock });
    stores.push(store);
    return store;
  }
  const run = (url: string, statement: string) => withSession(url, (session) => session.query(statement));

  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });

  it('begins empty', async () => {
    const store = await open((await newDatabase()).url);
    expect(await store.head()).toBe(FEED_START);
    expect(await store.readAll(FEED_START, 1)).toEqual([]);
  });

  it(`makes the tables once when ${PROCESSES} processes start at once`, async () => {
    const { url } = await newDatabase();
    const told = await Promise.all(
      Array.from({ length: PROCESSES }, async () => {
        const child = startProcess(join(__dirname, 'opening.process.ts'), url);
        const [logId, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
        if (child.exitCode === null) await once(child, 'exit');
        return { logId, complaints };
      }),
    );
    const logId = await (await open(url)).logId();
    expect(told).toEqual(Array(PROCESSES).fill({ logId, complaints: '' }));
    const { rows } = await run(url, 'select number from event_log.migrations order by number');
    expect(rows).toEqual(MIGRATIONS.map((_, index) => ({ number: index + 1 })));
  });

  it('refuses a log that a newer release made, and says so', async () => {
    const { url } = await newDatabase();
    await (await open(url)).close();
    await run(url, `insert into event_log.migrations (number) values (${MIGRATIONS.length + 1})`);
    await expect(open(url)).rejects.toEqual(unavailable(/newer release \(format 2; this one knows 1\)/));
  });

  it('refuses a database that cannot hold every text', async () => {
    const name = `intekenboek_test_latin_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(server);
    url.pathname = `/${name}`;
    await run(server, `create database ${name} template template0 encoding 'LATIN1' locale 'C'`);
    try {
      await expect(open(url.href)).rejects.toEqual(unavailable(/LATIN1.*UTF8/));
    } finally {
      await run(server, `drop database ${name} with (force)`);
    }
  });

  it('says what to do when there is no server or no database, and repeats no password', async () => {
    const nobody = open('postgres://clerk:secret@127.0.0.1:1/log');
    await expect(nobody).rejects.toEqual(unavailable(/^127\.0\.0\.1:1\/log cannot be reached/));
    await nobody.catch((error: unknown) => expect(String(error)).not.toContain('secret'));
    const nowhere = new URL(server);
    nowhere.pathname = '/intekenboek_nowhere';
    await expect(open(nowhere.href)).rejects.toEqual(unavailable(/intekenboek_nowhere.*Make the database/));
  });

  it('needs no right to make tables once they are there', async () => {
    const { url } = await newDatabase();
    await (await open(url)).close();
    const role = `intekenboek_test_${randomUUID().replaceAll('-', '')}`;
    await run(
      url,
      `create role ${role} login;
        grant usage on schema event_log to ${role};
        grant select, insert on all tables in schema event_log to ${role};
        grant usage, select, update on all sequences in schema event_log to ${role}`,
    );
    try {
      const asRole = new URL(url);
      asRole.username = role;
      const store = await open(asRole.href);
      const stream = newStream();
      await appendSome(store, stream, 2);
      expect((await followUntil(store, FEED_START, 2)).map((event) => event.stream)).toEqual([
        stream,
        stream,
      ]);
      await store.close();
    } finally {
      await run(url, `drop owned by ${role}; drop role ${role}`);
    }
  });

  describe('a log that was restored from a dump on another server, which counts lower', () => {
    /** What a dump brings along: events of transactions that this server has not come to yet. */
    async function restored() {
      const { url } = await newDatabase();
      const before = await open(url);
      await appendSome(before, newStream('old'), 3);
      await run(
        url,
        `update event_log.events set transaction_id = transaction_id + 1000000000; ${ENDS_OTHERS}`,
      );
      return { url, before };
    }

    it('goes on where it ended: positions stay, and new events come after them', async () => {
      const { url } = await restored();
      const [store, stream] = [await open(url), newStream('new')];
      const old = await feedAfter(store, FEED_START);
      expect(old).toHaveLength(3);
      const { position } = await appendSome(store, stream, 2);
      await appendSome(await open(url), stream, 1, 1);
      await withSession(url, async (session) => {
        // Something else under way, so that the numbers of transactions are compared one by one.
        await session.query('begin; create table other (n integer)');
        await appendSome(store, stream, 1, 2);
        const feed = await feedAfter(store, old.at(-1)!.position, 1);
        expect(feed.map((event) => event.revision)).toEqual([0, 1, 2, 3]);
      });
      expect((await store.head()) > position).toBe(true);
      expect((await feedAfter(store, FEED_START)).slice(0, 3)).toEqual(old);
    });

    it('is refused to a service that was running meanwhile', async () => {
      const { url, before } = await restored();
      const isRefused = async (call: Promise<unknown>) =>
        /EventStoreUnavailable.*Restart the service/.test(String(await call.catch(String)));
      // The first answer may be that the old connection has ended.
      await until(() => isRefused(appendSome(before, newStream(), 1)), 'an append is refused');
      await open(url);
      await until(() => isRefused(before.readAll(FEED_START, 1)), 'reading is refused');
    });
  });
});
