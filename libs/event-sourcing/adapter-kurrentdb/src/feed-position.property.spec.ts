import { FEED_START, type FeedPosition } from '@intekenboek/event-sourcing-core';
import fc from 'fast-check';

import { type LogPlace, placeOf, positionOf } from './feed-position';

const number = fc.bigInt({ min: 0n, max: 2n ** 64n - 2n });
const place = fc.record({ commit: number, prepare: number });
const textOf = ({ commit, prepare }: { commit: bigint; prepare: bigint }): FeedPosition =>
  positionOf({ commit: String(commit), prepare: String(prepare) });

describe('a position in the feed', () => {
  it('is ordered as text as places are ordered in the log', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const isEarlier = a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare);
        expect(textOf(a) < textOf(b)).toBe(isEarlier);
      }),
    );
  });

  it('comes after the start of the feed and tells its place again', () => {
    fc.assert(
      fc.property(place, (a) => {
        expect(textOf(a) > FEED_START).toBe(true);
        const expected: LogPlace = { commit: String(a.commit), prepare: String(a.prepare) };
        expect(placeOf(textOf(a))).toEqual(expected);
      }),
    );
  });

  it('is not made of a place that the server does not know', () => {
    expect(() => positionOf({ commit: '18446744073709551615', prepare: '18446744073709551615' })).toThrow(
      RangeError,
    );
  });
});
