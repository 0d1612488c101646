import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import { kept, placesOf, recordedElsewhere } from './event-import.fixtures';
import { appendSome, feedAfter, followUntil, newEvent, newStream } from './event-store.fixtures';
import type { ImportingStore } from './store-under-test';

export function afterImportContract(store: () => ImportingStore): void {
  describe('after an import', () => {
    it('streams go on at the revision that they had', async () => {
      const stream = newStream();
      await store().importEvents(recordedElsewhere(placesOf(stream, 0, 2)));
      await expect(appendSome(store(), stream, 1, 'no-stream')).rejects.toMatchObject({
        name: 'ConcurrencyConflict',
      });
      expect(await appendSome(store(), stream, 2, 2)).toMatchObject({ revision: 4 });
    });

    it('a command of before the move that is sent again is acknowledged, and stored once', async () => {
      const [stream, metadata] = [newStream(), recordedElsewhere([[newStream(), 0]])[0]!.metadata];
      const page = recordedElsewhere(placesOf(stream, 0, 3)).map((event) => ({ ...event, metadata }));
      await store().importEvents(page);
      const there = (await store().readStream(stream)).events;
      const sentAgain = page.slice(1, 3).map(toAppend);
      expect(await store().append(stream, sentAgain, 0, metadata)).toEqual({
        revision: 2,
        position: there[2]?.position,
      });
      expect((await store().readStream(stream)).events).toEqual(there);
    });

    it('an id of before the move is refused for anything else', async () => {
      const stream = newStream();
      const [first] = recordedElsewhere([[stream, 0]]);
      await store().importEvents([first!]);
      const other = { ...newEvent(1), eventId: first!.eventId };
      for (const [place, expected] of [
        [stream, 0],
        [newStream(), 'no-stream'],
      ] as const) {
        await expect(store().append(place, [other], expected, first!.metadata)).rejects.toMatchObject({
          name: 'EventIdTaken',
          eventId: first!.eventId,
        });
      }
    });

    it('followers have seen every event, in order, also those who waited at the end of the feed', async () => {
      const [start, one, two] = [await store().head(), newStream(), newStream()];
      const log = recordedElsewhere([...placesOf(one, 0, 4), ...placesOf(two, 0, 4)]);
      const followed = followUntil(store(), start, log.length);
      await store().importEvents(log.slice(0, 6));
      await store().importEvents(log.slice(6));
      expect(kept(await followed)).toEqual(kept(log));
    });

    it('moments never go back, also when imported ones lie ahead of the clock', async () => {
      const [start, stream] = [await store().head(), newStream()];
      const ahead = new Date(Date.now() + 60_000).toISOString();
      await store().importEvents(recordedElsewhere(placesOf(stream, 0, 2), ahead));
      await appendSome(store(), newStream(), 1);
      await appendSome(store(), stream, 1, 2);
      const moments = (await feedAfter(store(), start)).map(({ recordedAt }) => recordedAt);
      expect(moments).toHaveLength(5);
      expect(moments).toEqual([...moments].sort());
    });
  });
}

const toAppend = ({ eventId, type, data, effectiveAt }: RecordedEvent) => ({
  eventId,
  type,
  data,
  effectiveAt,
});
