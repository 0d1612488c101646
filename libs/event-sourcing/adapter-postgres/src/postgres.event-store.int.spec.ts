import {
  type EventStore,
  FEED_START,
  type FeedPosition,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import {
  appendSome,
  describeWithServer,
  eventImportContract,
  eventStoreContract,
  feedAfter,
  newEvent,
  newMetadata,
  newStream,
  StoppedClock,
} from '@intekenboek/event-sourcing-testing';
import { inspect } from 'node:util';

import { openPostgresEventStore, type PostgresEventStore } from './postgres.event-store';
import { logDatabases } from './postgres-log.fixtures';

const transactionOf = (position: FeedPosition): string => position.split('-')[0]!;

/** The first events of a stream, as another log recorded them. */
const recordedPage = (stream: StreamName, length: number, data: object = {}): readonly RecordedEvent[] =>
  Array.from({ length }, (_, revision) => ({
    ...newEvent(revision, data),
    ...{ stream, revision, position: FEED_START, metadata: newMetadata() },
    recordedAt: new StoppedClock().now(),
  }));

describeWithServer('DATABASE_URL', 'the log in PostgreSQL', (server) => {
  const newDatabase = logDatabases(server);
  const urlOf = new WeakMap<object, string>();

  async function open(url?: string, clock = new StoppedClock()): Promise<PostgresEventStore> {
    const address = url ?? (await newDatabase()).url;
    const store = await openPostgresEventStore({ url: address, clock });
    urlOf.set(store, address);
    return store;
  }

  async function reopen(store: EventStore): Promise<PostgresEventStore> {
    await store.close();
    return open(urlOf.get(store));
  }

  eventStoreContract('postgres', () => open(), reopen);
  eventImportContract('postgres', () => open(), reopen);

  it('writes all that waits in one turn in one transaction, and answers each by itself', async () => {
    const store = await open();
    const streams = Array.from({ length: 16 }, () => newStream());
    const appends = streams.map((stream, n) => appendSome(store, stream, 2, n === 3 ? 7 : 'no-stream'));
    const outcomes = await Promise.allSettled(appends);

    expect(outcomes.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([3]);
    const feed = await feedAfter(store, FEED_START);
    expect(feed).toHaveLength(30);
    expect(new Set(feed.map(({ position }) => transactionOf(position))).size).toBe(1);
    await store.close();
  });

  it('does not let an event that cannot be stored, or an id that is in use, harm their neighbours', async () => {
    const store = await open();
    const used = newEvent(0);
    await store.append(newStream(), [used], 'no-stream', newMetadata());
    const broken = { ...newEvent(0), type: undefined as unknown as string };
    const streams = Array.from({ length: 8 }, () => newStream());
    const extra = new Map([
      [2, used],
      [5, broken],
    ]);
    const outcomes = await Promise.allSettled(
      streams.map((stream, n) => {
        const last = extra.get(n);
        const events = last === undefined ? [newEvent(0)] : [newEvent(0), last];
        return store.append(stream, events, 'no-stream', newMetadata());
      }),
    );
    const reasons = outcomes.flatMap((outcome, n) =>
      outcome.status === 'rejected' ? [[n, String(outcome.reason)]] : [],
    );
    expect(reasons).toEqual([
      [2, expect.stringContaining('EventIdTaken')],
      [5, expect.stringMatching(/cannot be stored.*null value in column "type"/)],
    ]);
    expect(await feedAfter(store, FEED_START)).toHaveLength(1 + 6);
    expect(await appendSome(store, streams[0]!, 1, 0)).toMatchObject({ revision: 1 });
    await store.close();
  });

  it('does not record an earlier moment when the clock was set back, also while it was closed', async () => {
    const [clock, stream, { url }] = [new StoppedClock(), newStream(), await newDatabase()];
    const before = await open(url, clock);
    await appendSome(before, stream, 1);
    await before.close();
    clock.set('2026-01-01T00:00:00Z');
    const after = await open(url, clock);
    await appendSome(after, stream, 1, 0);
    const { events } = await after.readStream(stream);
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(Array(2).fill('2026-02-02T12:00:00.000Z'));
    await after.close();
  });

  it('takes a page of 20 MB, in one transaction', async () => {
    const [store, stream] = [await open(), newStream()];
    const page = recordedPage(stream, 30, { text: 'é'.repeat(350_000) });
    await store.importEvents(page);
    const { events } = await store.readStream(stream);
    expect(events.map(({ data }) => data)).toEqual(page.map(({ data }) => data));
    expect(new Set(events.map(({ position }) => transactionOf(position))).size).toBe(1);
    await store.close();
  });

  it('takes the same page from two processes at the same moment, and stores it once', async () => {
    const { url } = await newDatabase();
    const both = [await open(url), await open(url)];
    for (let n = 0; n < 5; n += 1) {
      const [start, page] = [await both[0]!.head(), recordedPage(newStream(), 50)];
      await Promise.all(both.map((store) => store.importEvents(page)));
      expect(await feedAfter(both[1]!, start)).toHaveLength(50);
    }
    await Promise.all(both.map((store) => store.close()));
  });

  it('keeps nobody waiting when it is closed while many read', async () => {
    const store = await open();
    await appendSome(store, newStream(), 1);
    const head = await store.head();
    const pages = Array.from({ length: 20 }, () =>
      store.follow(head, new AbortController().signal)[Symbol.asyncIterator]().next(),
    );
    const reads = Array.from({ length: 20 }, () => store.readAll(FEED_START, 1).then(String, String));
    const begin = performance.now();
    await store.close();
    for (const page of await Promise.all(pages)) expect(page).toMatchObject({ done: true });
    await Promise.all(reads);
    // Waiting for a connection that nobody gives would take ten.
    expect(performance.now() - begin).toBeLessThan(8_000);
  });

  it('keeps nothing of a page with an event that cannot be stored, and repeats nothing of it', async () => {
    const [store, stream] = [await open(), newStream()];
    const page = recordedPage(stream, 3, { text: 'confidential' });
    const broken = page.map((event, n) => (n === 2 ? { ...event, type: 'with\0zero' } : event));
    const refused = await store.importEvents(broken).catch((error: unknown) => error);
    expect(String(refused)).toMatch(/for the page cannot be stored.*22021/);
    expect(inspect(refused)).not.toContain('confidential');
    expect((await store.readStream(stream)).revision).toBe('no-stream');
    await store.close();
  });

  it('refuses a position that it never gave', async () => {
    const store = await open();
    await expect(store.readAll('0000000000000042' as FeedPosition, 1)).rejects.toThrow(RangeError);
    await store.close();
  });
});
