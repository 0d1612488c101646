import { FEED_START, type FeedPosition, type RecordedEvent } from '@intekenboek/event-sourcing-core';
import {
  appendSome,
  feedAfter,
  followUntil,
  newEvent,
  newMetadata,
  newStream,
} from '@intekenboek/event-sourcing-testing';
import { jsonEvent, KurrentDBClient, NO_STREAM } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';

import { type KurrentDbEventStore, openKurrentDbEventStore } from './kurrentdb.event-store';
import { closeAll, closedLater, storeOnStandIn, until } from './stand-in.fixtures';

afterEach(closeAll);

const placesOf = (events: readonly RecordedEvent[]) =>
  events.map(({ stream, revision }) => `${stream}@${revision}`);

/** Appends `count` events of a stream one by one, and does `between` after each. */
async function appendOneByOne(store: KurrentDbEventStore, count: number, between: (n: number) => void) {
  const stream = newStream();
  for (let n = 0; n < count; n += 1) {
    await appendSome(store, stream, 1, n === 0 ? 'no-stream' : n - 1);
    between(n);
  }
}

describe('a follower through a fault', () => {
  it.each<[string, 'UNAVAILABLE' | 'END']>([
    ['broken off by the server', 'UNAVAILABLE'],
    ['ended by the server', 'END'],
  ])('is given every event once, in order, when its subscription is %s again and again', async (_, how) => {
    const { store, standIn } = await storeOnStandIn();
    const followed = followUntil(store, FEED_START, 60);
    await appendOneByOne(store, 60, (n) => {
      if (n % 9 === 0) standIn.dropSubscriptions(how);
    });
    expect(placesOf(await followed)).toEqual(placesOf(await feedAfter(store, FEED_START)));
    expect(standIn.seen.subscribe).toBeGreaterThan(2);
  });

  it('is given once what is delivered twice', async () => {
    const { store, standIn } = await storeOnStandIn();
    const followed = followUntil(store, FEED_START, 40);
    await until(() => standIn.subscriptions().length === 1);
    await appendOneByOne(store, 40, (n) => standIn.repeatInSubscriptions(1 + (n % 7)));
    expect(placesOf(await followed)).toEqual(placesOf(await feedAfter(store, FEED_START)));
  });

  it('is given every event once when connections break while others write', async () => {
    const { store, standIn } = await storeOnStandIn({}, { deadlineMs: 15_000 });
    const followed = followUntil(store, FEED_START, 60);
    await appendOneByOne(store, 60, (n) => {
      if (n % 15 === 7) standIn.node(0).cut();
    });
    expect(placesOf(await followed)).toEqual(placesOf(await feedAfter(store, FEED_START)));
  });

  it('goes on at another node after its own went down and the leader changed', async () => {
    const { store, standIn } = await storeOnStandIn({ nodes: 2 }, { deadlineMs: 15_000 });
    const followed = followUntil(store, FEED_START, 30);
    await appendOneByOne(store, 10, () => undefined);
    standIn.lead(1);
    await standIn.node(0).stop();
    await appendOneByOne(store, 20, () => undefined);
    expect(placesOf(await followed)).toEqual(placesOf(await feedAfter(store, FEED_START)));
  });

  it.each(['SILENT', 'UNAVAILABLE'] as const)('waits when it cannot subscribe: %s', async (fault) => {
    const { store, standIn, lines } = await storeOnStandIn();
    standIn.faults.failSubscribing(fault, 2);
    const followed = followUntil(store, FEED_START, 1);
    await appendSome(store, newStream(), 1);
    expect(await followed).toHaveLength(1);
    const told = lines.filter(({ message }) => message.startsWith('The feed')).map(({ level }) => level);
    expect(told).toEqual(['warn', 'info']);
  });

  it('does not read again what it had passed, after a long run of events of the server', async () => {
    const { store, standIn } = await storeOnStandIn();
    await appendSome(store, newStream(), 3);
    const pages = store.follow(FEED_START, new AbortController().signal)[Symbol.asyncIterator]();
    await pages.next();
    const next = pages.next();
    standIn.log.appendSystemEvents(2_000);
    // The last checkpoint lies less than 256 events back, and it takes a moment to get to the client.
    await until(() => {
      standIn.dropSubscriptions();
      return standIn.subscriptions().some(({ startedAt }) => startedAt > standIn.log.length - 300);
    });
    const { position } = await appendSome(store, newStream(), 1);
    expect(((await next).value as readonly RecordedEvent[])[0]?.position).toBe(position);
    await pages.return?.();
  });

  it('ends at once when its store is closed while the server is away', async () => {
    const { store, standIn } = await storeOnStandIn();
    const next = store.follow(FEED_START, new AbortController().signal)[Symbol.asyncIterator]().next();
    await standIn.stop();
    const begin = performance.now();
    await store.close();
    expect(await next).toMatchObject({ done: true });
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('a slow reader of the feed', () => {
  it('is given the next page after it is done with the one before, and holds the server back', async () => {
    // Two megabytes take their time on a busy machine.
    const { store, standIn } = await storeOnStandIn(
      { maxAppendBytes: 16 * 1_048_576 },
      { deadlineMs: 30_000 },
    );
    const stream = newStream();
    const big = (n: number) => ({ ...newEvent(n), data: { text: 'x'.repeat(20_000) } });
    for (let n = 0; n < 2_000; n += 100) {
      const events = Array.from({ length: 100 }, (_, m) => big(n + m));
      await store.append(stream, events, n === 0 ? 'no-stream' : n - 1, newMetadata());
    }
    const pages = store.follow(FEED_START, new AbortController().signal)[Symbol.asyncIterator]();
    const first = (await pages.next()).value as readonly RecordedEvent[];
    const sent = () => standIn.subscriptions()[0]?.sentEvents ?? 0;
    let [before, stable] = [-1, 0];
    await until(() => {
      stable = sent() === before ? stable + 1 : 0;
      before = sent();
      return stable > 20;
    });
    expect(sent()).toBeLessThan(1_500);

    const seen = [...first];
    while (seen.length < 2_000) {
      const page = (await pages.next()).value as readonly RecordedEvent[];
      expect(page.length).toBeLessThanOrEqual(500);
      seen.push(...page);
    }
    expect(seen.map(({ revision }) => revision)).toEqual(Array.from({ length: 2_000 }, (_, n) => n));
    await pages.return?.();
  });
});

describe('the feed', () => {
  it('is the same to who follows as to who reads, to the millisecond', async () => {
    const { store } = await storeOnStandIn({ nowMs: () => Date.parse('2026-02-02T12:00:00.789Z') });
    await appendSome(store, newStream(), 3);
    const read = await feedAfter(store, FEED_START);
    expect(await followUntil(store, FEED_START, 3)).toEqual(read);
    expect(read[0]?.recordedAt).toBe('2026-02-02T12:00:00.789Z');
  });

  it('holds neither events of the server nor what its projections write, wherever they lie', async () => {
    const { store, standIn } = await storeOnStandIn();
    standIn.log.appendSystemEvents(100);
    expect(await store.head()).toBe(FEED_START);
    expect(await store.readAll(FEED_START, 1)).toEqual([]);
    const { position } = await appendSome(store, newStream(), 1);
    standIn.log.appendSystemEvents(100);
    expect(await store.head()).toBe(position);
    expect(await store.readAll(FEED_START, 1)).toMatchObject([{ position }]);
    expect(await store.readAll(position, 10)).toEqual([]);
    expect(await followUntil(store, FEED_START, 1)).toMatchObject([{ position }]);
  });

  it('shows an append to every reader after its acknowledgement, also to one that is connected to a node behind', async () => {
    const { store: reader, standIn } = await storeOnStandIn({ nodes: 2 });
    const [stream, start] = [newStream(), await reader.head()];
    standIn.lead(1);
    standIn.node(0).fallBehind();
    const writer = closedLater(await openKurrentDbEventStore({ url: standIn.url }));
    const { position } = await appendSome(writer, stream, 1);
    expect(await reader.readAll(start, 10)).toMatchObject([{ position }]);
    expect((await reader.readStream(stream)).revision).toBe(0);
  });

  it('is refused when others write to the log as well', async () => {
    const { store, standIn } = await storeOnStandIn();
    const client = KurrentDBClient.connectionString(standIn.url);
    const foreign = jsonEvent({ id: randomUUID(), type: 'OrderPlaced', data: { order: 1 } });
    await client.appendToStream('order-1', foreign, { streamState: NO_STREAM });
    const refused = { name: 'EventStoreUnavailable', message: expect.stringContaining('order-1') };
    await expect(store.readAll(FEED_START, 1)).rejects.toMatchObject(refused);
    await expect(followUntil(store, FEED_START, 1)).rejects.toMatchObject(refused);
    await client.dispose();
  });

  it.each<[string, string, string]>([
    ['that another kind of log gave', '0000000000000042', 'RangeError'],
    [
      'that another log in KurrentDB gave',
      `${'7'.padStart(20, '0')}/${'7'.padStart(20, '0')}`,
      'EventStoreUnavailable',
    ],
  ])('is not read from a position %s', async (_, position, name) => {
    const { store } = await storeOnStandIn();
    await expect(store.readAll(position as FeedPosition, 1)).rejects.toMatchObject({ name });
    await expect(followUntil(store, position as FeedPosition, 1)).rejects.toMatchObject({ name });
  });

  it.each(['CUT', 'SILENT', 'UNAVAILABLE', 'LATE'] as const)(
    'is read whole through a fault: %s',
    async (fault) => {
      const { store, standIn } = await storeOnStandIn();
      await appendSome(store, newStream(), 50);
      standIn.faults.failReads(fault);
      expect(await store.readAll(FEED_START, 100)).toHaveLength(50);
    },
  );

  it('tells the operator that the user may not read it', async () => {
    const { store, standIn } = await storeOnStandIn();
    const refused = { name: 'EventStoreUnavailable', message: expect.stringContaining('may read $all') };
    standIn.faults.failReads('ACCESS_DENIED');
    await expect(store.readAll(FEED_START, 1)).rejects.toMatchObject(refused);
    standIn.faults.failSubscribing('ACCESS_DENIED');
    await expect(followUntil(store, FEED_START, 1)).rejects.toMatchObject(refused);
  });

  it('is read in pages of the server where a stream or a page is longer than those', async () => {
    const { store } = await storeOnStandIn({ maxAppendBytes: 16 * 1_048_576 }, { deadlineMs: 30_000 });
    const stream = newStream();
    await appendSome(store, stream, 2_500);
    expect(await store.readAll(FEED_START, 2_200)).toHaveLength(2_200);
    const { revision, events } = await store.readStream(stream, 100);
    expect(revision).toBe(2_499);
    expect(events.map((event) => event.revision)).toEqual(Array.from({ length: 2_400 }, (_, n) => n + 100));
  });
});
