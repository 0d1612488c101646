import { FEED_START, type RecordedEvent } from '@intekenboek/event-sourcing-core';
import {
  appendOf,
  appendSome,
  describeWithServer,
  feedAfter,
  followUntil,
  newStream,
  streamOfWriter,
  wallClock,
} from '@intekenboek/event-sourcing-testing';

import { connectionTo } from './log-connection';
import { LogDatabase } from './log-database';
import { openLog } from './log-identity';
import { LOCK_CLASS, TURN_LOCK } from './migrations';
import { openPostgresEventStore, type PostgresEventStore } from './postgres.event-store';
import { insertRaw, logDatabases, until, withSession } from './postgres-log.fixtures';

const WRITERS = 8;
const COMMANDS = 40;
const ENDS_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

const placesOf = (events: readonly RecordedEvent[]) =>
  events.map(({ stream, revision }) => `${stream}@${revision}`);

/** Appends the commands of a writer; what got no answer is sent again as it was. Gives how often that was. */
async function appendAll(store: PostgresEventStore, writer: number): Promise<number> {
  let [expected, again]: [number | 'no-stream', number] = ['no-stream', 0];
  for (let number = 0; number < COMMANDS;) {
    const { events, metadata } = appendOf(writer, number);
    try {
      expected = (await store.append(streamOfWriter(writer), events, expected, metadata)).revision;
      number += 1;
    } catch (error) {
      expect(error).toMatchObject({ name: 'EventStoreUnavailable' });
      again += 1;
    }
  }
  return again;
}

