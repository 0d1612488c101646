import fc from 'fast-check';

import { PERSON_COUNT_RULE, shownPersonCount } from './person-counts';

describe('a count of persons, for who is not a party', () => {
  it('is hidden when small, nought included, and never shown as nought', () => {
    for (let count = 0; count < PERSON_COUNT_RULE.hiddenBelow; count += 1) {
      expect(shownPersonCount(count)).toBeNull();
    }
  });

  it('is rounded to the nearest five otherwise', () => {
    expect([10, 12, 13, 17, 18, 101].map((count) => shownPersonCount(count))).toEqual([
      10, 10, 15, 15, 20, 100,
    ]);
  });

  it('is never further off than half of what it is rounded to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1_000_000 }), (count) => {
        expect(Math.abs((shownPersonCount(count) ?? NaN) - count)).toBeLessThanOrEqual(2.5);
      }),
    );
  });
});
