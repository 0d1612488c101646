import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import { afterImportContract } from './event-import-after.contract';
import { refusedImportContract } from './event-import-refused.contract';
import { kept, placesOf, recordedElsewhere } from './event-import.fixtures';
import { appendSome, feedAfter, newStream } from './event-store.fixtures';
import type { ImportingStore } from './store-under-test';

/**
 * Run by every adapter that takes the log of another store. `open` and `reopen` are those of `eventStoreContract`: a
 * store may hold events already.
 */
export function eventImportContract(
  adapter: string,
  open: () => Promise<ImportingStore>,
  reopen?: (store: ImportingStore) => Promise<ImportingStore>,
): void {
  describe(`event import contract: ${adapter}`, () => {
    let store: ImportingStore;
    const current = () => store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    keepingContract(current);
    repeatedImportContract(current);
    refusedImportContract(current);
    afterImportContract(current);
  });

  describe(`event import contract: closing ${adapter}`, () => {
    it('refuses a page that comes later', async () => {
      const store = await open();
      await store.close();
      const page = recordedElsewhere(placesOf(newStream(), 0, 1));
      await expect(store.importEvents(page)).rejects.toMatchObject({ name: 'EventStoreUnavailable' });
    });
  });
  if (reopen !== undefined) {
    describe(`event import contract: opening ${adapter} again`, () => reopenContract(open, reopen));
  }
}

function keepingContract(store: () => ImportingStore): void {
  describe('importing a page', () => {
    it('keeps stream, revision, id, type, data, metadata and both times of every event', async () => {
      const [start, one, two] = [await store().head(), newStream(), newStream()];
      const page = recordedElsewhere([[one, 0], ...placesOf(two, 0, 2), [one, 1]]);
      await store().importEvents(page);
      expect(kept(await feedAfter(store(), start))).toEqual(kept(page));
      const ofOne = page.filter(({ stream }) => stream === one);
      const slice = await store().readStream(one);
      expect(slice.revision).toBe(1);
      expect(kept(slice.events)).toEqual(kept(ofOne));
    });

    it('gives positions anew, in the same order and after all that was there', async () => {
      const [one, two] = [newStream(), newStream()];
      const { position: before } = await appendSome(store(), newStream(), 1);
      await store().importEvents(
        recordedElsewhere([
          [one, 0],
          [two, 0],
          [one, 1],
          [two, 1],
        ]),
      );
      const positions = (await feedAfter(store(), before, 3)).map(({ position }) => position);
      expect(positions).toHaveLength(4);
      expect([before, ...positions]).toEqual([before, ...positions].sort((a, b) => (a < b ? -1 : 1)));
      expect(await store().head()).toBe(positions.at(-1));
    });

    it('takes the next page where the one before ended, also in the middle of a stream', async () => {
      const [start, one, two] = [await store().head(), newStream(), newStream()];
      const log = recordedElsewhere([...placesOf(one, 0, 3), ...placesOf(two, 0, 3), ...placesOf(one, 4, 6)]);
      for (let n = 0; n < log.length; n += 3) await store().importEvents(log.slice(n, n + 3));
      expect(kept(await feedAfter(store(), start))).toEqual(kept(log));
    });

    it('takes 1,200 events of 400 streams at once', async () => {
      const [start, streams] = [await store().head(), Array.from({ length: 400 }, () => newStream())];
      const page = recordedElsewhere(
        [0, 1, 2].flatMap((revision) => streams.map((stream) => [stream, revision] as const)),
      );
      await store().importEvents(page);
      expect(kept(await feedAfter(store(), start, 1_000))).toEqual(kept(page));
    });

    it.each<[string, object]>([
      ['text in any script', { name: 'Súdwest-Fryslân 🏘️ «דירה» \u0000 \u2028 \ud800' }],
      ['numbers', { large: 900_000_000_000, share: 0.1 + 0.2, negative: -7, tiny: 5e-324 }],
      ['null and nested lists', { none: null, lists: [[], [[{}]], [null, true]] }],
      ['900 KB', { text: 'é'.repeat(450_000) }],
    ])('keeps data as it is: %s', async (_, data) => {
      const stream = newStream();
      const page = recordedElsewhere(placesOf(stream, 0, 1)).map((event) => ({ ...event, data }));
      await store().importEvents(page);
      expect(kept((await store().readStream(stream)).events)).toEqual(kept(page));
    });

    it('of no events does nothing', async () => {
      const before = await store().head();
      await store().importEvents([]);
      expect(await store().head()).toBe(before);
    });

    it('leaves the log its own identity', async () => {
      const logId = await store().logId();
      await store().importEvents(recordedElsewhere([[newStream(), 0]]));
      expect(await store().logId()).toBe(logId);
    });
  });
}

