import { ConcurrencyConflict, EVENT_BYTES_MAX, type StreamRevision } from '@intekenboek/event-sourcing-core';

import { appendSome, newEvent, newEvents, newMetadata, newStream } from './event-store.fixtures';
import type { StoreUnderTest } from './store-under-test';

export function appendContract(store: StoreUnderTest): void {
  describe('appending', () => {
    it('gives the revision and the position of the last event', async () => {
      const stream = newStream();
      expect(await appendSome(store(), stream, 3)).toMatchObject({ revision: 2 });
      const receipt = await appendSome(store(), stream, 2, 2);
      const { events } = await store().readStream(stream);
      expect(receipt).toEqual({ revision: 4, position: events.at(-1)?.position });
    });

    it.each<[string, number, StreamRevision]>([
      ['is older than the stream', 3, 1],
      ['is newer than the stream', 3, 3],
      ['says no-stream of a stream that exists', 3, 'no-stream'],
      ['is a number for a stream that does not exist', 0, 0],
    ])('is refused when the expected revision %s', async (_, length, expected) => {
      const stream = newStream();
      if (length > 0) await appendSome(store(), stream, length);
      const refused = appendSome(store(), stream, 1, expected);
      await expect(refused).rejects.toMatchObject({ name: 'ConcurrencyConflict', stream, expected });
      expect((await store().readStream(stream)).events).toHaveLength(length);
    });

    it('twice at once lets one win', async () => {
      const stream = newStream();
      const both = await Promise.allSettled([appendSome(store(), stream, 2), appendSome(store(), stream, 2)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = both.find((outcome) => outcome.status === 'rejected');
      expect(lost?.reason).toBeInstanceOf(ConcurrencyConflict);
      expect((await store().readStream(stream)).revision).toBe(1);
    });

    it('refused beside another append does not harm that one', async () => {
      const [refused, accepted] = [newStream(), newStream()];
      const both = await Promise.allSettled([
        appendSome(store(), refused, 1, 7),
        appendSome(store(), accepted, 1),
        appendSome(store(), refused, 1, 8),
      ]);
      expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
      expect((await store().readStream(accepted)).revision).toBe(0);
    });

    it('of no events is refused, because there is nothing to give a revision to', async () => {
      await expect(store().append(newStream(), [], 'no-stream', newMetadata())).rejects.toThrow(RangeError);
    });

    it('does not see what the sender changes afterwards', async () => {
      const [stream, data] = [newStream(), { homes: [1, 2] }];
      const append = store().append(stream, [newEvent(0, data)], 'no-stream', newMetadata());
      data.homes.push(3);
      await append;
      expect((await store().readStream(stream)).events[0]?.data).toEqual({ homes: [1, 2] });
    });
  });

  describe('the size of an event', () => {
    it('may be 900 KB', async () => {
      const [stream, data] = [newStream(), { text: 'é'.repeat(450_000) }];
      await store().append(stream, [newEvent(0, data)], 'no-stream', newMetadata());
      expect((await store().readStream(stream)).events[0]?.data).toEqual(data);
    });

    it('may be 1 MiB of JSON, counted in bytes', async () => {
      const text = 'x'.repeat(EVENT_BYTES_MAX - '{"text":""}'.length);
      const stream = newStream();
      await store().append(stream, [newEvent(0, { text })], 'no-stream', newMetadata());
      await expect(
        store().append(stream, [newEvent(1, { text: `${text}x` })], 0, newMetadata()),
      ).rejects.toMatchObject({ name: 'EventTooLarge', bytes: EVENT_BYTES_MAX + 1 });
    });

    it('over 1 MiB refuses the whole batch', async () => {
      const stream = newStream();
      const tooLarge = newEvent(2, { text: 'é'.repeat(EVENT_BYTES_MAX / 2) });
      const batch = [...newEvents(2), tooLarge];
      await expect(store().append(stream, batch, 'no-stream', newMetadata())).rejects.toMatchObject({
        name: 'EventTooLarge',
        eventId: tooLarge.eventId,
      });
      expect(await store().readStream(stream)).toEqual({ revision: 'no-stream', events: [] });
    });
  });
}
