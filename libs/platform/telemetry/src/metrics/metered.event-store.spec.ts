import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { EVENT_BYTES_MAX, type EventStore, FEED_START } from '@intekenboek/event-sourcing-core';
import {
  appendSome,
  eventStoreContract,
  feedAfter,
  newEvent,
  newEvents,
  newMetadata,
  newStream,
} from '@intekenboek/event-sourcing-testing';

import type { AppendMetrics } from './append.metrics';
import { meteredEventStore } from './metered.event-store';

type Told = Parameters<AppendMetrics['appended']>[0];

eventStoreContract('memory, metered', async () =>
  meteredEventStore(new InMemoryEventStore(), { appended: () => undefined }),
);

describe('a metered event store tells of an append', () => {
  const told: Told[] = [];
  const metrics: AppendMetrics = { appended: (append) => void told.push(append) };
  let [bare, store]: [EventStore, EventStore] = [new InMemoryEventStore(), new InMemoryEventStore()];
  beforeEach(() => {
    told.length = 0;
    bare = new InMemoryEventStore();
    store = meteredEventStore(bare, metrics);
  });
  const last = () => told.at(-1);

  it('that it was stored, how many events, in which category and how long it took', async () => {
    await appendSome(store, newStream('agreement'), 3);
    expect(told).toEqual([
      { outcome: 'stored', events: 3, category: 'agreement', seconds: expect.any(Number) as number },
    ]);
    expect(last()?.seconds).toBeGreaterThanOrEqual(0);
    expect(last()?.seconds).toBeLessThan(10);
  });

  it('that it was there already', async () => {
    const [stream, events, metadata] = [newStream(), newEvents(2), newMetadata()];
    await store.append(stream, events, 'no-stream', metadata);
    await appendSome(store, newStream(), 1);
    await store.append(stream, events, 'no-stream', metadata);
    expect(told.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'repeated']);
  });

  it.each([
    ['the feed', (other: EventStore) => feedAfter(other, FEED_START)],
    ['the head', (other: EventStore) => other.head()],
    ['the stream', (other: EventStore, stream: `${string}-${string}`) => other.readStream(stream)],
    [
      'following',
      async (other: EventStore) => {
        for await (const _ of other.follow(FEED_START, new AbortController().signal)) break;
      },
    ],
  ])('that it was there already, stored by another process and seen by %s', async (_, see) => {
    const [stream, events, metadata] = [newStream(), newEvents(2), newMetadata()];
    await bare.append(stream, events, 'no-stream', metadata);
    await see(store, stream);
    await store.append(stream, events, 'no-stream', metadata);
    expect(last()).toMatchObject({ outcome: 'repeated' });
  });

  it('that it was stored, also when one that began later was answered first', async () => {
    const slow = newStream();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const late: EventStore['append'] = async (stream, ...rest) => {
      const receipt = await bare.append(stream, ...rest);
      if (stream === slow) await held;
      return receipt;
    };
    store = meteredEventStore(Object.assign(Object.create(bare) as EventStore, { append: late }), metrics);
    const first = appendSome(store, slow, 1);
    await appendSome(store, newStream(), 1);
    release();
    await first;
    expect(told.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
  });

  it('that somebody was first', async () => {
    const stream = newStream();
    await appendSome(store, stream, 1);
    await expect(appendSome(store, stream, 1)).rejects.toMatchObject({ name: 'ConcurrencyConflict' });
    expect(last()).toMatchObject({ outcome: 'conflict' });
  });

  it('that it was too large, or used the id of another event', async () => {
    const large = newEvent(1, { text: 'x'.repeat(EVENT_BYTES_MAX) });
    const append = store.append(newStream(), [large], 'no-stream', newMetadata());
    await expect(append).rejects.toMatchObject({ name: 'EventTooLarge' });
    expect(last()).toMatchObject({ outcome: 'refused' });

    const [event] = newEvents(1);
    await store.append(newStream(), [event!], 'no-stream', newMetadata());
    const taken = store.append(newStream(), [event!], 'no-stream', newMetadata());
    await expect(taken).rejects.toMatchObject({ name: 'EventIdTaken' });
    expect(told.map(({ outcome }) => outcome)).toEqual(['refused', 'stored', 'refused']);
  });

  it('that the store cannot write', async () => {
    await bare.close();
    await expect(appendSome(store, newStream(), 1)).rejects.toMatchObject({ name: 'EventStoreUnavailable' });
    expect(last()).toMatchObject({ outcome: 'unavailable' });
  });
});
