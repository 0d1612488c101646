import { instant, type StreamName } from '@intekenboek/event-sourcing-core';

import { appendSome, newEvent, newEvents, newMetadata, newStream } from './event-store.fixtures';
import type { StoreUnderTest } from './store-under-test';

export function readContract(store: StoreUnderTest): void {
  describe('reading a stream', () => {
    it('that does not exist gives no-stream', async () => {
      expect(await store().readStream(newStream())).toEqual({ revision: 'no-stream', events: [] });
    });

    it('gives back what was appended, in order, with when it happened and when it was recorded', async () => {
      const [stream, events, metadata] = [newStream(), newEvents(3), newMetadata()];
      await store().append(stream, events, 'no-stream', metadata);
      const slice = await store().readStream(stream);
      expect(slice.revision).toBe(2);
      expect(slice.events).toEqual(
        events.map((event, revision) => ({
          ...event,
          stream,
          revision,
          metadata,
          position: expect.any(String),
          recordedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
        })),
      );
    });

    it('keeps the effective time of each event', async () => {
      const stream = newStream();
      const earlier = { ...newEvent(0), effectiveAt: instant('2021-03-24T00:00:00Z') };
      await store().append(stream, [newEvent(1), earlier], 'no-stream', newMetadata());
      const { events } = await store().readStream(stream);
      expect(events.map(({ effectiveAt }) => effectiveAt)).toEqual([
        '2026-01-31T08:30:00.000Z',
        '2021-03-24T00:00:00.000Z',
      ]);
    });

    it('from a revision leaves out what comes before', async () => {
      const stream = newStream();
      await appendSome(store(), stream, 5);
      const { revision, events } = await store().readStream(stream, 3);
      expect(revision).toBe(4);
      expect(events.map((event) => event.revision)).toEqual([3, 4]);
    });

    it('from beyond its end gives its revision and no events', async () => {
      const stream = newStream();
      await appendSome(store(), stream, 2);
      expect(await store().readStream(stream, 2)).toEqual({ revision: 1, events: [] });
      expect(await store().readStream(stream, 99)).toEqual({ revision: 1, events: [] });
    });

    it('keeps streams apart whose names begin alike', async () => {
      const stream = newStream();
      const longer: StreamName = `${stream}-2`;
      await appendSome(store(), stream, 1);
      await appendSome(store(), longer, 2);
      expect((await store().readStream(stream)).revision).toBe(0);
      expect((await store().readStream(longer)).revision).toBe(1);
    });

    it('gives everyone an own copy', async () => {
      const stream = newStream();
      await store().append(stream, [newEvent(0, { homes: [1] })], 'no-stream', newMetadata());
      const [mine] = (await store().readStream(stream)).events;
      (mine?.data as { homes: number[] }).homes.push(2);
      expect((await store().readStream(stream)).events[0]?.data).toEqual({ homes: [1] });
    });
  });

  describe('the data of an event', () => {
    it.each<[string, object]>([
      ['an empty object', {}],
      ['text in any script', { name: 'Súdwest-Fryslân 🏘️ «דירה» \u0000 \u2028 \ud800' }],
      ['keys in any script', { straße: 1, '': 2, '__proto__ ': 3 }],
      ['numbers', { large: 900_000_000_000, share: 0.1 + 0.2, negative: -7, tiny: 5e-324 }],
      ['null and nested lists', { none: null, lists: [[], [[{}]], [null, true]] }],
    ])('comes back as it was: %s', async (_, data) => {
      const stream = newStream();
      await store().append(stream, [newEvent(0, data)], 'no-stream', newMetadata());
      expect((await store().readStream(stream)).events[0]?.data).toEqual(data);
    });
  });
}
