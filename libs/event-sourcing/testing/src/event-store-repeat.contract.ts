import { type EventToAppend, instant } from '@intekenboek/event-sourcing-core';

import { appendSome, newEvent, newEvents, newMetadata, newStream } from './event-store.fixtures';
import type { StoreUnderTest } from './store-under-test';

export function repeatContract(store: StoreUnderTest): void {
  describe('appending the same events again', () => {
    it('gives the same receipt and stores them once', async () => {
      const [stream, events, metadata] = [newStream(), newEvents(2), newMetadata()];
      const first = await store().append(stream, events, 'no-stream', metadata);
      expect(await store().append(stream, events, 'no-stream', metadata)).toEqual(first);
      expect((await store().readStream(stream)).revision).toBe(1);
    });

    it('does so after the stream has grown', async () => {
      const [stream, events, metadata] = [newStream(), newEvents(2), newMetadata()];
      await appendSome(store(), stream, 1);
      const first = await store().append(stream, events, 0, metadata);
      await appendSome(store(), stream, 1, 2);
      expect(await store().append(stream, events, 0, metadata)).toEqual(first);
      expect((await store().readStream(stream)).revision).toBe(3);
    });

    it('does so at the same moment', async () => {
      const [stream, events, metadata] = [newStream(), newEvents(2), newMetadata()];
      const append = () => store().append(stream, events, 'no-stream', metadata);
      const [first, ...others] = await Promise.all([append(), append(), append()]);
      expect(others).toEqual([first, first]);
      expect((await store().readStream(stream)).revision).toBe(1);
    });

    it('does so when the fields come in another order', async () => {
      const [stream, event, metadata] = [newStream(), newEvent(0, { a: 1, b: 2 }), newMetadata()];
      const first = await store().append(stream, [event], 'no-stream', metadata);
      const reordered = { ...event, data: { b: 2, a: 1 } };
      expect(await store().append(stream, [reordered], 'no-stream', metadata)).toEqual(first);
    });
  });

  describe('an event id that is in use', () => {
    it('is refused in another stream', async () => {
      const [stream, other, events, metadata] = [newStream(), newStream(), newEvents(1), newMetadata()];
      await store().append(stream, events, 'no-stream', metadata);
      await expect(store().append(other, events, 'no-stream', metadata)).rejects.toMatchObject({
        name: 'EventIdTaken',
        eventId: events[0]?.eventId,
      });
      expect((await store().readStream(other)).revision).toBe('no-stream');
    });

    it('is refused later in the same stream', async () => {
      const [stream, events, metadata] = [newStream(), newEvents(1), newMetadata()];
      await store().append(stream, events, 'no-stream', metadata);
      await expect(store().append(stream, events, 0, metadata)).rejects.toMatchObject({
        name: 'EventIdTaken',
      });
    });

    it.each([
      ['data', { data: { n: 'other' } }, {}],
      ['type', { type: 'SomethingElseHappened' }, {}],
      ['effective time', { effectiveAt: instant('2026-01-30T08:30:00Z') }, {}],
      ['command', {}, { commandHash: 'b'.repeat(64) }],
    ])('is refused at the same place with another %s', async (_, changed, changedMetadata) => {
      const [stream, event, metadata] = [newStream(), newEvent(0), newMetadata()];
      await store().append(stream, [event], 'no-stream', metadata);
      const again = { ...event, ...changed };
      await expect(
        store().append(stream, [again], 'no-stream', { ...metadata, ...changedMetadata }),
      ).rejects.toMatchObject({ name: 'EventIdTaken', eventId: event.eventId });
    });

    it('refuses the whole batch, also as its last event', async () => {
      const [stream, other, taken] = [newStream(), newStream(), newEvent(0)];
      await store().append(stream, [taken], 'no-stream', newMetadata());
      const batch = [...newEvents(2), taken];
      await expect(store().append(other, batch, 'no-stream', newMetadata())).rejects.toMatchObject({
        name: 'EventIdTaken',
        eventId: taken.eventId,
      });
      expect((await store().readStream(other)).revision).toBe('no-stream');
    });

    it.each([
      ['before', (known: EventToAppend) => [newEvent(1), known]],
      ['after', (known: EventToAppend) => [known, newEvent(1)]],
    ])('is refused with another event %s it, even at its own place', async (_, batchWith) => {
      const [stream, known, metadata] = [newStream(), newEvent(0), newMetadata()];
      await appendSome(store(), stream, 1);
      const expected = (await store().append(stream, [known], 0, metadata)).revision - 1;
      const batch = batchWith(known);
      const first = batch[0] === known ? expected : 'no-stream';
      await expect(store().append(stream, batch, first, metadata)).rejects.toMatchObject({
        name: 'EventIdTaken',
        eventId: known.eventId,
      });
    });

    it('is refused when it comes twice in one batch', async () => {
      const [stream, event] = [newStream(), newEvent(0)];
      await expect(store().append(stream, [event, event], 'no-stream', newMetadata())).rejects.toMatchObject({
        name: 'EventIdTaken',
      });
      expect((await store().readStream(stream)).revision).toBe('no-stream');
    });

    it('is named before a conflict', async () => {
      const [stream, event, metadata] = [newStream(), newEvent(0), newMetadata()];
      await store().append(stream, [event], 'no-stream', metadata);
      await expect(store().append(stream, [event], 9, metadata)).rejects.toMatchObject({
        name: 'EventIdTaken',
      });
    });
  });
}