function repeatedImportContract(store: () => ImportingStore): void {
  describe('importing a page again', () => {
    /** A page of two streams, imported once, with the place in the feed before it. */
    async function importedPage(): Promise<{ start: string; page: readonly RecordedEvent[] }> {
      const [start, one, two] = [await store().head(), newStream(), newStream()];
      const page = recordedElsewhere([...placesOf(one, 0, 2), ...placesOf(two, 0, 2), [one, 3]]);
      await store().importEvents(page);
      return { start, page };
    }
    const feedSince = async (start: string) =>
      kept(await feedAfter(store(), start as RecordedEvent['position']));

    it('stores nothing twice', async () => {
      const { start, page } = await importedPage();
      const head = await store().head();
      await store().importEvents(page);
      expect(await store().head()).toBe(head);
      expect(await feedSince(start)).toEqual(kept(page));
    });

    it('adds what is new when only its first half was there', async () => {
      const { start, page } = await importedPage();
      const [last] = page.slice(-1);
      const more = recordedElsewhere([...placesOf(last!.stream, 4, 5), [newStream(), 0]]);
      await store().importEvents([...page.slice(3), ...more]);
      expect(await feedSince(start)).toEqual(kept([...page, ...more]));
    });

    it('takes fields in another order for the same content', async () => {
      const stream = newStream();
      const [event] = recordedElsewhere([[stream, 0]]);
      await store().importEvents([{ ...event!, data: { a: 1, b: { c: 2, d: 3 } } }]);
      await store().importEvents([{ ...event!, data: { b: { d: 3, c: 2 }, a: 1 } }]);
      expect((await store().readStream(stream)).revision).toBe(0);
    });

    it('passes over an event that comes twice in one page', async () => {
      const [start, page] = [await store().head(), recordedElsewhere(placesOf(newStream(), 0, 1))];
      await store().importEvents([...page, ...page]);
      expect(await feedSince(start)).toEqual(kept(page));
    });

    it('at the same moment stores every event once', async () => {
      const [start, stream] = [await store().head(), newStream()];
      const page = recordedElsewhere(placesOf(stream, 0, 20));
      await Promise.allSettled([store().importEvents(page), store().importEvents(page)]);
      await store().importEvents(page);
      expect(await feedSince(start)).toEqual(kept(page));
    });
  });
}

function reopenContract(
  open: () => Promise<ImportingStore>,
  reopen: (store: ImportingStore) => Promise<ImportingStore>,
): void {
  it('finds what was imported, takes the rest, and records no earlier moment', async () => {
    const [before, stream] = [await open(), newStream()];
    const start = await before.head();
    const ahead = new Date(Date.now() + 60_000).toISOString();
    const log = recordedElsewhere(placesOf(stream, 0, 5), ahead);
    await before.importEvents(log.slice(0, 3));

    const after = await reopen(before);
    await after.importEvents(log);
    expect(kept(await feedAfter(after, start))).toEqual(kept(log));
    const again = await reopen(after);
    await appendSome(again, stream, 1, 5);
    const moments = (await again.readStream(stream)).events.map(({ recordedAt }) => recordedAt);
    expect(moments).toEqual([...moments].sort());
    await again.close();
  });
}
