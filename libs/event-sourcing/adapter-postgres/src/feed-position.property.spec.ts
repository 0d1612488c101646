import { FEED_START, type FeedPosition } from '@intekenboek/event-sourcing-core';
import * as fc from 'fast-check';

import { placeOf, positionOf } from './feed-position';

const count = fc.bigInt({ min: 1n, max: 10n ** 16n - 1n });
const place = fc.tuple(count, count);

describe('a position', () => {
  it('stands in the order of transactions, and within one in that of its events', () => {
    fc.assert(
      fc.property(place, place, ([transaction, position], [otherTransaction, otherPosition]) => {
        const isBefore =
          transaction < otherTransaction || (transaction === otherTransaction && position < otherPosition);
        const [one, other] = [
          positionOf(String(transaction), String(position)),
          positionOf(String(otherTransaction), String(otherPosition)),
        ];
        expect(one < other).toBe(isBefore);
        expect(FEED_START < one).toBe(true);
      }),
    );
  });

  it('tells where the reading goes on', () => {
    fc.assert(
      fc.property(place, ([transaction, position]) => {
        const read = placeOf(positionOf(String(transaction), String(position)));
        expect([BigInt(read.transaction), BigInt(read.position)]).toEqual([transaction, position]);
      }),
    );
  });

  it.each(['0000000000000042', '42-42', '00000000000000000042/00000000000000000042'])(
    'of another kind of log is refused: %s',
    (text) => expect(() => placeOf(text as FeedPosition)).toThrow(RangeError),
  );
});
