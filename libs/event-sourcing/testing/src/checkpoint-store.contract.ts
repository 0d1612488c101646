import {
  type Checkpoint,
  CHECKPOINT_AT_START,
  CheckpointMoved,
  type CheckpointStore,
  FEED_START,
  type FeedPosition,
  instant,
} from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';

const at = (number: number): FeedPosition => String(number).padStart(16, '0') as FeedPosition;
const to = (number: number): Checkpoint => ({
  position: at(number),
  eventId: `event-${number}`,
  recordedAt: instant('2026-01-31T08:30:00.000Z'),
});

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
      expect(await store.read(name)).toEqual(CHECKPOINT_AT_START);
    });

    it('remembers where it was moved to, and behind which event, for every process', async () => {
      await store.move(name, FEED_START, to(3));
      await store.move(name, at(3), to(12));
      expect(await store.read(name)).toEqual(to(12));
      expect(await (await open(logId)).read(name)).toEqual(to(12));
    });

    it('is not moved from where it no longer is, nor from where it never was', async () => {
      await store.move(name, FEED_START, to(3));
      await expect(store.move(name, FEED_START, to(9))).rejects.toThrow(CheckpointMoved);
      await expect(store.move(name, at(2), to(9))).rejects.toThrow(CheckpointMoved);
      await expect(store.move(`${name}-other`, at(2), to(9))).rejects.toThrow(CheckpointMoved);
      expect(await store.read(name)).toEqual(to(3));
      expect(await store.read(`${name}-other`)).toEqual(CHECKPOINT_AT_START);
    });

    it('lets exactly one of several processes take the same step', async () => {
      const others = await Promise.all(Array.from({ length: 8 }, () => open(logId)));
      for (const [from, next] of [
        [FEED_START, to(1)],
        [at(1), to(2)],
      ] as const) {
        const outcomes = await Promise.allSettled(others.map((other) => other.move(name, from, next)));
        const refused = outcomes.flatMap((outcome) =>
          outcome.status === 'rejected' ? [(outcome.reason as Error).name] : [],
        );
        expect(refused).toEqual(Array(7).fill('CheckpointMoved'));
      }
      expect(await store.read(name)).toEqual(to(2));
    });

    it('goes back when it is asked to', async () => {
      await store.move(name, FEED_START, to(5));
      await store.move(name, at(5), CHECKPOINT_AT_START);
      expect(await store.read(name)).toEqual(CHECKPOINT_AT_START);
      await store.move(name, FEED_START, to(1));
      expect(await store.read(name)).toEqual(to(1));
    });

    it('keeps names apart, and logs', async () => {
      await store.move(name, FEED_START, to(5));
      expect(await store.read(`${name}-2`)).toEqual(CHECKPOINT_AT_START);
      const another = await open(randomUUID());
      expect(await another.read(name)).toEqual(CHECKPOINT_AT_START);
      await another.move(name, FEED_START, to(1));
      expect(await store.read(name)).toEqual(to(5));
    });
  });
}
