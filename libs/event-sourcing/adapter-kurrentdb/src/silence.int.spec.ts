import { FEED_START } from '@intekenboek/event-sourcing-core';
import { startKurrentDbStandIn } from '@intekenboek/event-sourcing-kurrentdb-testing';
import { appendSome, followUntil, newStream, startProcess } from '@intekenboek/event-sourcing-testing';
import { once } from 'node:events';
import { join } from 'node:path';

import { Gate } from './gate.fixtures';
import { openKurrentDbEventStore } from './kurrentdb.event-store';
import { closeAll, closedLater, until } from './stand-in.fixtures';

afterEach(closeAll);

describe('a connection that falls silent without breaking', () => {
  it('is replaced, and appends, reads and followers go on over the new one', async () => {
    const standIn = closedLater(await startKurrentDbStandIn());
    const gate = closedLater(await Gate.before(standIn.node(0).port));
    const store = closedLater(await openKurrentDbEventStore({ url: gate.url, deadlineMs: 3_000 }));
    const stream = newStream();
    await appendSome(store, stream, 1);
    const followed = followUntil(store, FEED_START, 21, 12_000);
    await until(() => standIn.subscriptions().length === 1);
    gate.silence();
    const appends = Array.from({ length: 20 }, () => appendSome(store, newStream(), 1));
    expect((await store.readStream(stream)).revision).toBe(0);
    expect(await Promise.all(appends)).toHaveLength(20);
    // Its subscription ends with the old connection, when the time of everything on that is up.
    expect(await followed).toHaveLength(21);
  });
});

describe('a process whose store is closed', () => {
  it.each([
    ['runs', 'RUNS'],
    ['is away', 'AWAY'],
  ])('ends by itself while the server %s', async (_, server) => {
    const standIn = closedLater(await startKurrentDbStandIn());
    const child = startProcess(join(__dirname, 'closing.process.ts'), standIn.url);
    closedLater({ close: async () => void child.kill('SIGKILL') });
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    expect(String(text)).toBe('following\n');
    if (server === 'AWAY') await standIn.stop();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
