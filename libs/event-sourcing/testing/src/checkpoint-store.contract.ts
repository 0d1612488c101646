import {
  CheckpointMoved,
  type CheckpointStore,
  FEED_START,
  type FeedPosition,
} from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';

const at = (number: number): FeedPosition => String(number).padStart(16, '0') as FeedPosition;

/** Run by every adapter. `open` gives the checkpoints of one log; all that it gives share one storage. */
export function checkpointStoreContract(
  adapter: string,
  open: (logId: string) => Promise<CheckpointStore>,
): void {
  describe(`checkpoint store contract: ${adapter}`, () => {
    const logId = randomUUID();
    let store: CheckpointStore;
    let name = '';
    beforeAll(async () => {
      store = await open(logId);
    });
    beforeEach(() => {
      name = `relay-${randomUUID()}`;
    });

    it('begins at the start of the feed', async () => {
      expect(await store.read(name)).toBe(FEED_START);
    });

    it('remembers where it was moved to, for every process', async () => {
      await store.move(name, FEED_START, at(3));
      await store.move(name, at(3), at(12));
      expect(await store.read(name)).toBe(at(12));
      expect(await (await open(logId)).read(name)).toBe(at(12));
    });

    it('is not moved from where it no longer is, nor from where it never was', async () => {
      await store.move(name, FEED_START, at(3));
      await expect(store.move(name, FEED_START, at(9))).rejects.toThrow(CheckpointMoved);
      await expect(store.move(name, at(2), at(9))).rejects.toThrow(CheckpointMoved);
      await expect(store.move(`${name}-other`, at(2), at(9))).rejects.toThrow(CheckpointMoved);
      expect(await store.read(name)).toBe(at(3));
      expect(await store.read(`${name}-other`)).toBe(FEED_START);
    });

    it('lets exactly one of several processes take the same step', async () => {
      const others = await Promise.all(Array.from({ length: 8 }, () => open(logId)));
      for (const [from, to] of [
        [FEED_START, at(1)],
        [at(1), at(2)],
      ] as const) {
        const outcomes = await Promise.allSettled(others.map((other) => other.move(name, from, to)));
        const refused = outcomes.flatMap((outcome) =>
          outcome.status === 'rejected' ? [(outcome.reason as Error).name] : [],
        );
        expect(refused).toEqual(Array(7).fill('CheckpointMoved'));
      }
      expect(await store.read(name)).toBe(at(2));
    });

    it('goes back when it is asked to', async () => {
      await store.move(name, FEED_START, at(5));
      await store.move(name, at(5), FEED_START);
      expect(await store.read(name)).toBe(FEED_START);
      await store.move(name, FEED_START, at(1));
      expect(await store.read(name)).toBe(at(1));
    });

    it('keeps names apart, and logs', async () => {
      await store.move(name, FEED_START, at(5));
      expect(await store.read(`${name}-2`)).toBe(FEED_START);
      const another = await open(randomUUID());
      expect(await another.read(name)).toBe(FEED_START);
      await another.move(name, FEED_START, at(1));
      expect(await store.read(name)).toBe(at(5));
    });
  });
}
