import fc from 'fast-check';

import { growingPause } from './growing-pause';

const failures = fc.integer({ min: 1, max: 2_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('a growing pause', () => {
  it('is never longer than its limit and never shorter than half of the first', () => {
    fc.assert(
      fc.property(failures, chance, (count, luck) => {
        const pause = growingPause(count, luck, { firstMs: 100, longestMs: 5_000 });
        expect(pause).toBeGreaterThanOrEqual(50);
        expect(pause).toBeLessThanOrEqual(5_000);
      }),
    );
  });

  it('doubles with every failure', () => {
    expect([1, 2, 3, 9].map((count) => growingPause(count, 0))).toEqual([200, 400, 800, 30_000]);
  });

  it('differs between those who failed together', () => {
    expect(growingPause(3, 0.5)).toBe(600);
  });
});