describeWithServer('DATABASE_URL', 'a server that breaks connections', (server) => {
  const newDatabase = logDatabases(server);
  const stores: PostgresEventStore[] = [];

  async function open(url: string): Promise<PostgresEventStore> {
    const store = await openPostgresEventStore({ url, clock: wallClock });
    stores.push(store);
    return store;
  }

  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });

  it('loses nothing, doubles nothing and stops no follower, however often it does so', async () => {
    const { url } = await newDatabase();
    const [store, other] = [await open(url), await open(url)];
    const wanted = Array.from({ length: WRITERS }, (_, writer) =>
      Array.from({ length: COMMANDS }, (__, number) => appendOf(writer, number).events.length),
    );
    const count = wanted.flat().reduce((sum, size) => sum + size, 0);
    const followers = [store, other].map((one) => followUntil(one, FEED_START, count));
    let isDone = false;
    const breaking = withSession(url, async (session) => {
      while (!isDone) {
        await session.query(ENDS_OTHERS);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    });
    const again = await Promise.all(wanted.map((_, writer) => appendAll(store, writer)));
    isDone = true;
    await breaking;

    expect(Math.max(...again)).toBeGreaterThan(0);
    await until(async () => (await store.head().catch(() => '')) !== '', 'the server can be read');
    const feed = await feedAfter(store, FEED_START);
    expect(placesOf(feed).sort()).toEqual(
      wanted
        .flatMap((sizes, writer) =>
          Array.from(
            { length: sizes.reduce((sum, size) => sum + size, 0) },
            (_, n) => `${streamOfWriter(writer)}@${n}`,
          ),
        )
        .sort(),
    );
    for (const followed of await Promise.all(followers)) expect(placesOf(followed)).toEqual(placesOf(feed));
  }, 90_000);

  it('is heard again by who listens for other processes: twenty times, faster than by looking', async () => {
    const { url } = await newDatabase();
    const [store, other] = [await open(url), await open(url)];
    const pages = other.follow(FEED_START, new AbortController().signal)[Symbol.asyncIterator]();
    const listens = `select from pg_stat_activity where datname = current_database() and query like 'listen%'`;
    await withSession(url, async (session) => {
      const isListening = async () => (await session.query(listens)).rows.length > 0;
      await until(isListening, 'somebody listens');
      await session.query(`${ENDS_OTHERS} and query like 'listen%'`);
      await until(async () => !(await isListening()), 'nobody listens');
      await until(isListening, 'somebody listens again');
    });
    const begin = performance.now();
    for (let n = 0; n < 20; n += 1) {
      const next = pages.next();
      await appendSome(store, newStream(), 1);
      expect((await next).value).toHaveLength(1);
    }
    // Looking by itself every second would take twenty.
    expect(performance.now() - begin).toBeLessThan(10_000);
    await pages.return?.();
  });

  it('says that it only reads, and writes again as soon as it may, without a restart of the service', async () => {
    const { url } = await newDatabase();
    const [store, stream] = [await open(url), newStream()];
    const name = new URL(url).pathname.slice(1);
    const setDatabase = (setting: string) =>
      withSession(url, async (session) => {
        await session.query('set default_transaction_read_only = off');
        await session.query(`alter database ${name} ${setting}`);
        await session.query(ENDS_OTHERS);
      });
    await setDatabase('set default_transaction_read_only = on');
    const outcome = () => appendSome(store, stream, 1).then(String, String);
    await until(async () => /only reads.*25006/.test(await outcome()), 'the append is refused');
    expect(await store.readStream(stream)).toEqual({ revision: 'no-stream', events: [] });
    await setDatabase('reset all');
    await until(async () => !/EventStoreUnavailable/.test(await outcome()), 'the append is taken');
    expect((await store.readStream(stream)).revision).toBe(0);
  });

  it('that tells an append to stop frees what it held, and takes the next one', async () => {
    const { url } = await newDatabase();
    const [store, stream] = [await open(url), newStream()];
    await withSession(url, async (session) => {
      await session.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, TURN_LOCK]);
      const append = appendSome(store, stream, 1).catch(String);
      const waiting = `from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      await until(async () => (await session.query(`select ${waiting}`)).rows.length > 0, 'the append waits');
      const { rows } = await session.query<{ pid: number }>(`select pid, pg_cancel_backend(pid) ${waiting}`);
      expect(await append).toMatch(/EventStoreUnavailable.*was told to stop.*57014/);
      const isThere = async () =>
        (await session.query('select from pg_stat_activity where pid = $1', [rows[0]!.pid])).rows.length > 0;
      await until(async () => !(await isThere()), 'its session has ended');
      await session.query('select pg_advisory_unlock($1, $2)', [LOCK_CLASS, TURN_LOCK]);
    });
    expect(await appendSome(store, stream, 1)).toMatchObject({ revision: 0 });
  });

  it.each([
    ['a group', 1, ['fulfilled', 'rejected', 'fulfilled']],
    ['an append', 0, ['rejected']],
  ])('that ends %s in favour of another transaction only delays it', async (_, taken, wanted) => {
    const { url } = await newDatabase();
    const store = await open(url);
    const streams = wanted.map(() => newStream());
    await withSession(url, async (session) => {
      // Of two that wait for each other the server ends the one that looks first, and this one looks late.
      await session.query(`set deadlock_timeout = '20s'`);
      await session.query('begin');
      await insertRaw(session, streams[taken]!);
      const outcomes = Promise.allSettled(streams.map((stream) => appendSome(store, stream, 1)));
      await withSession(url, (other) =>
        until(async () => {
          const { rows } = await other.query(
            `select from pg_locks where locktype = 'transactionid' and not granted
              and pid in (select pid from pg_stat_activity where datname = current_database())`,
          );
          return rows.length > 0;
        }, 'the append waits for the other transaction'),
      );
      // Now each waits for the other. What this one asks for it gets first, once the append has been ended.
      await session.query('lock table event_log.events in share mode');
      await session.query('commit');
      expect((await outcomes).map(({ status }) => status)).toEqual(wanted);
      expect((await outcomes)[taken]).toMatchObject({ reason: { name: 'ConcurrencyConflict' } });
    });
  });

  it.each([
    ['off', 'on'],
    ['local', 'local'],
    ['remote_apply', 'remote_apply'],
  ])(
    'that flushes as %s when a transaction is committed, does so as %s for the log',
    async (setting, kept) => {
      const { url } = await newDatabase();
      await withSession(url, (session) =>
        session.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = ${setting}`),
      );
      const connection = connectionTo(url);
      const database = new LogDatabase(connection, await openLog(connection), { writing: 1, reading: 1 });
      const show = { text: 'show synchronous_commit' };
      expect(await database.write((ask) => ask(show))).toEqual([[kept]]);
      await database.close();
    },
  );
});
