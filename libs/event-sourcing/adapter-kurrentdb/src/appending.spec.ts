import { FEED_START, type StreamName } from '@intekenboek/event-sourcing-core';
import type { AppendFault, ReadFault, Target } from '@intekenboek/event-sourcing-kurrentdb-testing';
import {
  appendSome,
  feedAfter,
  newEvent,
  newEvents,
  newMetadata,
  newStream,
} from '@intekenboek/event-sourcing-testing';

import { openKurrentDbEventStore } from './kurrentdb.event-store';
import {
  closeAll,
  closedLater,
  DEADLINE_MS,
  repeatableAppend,
  storeOnStandIn,
  until,
} from './stand-in.fixtures';

afterEach(closeAll);

const targets: readonly Target[] = ['METADATA', 'EVENTS'];

describe('an append through a fault', () => {
  describe.each(targets)('of what is written to %s', (target) => {
    it.each<[string, AppendFault, number]>([
      ['the connection broke before it was stored', 'CUT_LOST', 1],
      ['the connection broke after it was stored', 'CUT_STORED', 1],
      ['it got lost and no answer came', 'SILENT_LOST', 1],
      ['the answer never came', 'SILENT_STORED', 2],
      ['the server said that its time was up, and had lost it', 'TIMEOUT_LOST', 2],
      ['the server said that its time was up, and had stored it', 'TIMEOUT_STORED', 2],
      ['the server was not ready', 'UNAVAILABLE', 4],
      ['the server was late', 'LATE', 1],
    ])('is stored once when %s', async (_, fault, times) => {
      const { store, standIn } = await storeOnStandIn();
      const { stream, send } = repeatableAppend();
      standIn.faults.failAppends(fault, times, target);
      const receipt = await send(store);
      const { events } = await store.readStream(stream);
      expect(events).toHaveLength(2);
      expect(receipt).toEqual({ revision: 1, position: events[1]?.position });
      expect(await feedAfter(store, FEED_START)).toEqual(events);
    });
  });

  it.each<[string, ReadFault, number]>([
    ['broken off halfway', 'CUT', 1],
    ['never answered', 'SILENT', 1],
    ['refused for a while', 'UNAVAILABLE', 4],
  ])('is acknowledged when reading it back was %s', async (_, fault, times) => {
    const { store, standIn } = await storeOnStandIn();
    standIn.faults.failReads(fault, times);
    expect(await repeatableAppend().send(store)).toMatchObject({ revision: 1 });
  });

  it('gives up after its deadline and says that the outcome is unknown; sending the same again is safe', async () => {
    const { store, standIn } = await storeOnStandIn();
    const { stream, send } = repeatableAppend();
    standIn.faults.failAppends('SILENT_STORED', 20);
    // The claim before it is late as well: the deadline is that of the whole.
    standIn.faults.failAppends('SILENT_LOST', 2, 'METADATA');
    const begin = performance.now();
    await expect(send(store)).rejects.toMatchObject({
      name: 'EventStoreUnavailable',
      message: expect.stringContaining('Its outcome is unknown; sending the same again is safe.'),
    });
    const ms = performance.now() - begin;
    expect(ms).toBeGreaterThan(DEADLINE_MS * 0.75);
    expect(ms).toBeLessThan(DEADLINE_MS * 1.5);

    standIn.faults.clear();
    expect(await send(store)).toMatchObject({ revision: 1 });
    expect((await store.readStream(stream)).revision).toBe(1);
  });

  it('waits until a server that was stopped is there again', async () => {
    const { store, standIn } = await storeOnStandIn({}, { deadlineMs: 10_000 });
    await standIn.stop();
    const append = repeatableAppend().send(store);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await standIn.start();
    expect(await append).toMatchObject({ revision: 1 });
  });

  it('goes on after the leader changed', async () => {
    const { store, standIn } = await storeOnStandIn({ nodes: 2 });
    const stream = newStream();
    await appendSome(store, stream, 1);
    standIn.lead(1);
    await appendSome(store, stream, 1, 0);
    standIn.lead(0);
    await standIn.node(1).stop();
    expect(await appendSome(store, stream, 1, 1)).toMatchObject({ revision: 2 });
    expect(standIn.seen.passedOn).toBe(0);
  });

  it('is waited for when the store is closed meanwhile', async () => {
    const { store, standIn } = await storeOnStandIn();
    standIn.faults.failAppends('LATE');
    let isDone = false;
    const append = repeatableAppend()
      .send(store)
      .finally(() => (isDone = true));
    await store.close();
    expect(isDone).toBe(true);
    expect(await append).toMatchObject({ revision: 1 });
  });

  it('waits while the nodes elect a leader', async () => {
    const { store, standIn } = await storeOnStandIn({ nodes: 3 }, { deadlineMs: 10_000 });
    standIn.lead(undefined);
    const append = repeatableAppend().send(store);
    await new Promise((resolve) => setTimeout(resolve, 200));
    standIn.lead(2);
    expect(await append).toMatchObject({ revision: 1 });
  });

  it('does not depend on the clock of the server being that of this machine', async () => {
    const { store } = await storeOnStandIn({ nowMs: () => Date.now() + 3_600_000 });
    expect(await repeatableAppend().send(store)).toMatchObject({ revision: 1 });
  });

  it('never shares one stream with other appends, whose failures it would share', async () => {
    const { store, standIn } = await storeOnStandIn();
    await Promise.all(Array.from({ length: 20 }, () => repeatableAppend().send(store)));
    expect(standIn.seen).toMatchObject({ batchAppend: 0 });
    expect(standIn.seen.append).toBeGreaterThanOrEqual(40);
  });
});

