import { instant, type RecordedEvent, type StreamName } from '@intekenboek/event-sourcing-core';

import { kept, placesOf, recordedElsewhere } from './event-import.fixtures';
import { newStream } from './event-store.fixtures';
import type { ImportingStore } from './store-under-test';

export function refusedImportContract(store: () => ImportingStore): void {
  /** Sends `wrong` between two events that could be imported, and wants it refused and nothing kept. */
  async function expectRefused(wrong: RecordedEvent, why: string): Promise<void> {
    const [before, after]: readonly StreamName[] = [newStream(), newStream()];
    const head = await store().head();
    const page = [...recordedElsewhere([[before!, 0]]), wrong, ...recordedElsewhere([[after!, 0]])];
    const { stream, revision } = wrong;
    await expect(store().importEvents(page)).rejects.toMatchObject({
      name: 'ImportRefused',
      stream,
      revision,
      why,
    });
    expect(await store().head()).toBe(head);
    for (const beside of [before!, after!]) {
      expect(await store().readStream(beside)).toEqual({ revision: 'no-stream', events: [] });
    }
  }

  async function imported(stream: StreamName): Promise<readonly RecordedEvent[]> {
    const events = recordedElsewhere(placesOf(stream, 0, 2));
    await store().importEvents(events);
    return events;
  }

  describe('a page that cannot be part of the log keeps nothing', () => {
    it.each([
      ['a stream that would begin at its second event', 0, 1],
      ['a stream that would miss an event', 3, 4],
    ])('when it leaves a gap: %s', async (_, length, revision) => {
      const stream = newStream();
      if (length > 0) await imported(stream);
      await expectRefused(recordedElsewhere([[stream, revision]])[0]!, 'GAP');
      expect((await store().readStream(stream)).events).toHaveLength(length);
    });

    it.each<[string, Partial<RecordedEvent>]>([
      ['id', { eventId: '5b0d0a52-7a36-8f3e-9d43-0a4b1c2d3e4f' }],
      ['type', { type: 'SomethingElseHappened' }],
      ['data', { data: { n: 'other' } }],
      ['effective time', { effectiveAt: instant('2021-02-28T08:30:00Z') }],
      ['moment of recording', { recordedAt: instant('2021-03-24T00:00:00.999Z') }],
      ['metadata', { metadata: { commandId: 'c', commandHash: 'h', personId: 'p', partyId: 'q' } }],
    ])('when another event is there at its place: other %s', async (_, changed) => {
      const stream = newStream();
      const events = await imported(stream);
      await expectRefused({ ...events[1]!, ...changed }, 'OTHER_CONTENT');
      expect(kept((await store().readStream(stream)).events)).toEqual(kept(events));
    });

    it.each<[string, (stream: StreamName) => readonly [StreamName, number]]>([
      ['in another stream', () => [newStream(), 0]],
      ['earlier in its stream', (stream) => [stream, 3]],
    ])('when an id is in use %s', async (_, placeFor) => {
      const stream = newStream();
      const events = await imported(stream);
      const [event] = recordedElsewhere([placeFor(stream)]);
      await expectRefused({ ...event!, eventId: events[1]!.eventId }, 'ID_TAKEN');
    });

    it('when an id comes twice in it', async () => {
      const [head, one, two] = [await store().head(), newStream(), newStream()];
      const [first, second] = recordedElsewhere([
        [one, 0],
        [two, 0],
      ]);
      const page = [first!, { ...second!, eventId: first!.eventId }];
      await expect(store().importEvents(page)).rejects.toMatchObject({
        why: 'ID_TAKEN',
        stream: two,
        revision: 0,
      });
      expect(await store().head()).toBe(head);
    });
  });

  it('takes the right page after a wrong one', async () => {
    const stream = newStream();
    const log = recordedElsewhere(placesOf(stream, 0, 3));
    await expect(store().importEvents(log.slice(1))).rejects.toMatchObject({ why: 'GAP' });
    await store().importEvents(log);
    expect(kept((await store().readStream(stream)).events)).toEqual(kept(log));
  });
}
