import { FEED_START, type FeedPosition, type Instant } from '@intekenboek/event-sourcing-core';
import {
  appendSome,
  eventImportContract,
  eventStoreContract,
  feedAfter,
  newEvent,
  newMetadata,
  newStream,
  StoppedClock,
} from '@intekenboek/event-sourcing-testing';

import { newLogPath, removeFolders } from './log-file.fixtures';
import { openSqliteEventStore, type SqliteEventStore } from './sqlite.event-store';

const fileOf = new WeakMap<object, string>();

async function open(file = newLogPath()): Promise<SqliteEventStore> {
  const store = await openSqliteEventStore({ file, clock: new StoppedClock() });
  fileOf.set(store, file);
  return store;
}

async function reopen(store: object): Promise<SqliteEventStore> {
  await (store as SqliteEventStore).close();
  return open(fileOf.get(store));
}

eventStoreContract('sqlite', () => open(), reopen);
eventImportContract('sqlite', () => open(), reopen);

afterAll(removeFolders);

describe('an event store in a file', () => {
  it('begins empty', async () => {
    const store = await open();
    expect(await store.head()).toBe(FEED_START);
    await store.close();
  });

  it('writes all that waits in one turn in one transaction, and answers each by itself', async () => {
    let ticks = 0;
    const clock = { now: () => new Date(Date.UTC(2026, 0, 1) + ticks++).toISOString() as Instant };
    const store = await openSqliteEventStore({ file: newLogPath(), clock });
    const streams = Array.from({ length: 16 }, () => newStream());
    const appends = streams.map((stream, n) => appendSome(store, stream, 2, n === 3 ? 7 : 'no-stream'));
    const outcomes = await Promise.allSettled(appends);

    expect(outcomes.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([3]);
    const feed = await feedAfter(store, FEED_START);
    // The clock is read once per transaction.
    expect(new Set(feed.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    expect(feed.map(({ position }) => Number(position))).toEqual(feed.map((_, n) => n + 1));
    await store.close();
  });

  it('does not let an event that cannot be stored harm its neighbours', async () => {
    const store = await open();
    const [stream, broken] = [newStream(), { ...newEvent(0), type: undefined as unknown as string }];
    const outcomes = await Promise.allSettled([
      appendSome(store, stream, 1),
      store.append(newStream(), [newEvent(0), broken], 'no-stream', newMetadata()),
      appendSome(store, newStream(), 1),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await appendSome(store, stream, 1, 0)).toMatchObject({ revision: 1 });
    expect(await feedAfter(store, FEED_START)).toHaveLength(3);
    await store.close();
  });

  it('does not record an earlier moment when the clock was set back, also while it was closed', async () => {
    const [clock, stream, file] = [new StoppedClock(), newStream(), newLogPath()];
    const before = await openSqliteEventStore({ file, clock });
    await appendSome(before, stream, 1);
    await before.close();
    clock.set('2026-01-01T00:00:00Z');
    const after = await openSqliteEventStore({ file, clock });
    await appendSome(after, stream, 1, 0);
    const { events } = await after.readStream(stream);
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(Array(2).fill('2026-02-02T12:00:00.000Z'));
    await after.close();
  });

  it('refuses a position that it never gave', async () => {
    const store = await open();
    await expect(store.readAll('0/1A2B' as FeedPosition, 1)).rejects.toThrow(RangeError);
    await store.close();
  });
});