describe('an append that stays refused', () => {
  it('tells the operator at once that the user may not write', async () => {
    const { store, standIn } = await storeOnStandIn();
    standIn.faults.failAppends('ACCESS_DENIED', 1);
    await expect(repeatableAppend().send(store)).rejects.toMatchObject({
      name: 'EventStoreUnavailable',
      message: expect.stringContaining('Check user and password'),
    });
  });

  it('tells what to raise when the server takes no append of that size, and stores nothing of it', async () => {
    const { store } = await storeOnStandIn({ maxAppendBytes: 1_048_576 });
    const stream = newStream();
    const events = newEvents(2).map((event) => ({ ...event, data: { text: 'x'.repeat(600_000) } }));
    await expect(store.append(stream, events, 'no-stream', newMetadata())).rejects.toMatchObject({
      name: 'EventStoreUnavailable',
      message: expect.stringMatching(/Nothing was stored.*Raise MaxAppendSize/s),
    });
    expect((await store.readStream(stream)).revision).toBe('no-stream');
  });

  it('tells that a stream was deleted by hand', async () => {
    const { store, standIn } = await storeOnStandIn();
    const { stream, send } = repeatableAppend();
    await send(store);
    standIn.log.tombstone(stream);
    await expect(appendSome(store, stream, 1, 1)).rejects.toMatchObject({
      name: 'EventStoreUnavailable',
      message: expect.stringContaining('restore a backup'),
    });
  });
});

describe('the moment of recording', () => {
  it('does not go back when the clock of the server is set back, also for a store that is opened later', async () => {
    let nowMs = Date.parse('2026-02-02T12:00:00.250Z');
    const { store, standIn } = await storeOnStandIn({ nowMs: () => nowMs });
    const stream = newStream();
    await appendSome(store, stream, 1);
    nowMs -= 60_000;
    await appendSome(store, stream, 1, 0);
    const later = closedLater(await openKurrentDbEventStore({ url: standIn.url }));
    await appendSome(later, stream, 1, 1);
    const { events } = await later.readStream(stream);
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(Array(3).fill('2026-02-02T12:00:00.250Z'));
  });
});

describe('an event id', () => {
  it('of an append that lost its race is free for the next attempt', async () => {
    const { store } = await storeOnStandIn();
    const [stream, event, metadata] = [newStream(), newEvent(0), newMetadata()];
    await appendSome(store, stream, 1);
    await expect(store.append(stream, [event], 'no-stream', metadata)).rejects.toMatchObject({
      name: 'ConcurrencyConflict',
    });
    expect(await store.append(stream, [event], 0, metadata)).toMatchObject({ revision: 1 });
  });

  it('is free again after an append that expected more than there was', async () => {
    const { store } = await storeOnStandIn();
    const [stream, event, metadata] = [newStream(), newEvent(0), newMetadata()];
    await expect(store.append(stream, [event], 7, metadata)).rejects.toMatchObject({
      name: 'ConcurrencyConflict',
    });
    expect(await store.append(stream, [event], 'no-stream', metadata)).toMatchObject({ revision: 0 });
  });

  it('is refused elsewhere while the append that has it is still under way', async () => {
    const { store, standIn } = await storeOnStandIn();
    const [event, metadata] = [newEvent(0), newMetadata()];
    standIn.faults.failAppends('LATE');
    const first = store.append(newStream(), [event], 'no-stream', metadata);
    // Its claim, and then its append.
    const before = standIn.seen.append;
    await until(() => standIn.seen.append === before + 2);
    await expect(store.append(newStream(), [event], 'no-stream', metadata)).rejects.toMatchObject({
      name: 'EventIdTaken',
    });
    expect(await first).toMatchObject({ revision: 0 });
  });

  it('gets to one of many streams that want it at once', async () => {
    const { store, standIn } = await storeOnStandIn();
    const other = closedLater(await openKurrentDbEventStore({ url: standIn.url }));
    const [event, metadata] = [newEvent(0), newMetadata()];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 === 0 ? store : other).append(newStream(), [event], 'no-stream', metadata),
      ),
    );
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    expect(refused.map(({ name }) => name)).toEqual(Array(9).fill('EventIdTaken'));
    expect(await feedAfter(store, FEED_START)).toHaveLength(1);
  });

  it('may be claimed beside others that begin alike, as those of commands of one millisecond do', async () => {
    const { store } = await storeOnStandIn();
    const alike = newEvents(30).map((event) => ({
      ...event,
      eventId: `0190f5a1-1111${event.eventId.slice(13)}`,
    }));
    const streams: StreamName[] = alike.map(() => newStream());
    const append = (n: number) => store.append(streams[n]!, [alike[n]!], 'no-stream', newMetadata());
    await Promise.all(alike.map((_, n) => append(n)));
    expect(await feedAfter(store, FEED_START)).toHaveLength(30);
    await expect(store.append(newStream(), [alike[7]!], 'no-stream', newMetadata())).rejects.toMatchObject({
      name: 'EventIdTaken',
      eventId: alike[7]!.eventId,
    });
  });
});
