import {
  type EventStore,
  FEED_START,
  type FeedPosition,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';

import { appendSome, feedAfter, followUntil, newStream } from './event-store.fixtures';
import type { StoreUnderTest } from './store-under-test';

const WRITERS = 16;
const APPENDS_PER_WRITER = 25;

export function feedContract(store: StoreUnderTest): void {
  describe('the log', () => {
    it('has one identity', async () => {
      expect(await store().logId()).toMatch(/^[0-9a-f-]{36}$/);
      expect(await store().logId()).toBe(await store().logId());
    });

    it('has its head at the last event', async () => {
      const { position } = await appendSome(store(), newStream(), 3);
      expect(await store().head()).toBe(position);
      expect(await store().readAll(position, 10)).toEqual([]);
    });

    it('records moments that never go back', async () => {
      const start = await store().head();
      for (let n = 0; n < 5; n += 1) await appendSome(store(), newStream(), 2);
      const moments = (await feedAfter(store(), start)).map(({ recordedAt }) => recordedAt);
      expect(moments).toEqual([...moments].sort());
    });
  });

  describe('reading the whole feed', () => {
    it('begins before the first event', async () => {
      await appendSome(store(), newStream(), 1);
      const [first] = await store().readAll(FEED_START, 1);
      expect(first?.position).toBeDefined();
      expect(FEED_START < first!.position).toBe(true);
    });

    it.each([1, 2, 7, 1_000])('gives every event once in pages of %i', async (pageSize) => {
      const start = await store().head();
      const [one, two] = [newStream(), newStream()];
      await appendSome(store(), one, 3);
      await appendSome(store(), two, 2);
      await appendSome(store(), one, 4, 2);
      const feed = await feedAfter(store(), start, pageSize);
      expect(feed.map(placeOf)).toEqual([
        ...[0, 1, 2].map((n) => `${one}@${n}`),
        ...[0, 1].map((n) => `${two}@${n}`),
        ...[3, 4, 5, 6].map((n) => `${one}@${n}`),
      ]);
      expectAscending(feed);
    });

    it('gives the events as the stream does', async () => {
      const [start, stream] = [await store().head(), newStream()];
      await appendSome(store(), stream, 3);
      expect(await feedAfter(store(), start)).toEqual((await store().readStream(stream)).events);
    });

    it('gives no more than was asked', async () => {
      const start = await store().head();
      await appendSome(store(), newStream(), 5);
      expect(await store().readAll(start, 3)).toHaveLength(3);
    });
  });

  describe('reading at a position', () => positionContract(store));
  describe('following the feed', () => followingContract(store));
}

function positionContract(store: StoreUnderTest): void {
  it('gives the event that stands there, whole', async () => {
    const start = await store().head();
    await appendSome(store(), newStream(), 3);
    const feed = await feedAfter(store(), start);
    expect(await Promise.all(feed.map(({ position }) => store().readAt(position)))).toEqual(feed);
  });

  it('gives nothing before the first event, nor after the last one', async () => {
    const { position } = await appendSome(store(), newStream(), 2);
    expect(await store().readAt(FEED_START)).toBeNull();
    expect(await store().readAt(oneOn(position))).toBeNull();
  });

  it('gives nothing at a position of another kind of store', async () => {
    await appendSome(store(), newStream(), 1);
    const kinds = ['1'.padStart(16, '0'), `${'1'.padStart(16, '0')}-${'1'.padStart(16, '0')}`];
    const ownLength = (await store().head()).length;
    const others = [...kinds, `${'1'.padStart(20, '0')}/${'1'.padStart(20, '0')}`].filter(
      ({ length }) => length !== ownLength,
    );
    expect(others).toHaveLength(2);
    for (const position of others) expect(await store().readAt(position as FeedPosition)).toBeNull();
  });
}

const oneOn = (position: FeedPosition): FeedPosition =>
  position.replace(/\d+$/, (digits) =>
    String(BigInt(digits) + 1n).padStart(digits.length, '0'),
  ) as FeedPosition;

function followingContract(store: StoreUnderTest): void {
  it('gives what is there and then what comes, from anywhere in the feed', async () => {
    const stream = newStream();
    await appendSome(store(), stream, 2);
    const [, second] = (await store().readStream(stream)).events;
    await appendSome(store(), stream, 2, 1);
    const followed = followUntil(store(), second!.position, 4);
    await appendSome(store(), stream, 2, 3);
    expect((await followed).map(({ revision }) => revision)).toEqual([2, 3, 4, 5]);
  });

  it('wakes up when something is appended', async () => {
    const pages = store()
      .follow(await store().head(), new AbortController().signal)
      [Symbol.asyncIterator]();
    const next = pages.next();
    const { position } = await appendSome(store(), newStream(), 1);
    const { value } = await next;
    expect((value as readonly RecordedEvent[]).map((event) => event.position)).toEqual([position]);
    await pages.return?.();
  });

  it('wakes up at once: twenty times within two seconds', async () => {
    const pages = store()
      .follow(await store().head(), new AbortController().signal)
      [Symbol.asyncIterator]();
    const begin = performance.now();
    for (let n = 0; n < 20; n += 1) {
      const next = pages.next();
      await appendSome(store(), newStream(), 1);
      expect((await next).value).toHaveLength(1);
    }
    expect(performance.now() - begin).toBeLessThan(2_000);
    await pages.return?.();
  });

  it('ends without an error when it is aborted: before it began, while it waits, between pages', async () => {
    const start = await store().head();
    const before = store().follow(start, AbortSignal.abort());
    expect(await before[Symbol.asyncIterator]().next()).toMatchObject({ done: true });

    const stop = new AbortController();
    const waiting = store().follow(start, stop.signal)[Symbol.asyncIterator]();
    const next = waiting.next();
    stop.abort();
    expect(await next).toMatchObject({ done: true });

    const stopBetween = new AbortController();
    await appendSome(store(), newStream(), 1);
    const reading = store().follow(start, stopBetween.signal)[Symbol.asyncIterator]();
    expect(await reading.next()).toMatchObject({ done: false });
    stopBetween.abort();
    expect(await reading.next()).toMatchObject({ done: true });
  });

  it(`sees every event of ${WRITERS} writers once, in the order of each stream and of the feed`, async () => {
    const start = await store().head();
    const streams = Array.from({ length: WRITERS }, () => newStream());
    // Of every four appends one has three events, so that batches meet too.
    const sizes = Array.from({ length: APPENDS_PER_WRITER }, (_, n) => (n % 4 === 0 ? 3 : 1));
    const perStream = sizes.reduce((sum, size) => sum + size, 0);
    const followers = [1, 2].map(() => followUntil(store(), start, WRITERS * perStream));

    await Promise.all(streams.map((stream) => appendInTurn(store(), stream, sizes)));
    const [followed, followedToo] = await Promise.all(followers);
    const feed = await feedAfter(store(), start, 37);

    expectAscending(feed);
    expect(followed!.map(placeOf)).toEqual(feed.map(placeOf));
    expect(followedToo!.map(placeOf)).toEqual(feed.map(placeOf));
    for (const stream of streams) {
      const revisions = feed.filter((event) => event.stream === stream).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: perStream }, (_, n) => n));
    }
  });
}

async function appendInTurn(store: EventStore, stream: StreamName, sizes: readonly number[]): Promise<void> {
  let expected: number | 'no-stream' = 'no-stream';
  for (const size of sizes) expected = (await appendSome(store, stream, size, expected)).revision;
}

const placeOf = ({ stream, revision }: RecordedEvent): string => `${stream}@${revision}`;

function expectAscending(feed: readonly RecordedEvent[]): void {
  const positions = feed.map(({ position }) => position);
  expect(new Set(positions).size).toBe(positions.length);
  expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
}
