import { FEED_START } from '@intekenboek/event-sourcing-core';
import { startKurrentDbStandIn } from '@intekenboek/event-sourcing-kurrentdb-testing';
import { appendSome, feedAfter, newStream } from '@intekenboek/event-sourcing-testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { openKurrentDbEventStore } from './kurrentdb.event-store';
import { closeAll, closedLater, storeOnStandIn } from './stand-in.fixtures';

afterEach(closeAll);

describe('opening the log in KurrentDB', () => {
  it('begins empty', async () => {
    const { store } = await storeOnStandIn();
    expect(await store.head()).toBe(FEED_START);
  });

  it('gives a new log one identity, however many open it at once', async () => {
    const standIn = closedLater(await startKurrentDbStandIn());
    const opening = Array.from({ length: 8 }, () => openKurrentDbEventStore({ url: standIn.url }));
    const stores = (await Promise.all(opening)).map(closedLater);
    const identities = await Promise.all(stores.map((store) => store.logId()));
    expect(new Set(identities).size).toBe(1);
    expect(await stores[0]!.readAll(FEED_START, 10)).toEqual([]);
  });

  it('finds the same log after the server was started again, and another one on another server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kurrentdb-'));
    const { store: before, standIn } = await storeOnStandIn({ folder });
    const logId = await before.logId();
    await appendSome(before, newStream(), 3);
    await closeAll();
    const { store: after } = await storeOnStandIn({ folder, port: standIn.node(0).port });
    expect(await after.logId()).toBe(logId);
    expect(await feedAfter(after, FEED_START)).toHaveLength(3);
    const { store: other } = await storeOnStandIn();
    expect(await other.logId()).not.toBe(logId);
    rmSync(folder, { recursive: true });
  });

  it('gives up after its deadline when nothing listens, and says what to check', async () => {
    const standIn = await startKurrentDbStandIn();
    const { url } = standIn;
    await standIn.close();
    await expect(openKurrentDbEventStore({ url, deadlineMs: 300 })).rejects.toMatchObject({
      name: 'EventStoreUnavailable',
      message: expect.stringContaining('Check that KurrentDB runs'),
    });
  });

  it('does not repeat its password when it gives up', async () => {
    const opening = openKurrentDbEventStore({
      url: 'kurrentdb://user:geheim@127.0.0.1:1?tls=true',
      deadlineMs: 200,
    });
    const error = await opening.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'EventStoreUnavailable' });
    expect(inspect(error)).not.toContain('geheim');
  });
});

describe('several stores in one process', () => {
  it('do not disturb each other: one is closed or loses its server, the others go on', async () => {
    const [one, two, three] = [await storeOnStandIn(), await storeOnStandIn(), await storeOnStandIn()];
    const appends = Array.from({ length: 20 }, () => appendSome(two.store, newStream(), 1));
    await one.store.close();
    await three.standIn.stop();
    await Promise.all(appends);
    expect(await feedAfter(two.store, FEED_START)).toHaveLength(20);
    await expect(appendSome(one.store, newStream(), 1)).rejects.toMatchObject({
      name: 'EventStoreUnavailable',
    });
  });
});
