import {
  FEED_START,
  type Instant,
  type LogEntry,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import {
  appendSome,
  describeWithServer,
  feedAfter,
  followUntil,
  newStream,
  wallClock,
} from '@intekenboek/event-sourcing-testing';

import { LOCK_CLASS, TURN_LOCK } from './migrations';
import { openPostgresEventStore, type PostgresEventStore } from './postgres.event-store';
import { insertRaw, logDatabases, until, withSession } from './postgres-log.fixtures';

const HELD_OPEN_MS = 11_000;
const WRITERS = 16;
const APPENDS = 25;

const placeOf = ({ stream, revision }: RecordedEvent): string => `${stream}@${revision}`;
const placesOf = (events: readonly RecordedEvent[]) => events.map(placeOf);

describeWithServer('DATABASE_URL', 'the feed in PostgreSQL', (server) => {
  const newDatabase = logDatabases(server);
  const stores: PostgresEventStore[] = [];
  const lines: LogEntry[] = [];

  async function open(url: string, clock = wallClock): Promise<PostgresEventStore> {
    const store = await openPostgresEventStore({ url, clock, log: (line) => lines.push(line) });
    stores.push(store);
    return store;
  }

  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    lines.splice(0);
  });

  it('waits for a slow transaction and skips nothing of it, nor of what was committed meanwhile', async () => {
    const { url } = await newDatabase();
    const [one, other] = [await open(url), await open(url)];
    const [slow, slower, before] = [newStream('slow'), newStream('slower'), newStream('before')];
    await appendSome(one, before, 1);
    const followers = [one, other].map((store) => followUntil(store, FEED_START, 43, 60_000));
    const meanwhile: StreamName[] = [];

    await withSession(url, async (session) => {
      await session.query('begin');
      await insertRaw(session, slow);
      const end = performance.now() + HELD_OPEN_MS;
      for (let n = 0; performance.now() < end || n < 40; n += 1) {
        const stream = newStream('meanwhile');
        if (n < 40) meanwhile.push(stream);
        if (n < 40) await appendSome(n % 2 === 0 ? one : other, stream, 1);
        // Acknowledged, there for who reads the stream, at the head of the log, and not yet in the feed.
        expect(placesOf(await feedAfter(other, FEED_START))).toEqual([`${before}@0`]);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(await one.head()).toBe((await other.readStream(meanwhile.at(-1)!)).events[0]?.position);
      expect(one.feedHeldBackMs()).toBeGreaterThan(HELD_OPEN_MS / 2);
      // Later than all others, and yet part of the transaction that began before them.
      await insertRaw(session, slower);
      await session.query('commit');
    });

    const wanted = [before, slow, slower, ...meanwhile].map((stream) => `${stream}@0`);
    for (const followed of await Promise.all(followers)) expect(placesOf(followed)).toEqual(wanted);
    expect(placesOf(await feedAfter(one, FEED_START, 1))).toEqual(wanted);
    expect(lines.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
      expect.stringMatching(/wait for a transaction of server process \d+ .* pg_terminate_backend/s),
      expect.stringMatching(/wait for a transaction of server process \d+ .* pg_terminate_backend/s),
    ]);
    await until(() => one.feedHeldBackMs() === 0, 'the feed is not held back any more');
  }, 90_000);

  it('goes on when a slow transaction ends without its events', async () => {
    const { url } = await newDatabase();
    const store = await open(url);
    const [given, followed] = [newStream(), followUntil(store, FEED_START, 1)];
    await withSession(url, async (session) => {
      await session.query('begin');
      await insertRaw(session, newStream('given-up'));
      await appendSome(store, given, 1);
      expect(await store.readAll(FEED_START, 10)).toEqual([]);
      await session.query('rollback');
    });
    expect(placesOf(await followed)).toEqual([`${given}@0`]);
  });

  it('does not wait for transactions that write something else, in this database or another', async () => {
    const [{ url }, { url: elsewhere }] = [await newDatabase(), await newDatabase()];
    const store = await open(url);
    await withSession(url, (here) =>
      withSession(elsewhere, async (there) => {
        for (const session of [here, there]) {
          await session.query('create table other (n integer); begin; insert into other values (1)');
        }
        const stream = newStream();
        await appendSome(store, stream, 2);
        expect(placesOf(await feedAfter(store, FEED_START))).toEqual([`${stream}@0`, `${stream}@1`]);
        await expect(insertRaw(here, newStream())).rejects.toThrow('first thing that a transaction writes');
      }),
    );
  });

  it('waits while it cannot know the number of a transaction that is about to write events', async () => {
    const { url } = await newDatabase();
    const [store, stream] = [await open(url), newStream()];
    await withSession(url, (about) =>
      withSession(url, async (other) => {
        // Its number could be that of the other one, which is lower than that of the append.
        await other.query('create table other (n integer); begin; insert into other values (1)');
        await about.query('begin; lock table event_log.events in row exclusive mode');
        await appendSome(store, stream, 1);
        expect(await store.readAll(FEED_START, 10)).toEqual([]);
        await about.query('rollback');
        expect(placesOf(await feedAfter(store, FEED_START))).toEqual([`${stream}@0`]);
      }),
    );
  });

  it(`gives ${WRITERS} writers on two stores to followers on both, each event once and in order`, async () => {
    const { url } = await newDatabase();
    const ahead = { now: () => new Date(Date.now() + 2_000).toISOString() as Instant };
    const both = [await open(url), await open(url, ahead)];
    const followers = [...both, ...both].map((store) => followUntil(store, FEED_START, WRITERS * APPENDS));
    const streams = Array.from({ length: WRITERS }, () => newStream());
    await Promise.all(
      streams.map(async (stream, writer) => {
        // Turn by turn on either store, so that every stream crosses from one to the other.
        for (let n = 0; n < APPENDS; n += 1) {
          await appendSome(both[(writer + n) % 2]!, stream, 1, n === 0 ? 'no-stream' : n - 1);
        }
      }),
    );

    const feed = await feedAfter(both[0]!, FEED_START, 37);
    for (const followed of await Promise.all(followers)) expect(placesOf(followed)).toEqual(placesOf(feed));
    expect(new Set(placesOf(feed)).size).toBe(WRITERS * APPENDS);
    for (const stream of streams) {
      const revisions = feed.filter((event) => event.stream === stream).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: APPENDS }, (_, n) => n));
    }
    const moments = feed.map(({ recordedAt }) => recordedAt);
    expect(moments).toEqual([...moments].sort());
  });

  it('gives transactions their number and their moment one by one, and keeps nobody waiting for a commit', async () => {
    const { url } = await newDatabase();
    const [store, stream] = [await open(url), newStream()];
    await withSession(url, async (session) => {
      const turn = [LOCK_CLASS, TURN_LOCK];
      const holders = `select pid from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2
        and database = (select oid from pg_database where datname = current_database())`;
      await session.query('select pg_advisory_lock($1, $2)', turn);
      const append = appendSome(store, stream, 1);
      const locksOfWaiting = async () => {
        const { rows } = await session.query<{ locktype: string }>(
          `select locktype from pg_locks where granted and pid in (${holders} and not granted)`,
          turn,
        );
        return rows.map(({ locktype }) => locktype);
      };
      await until(async () => (await locksOfWaiting()).length > 0, 'the append waits for its turn');
      expect(await locksOfWaiting()).not.toContain('transactionid');
      await session.query('select pg_advisory_unlock($1, $2)', turn);
      await append;

      // A transaction that is not finished holds the feed back, and no other append.
      await session.query('begin');
      await insertRaw(session, newStream('slow'));
      await appendSome(store, stream, 1, 0);
      expect((await session.query(holders, turn)).rows).toEqual([]);
    });
  });

  it('lets one of two stores win a revision, and tells the other of the conflict', async () => {
    const { url } = await newDatabase();
    const both = [await open(url), await open(url)];
    for (let n = 0; n < 20; n += 1) {
      const stream = newStream();
      const outcomes = await Promise.allSettled(both.map((store) => appendSome(store, stream, 2)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(lost?.reason).toMatchObject({ name: 'ConcurrencyConflict', stream });
      expect((await both[0]!.readStream(stream)).revision).toBe(1);
    }
  });
});
