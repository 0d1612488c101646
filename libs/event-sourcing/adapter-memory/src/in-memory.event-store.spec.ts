import { FEED_START } from '@intekenboek/event-sourcing-core';
import {
  appendSome,
  eventImportContract,
  eventStoreContract,
  newStream,
  StoppedClock,
} from '@intekenboek/event-sourcing-testing';

import { InMemoryEventStore } from './in-memory.event-store';

eventStoreContract('memory', async () => new InMemoryEventStore());
eventImportContract('memory', async () => new InMemoryEventStore());

describe('an event store in memory', () => {
  it('begins empty', async () => {
    expect(await new InMemoryEventStore().head()).toBe(FEED_START);
  });

  it('has an identity of its own', async () => {
    expect(await new InMemoryEventStore().logId()).not.toBe(await new InMemoryEventStore().logId());
  });

  it('does not record an earlier moment when the clock is set back', async () => {
    const [clock, stream] = [new StoppedClock(), newStream()];
    const store = new InMemoryEventStore(clock);
    await appendSome(store, stream, 1);
    clock.set('2026-01-01T00:00:00Z');
    await appendSome(store, stream, 1, 0);
    const { events } = await store.readStream(stream);
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(Array(2).fill('2026-02-02T12:00:00.000Z'));
  });
});
