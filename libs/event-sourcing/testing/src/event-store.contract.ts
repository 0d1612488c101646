import { type EventStore, FEED_START } from '@intekenboek/event-sourcing-core';

import { appendContract } from './event-store-append.contract';
import { feedContract } from './event-store-feed.contract';
import { readContract } from './event-store-read.contract';
import { repeatContract } from './event-store-repeat.contract';
import { appendSome, feedAfter, newStream } from './event-store.fixtures';
import type { StoreUnderTest } from './store-under-test';

/**
 * Run by every adapter: the fake that specs trust and the stores that users trust answer alike. `open` may give a
 * store that holds events already, so that a server can be shared. `reopen` closes a store and opens the same log
 * again, for stores that outlive their process.
 */
export function eventStoreContract(
  adapter: string,
  open: () => Promise<EventStore>,
  reopen?: (store: EventStore) => Promise<EventStore>,
): void {
  describe(`event store contract: ${adapter}`, () => {
    let store: EventStore;
    const current: StoreUnderTest = () => store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    appendContract(current);
    repeatContract(current);
    readContract(current);
    feedContract(current);
  });

  describe(`event store contract: closing ${adapter}`, () => closingContract(open));
  if (reopen !== undefined) {
    describe(`event store contract: opening ${adapter} again`, () => reopenContract(open, reopen));
  }
}

function closingContract(open: () => Promise<EventStore>): void {
  it('waits for appends under way', async () => {
    const store = await open();
    const append = appendSome(store, newStream(), 2);
    await store.close();
    expect(await append).toMatchObject({ revision: 1 });
  });

  it('may be done twice, and refuses every later call', async () => {
    const store = await open();
    await Promise.all([store.close(), store.close()]);
    await store.close();
    const unavailable = { name: 'EventStoreUnavailable' };
    await expect(appendSome(store, newStream(), 1)).rejects.toMatchObject(unavailable);
    await expect(store.readStream(newStream())).rejects.toMatchObject(unavailable);
    await expect(store.readAt(FEED_START)).rejects.toMatchObject(unavailable);
    await expect(store.head()).rejects.toMatchObject(unavailable);
  });

  it('ends every follower', async () => {
    const store = await open();
    const follower = store.follow(await store.head(), new AbortController().signal);
    const next = follower[Symbol.asyncIterator]().next();
    await store.close();
    expect(await next).toMatchObject({ done: true });
  });
}

function reopenContract(
  open: () => Promise<EventStore>,
  reopen: (store: EventStore) => Promise<EventStore>,
): void {
  it('finds the same log: identity, streams, feed and head', async () => {
    const [before, stream] = [await open(), newStream()];
    const [logId, start] = [await before.logId(), await before.head()];
    await appendSome(before, stream, 3);
    const [slice, feed, head] = [
      await before.readStream(stream),
      await feedAfter(before, start),
      await before.head(),
    ];

    const after = await reopen(before);
    expect(await after.logId()).toBe(logId);
    expect(await after.readStream(stream)).toEqual(slice);
    expect(await feedAfter(after, start)).toEqual(feed);
    expect(await after.head()).toBe(head);
    await after.close();
  });

  it('goes on where the feed ended', async () => {
    const [before, stream] = [await open(), newStream()];
    const { position } = await appendSome(before, stream, 1);
    const after = await reopen(before);
    const next = await appendSome(after, stream, 1, 0);
    expect(next.position > position).toBe(true);
    expect(next.revision).toBe(1);
    await after.close();
  });
}
