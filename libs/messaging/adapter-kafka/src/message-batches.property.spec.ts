import { type BusMessage, messageBytes } from '@intekenboek/messaging-application';
import fc from 'fast-check';

import { BATCH_ROOM_BYTES, batchesOf } from './message-batches';

const BYTES_MAX = 2_000;

const messages = fc.array(
  fc.record<BusMessage>({
    topic: fc.constantFrom('a', 'b', 'c'),
    key: fc.string({ maxLength: 20 }),
    value: fc.integer({ min: 0, max: 1_900 }).map((length) => 'x'.repeat(length)),
    headers: fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), { maxKeys: 3 }),
  }),
  { maxLength: 200, size: 'max' },
);

describe('cutting messages into batches', () => {
  it('keeps all of them, in their order', () => {
    fc.assert(
      fc.property(messages, (all) => {
        expect(batchesOf(all, () => BYTES_MAX).flat()).toEqual(all);
      }),
    );
  });

  it('makes no batch that a topic would refuse, and none that is empty', () => {
    fc.assert(
      fc.property(messages, (all) => {
        for (const batch of batchesOf(all, () => BYTES_MAX)) {
          expect(batch.length).toBeGreaterThan(0);
          for (const topic of ['a', 'b', 'c']) {
            const sizes = batch.filter((one) => one.topic === topic).map(messageBytes);
            expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BYTES_MAX + BATCH_ROOM_BYTES);
          }
        }
      }),
    );
  });

  it('begins no batch without need', () => {
    const small = Array.from({ length: 50 }, () => ({ topic: 'a', key: 'k', value: 'v', headers: {} }));
    expect(batchesOf(small, () => BYTES_MAX)).toHaveLength(1);
  });

  it('bounds how many messages a batch has', () => {
    const small = Array.from({ length: 2_500 }, () => ({ topic: 'a', key: '', value: '', headers: {} }));
    expect(batchesOf(small, () => 1_000_000).map((batch) => batch.length)).toEqual([1_000, 1_000, 500]);
  });
});
