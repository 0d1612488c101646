import * as fc from 'fast-check';

import { heldLag, type LagLevel } from './held-lag';

// Days 0…: a level that only goes one way between two days of change, as figures do between two reports.
const stretches = fc.array(
  fc.record({
    days: fc.integer({ min: 1, max: 12 }),
    levels: fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
    ),
    isFalling: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);
type Stretches = typeof stretches extends fc.Arbitrary<infer T> ? T : never;

function levelsOf(parts: Stretches): { levels: readonly LagLevel[]; changes: readonly number[] } {
  const levels: LagLevel[] = [];
  const changes: number[] = [];
  for (const part of parts) {
    changes.push(levels.length);
    const sorted = [...part.levels].sort((a, b) => (part.isFalling ? b - a : a - b)) as LagLevel[];
    for (let n = 0; n < part.days; n += 1) levels.push(sorted[Math.floor((n * 3) / part.days)]!);
  }
  return { levels, changes };
}

/** The definition in words: some window of lag was full, and no window of its absence after it. */
function heldByDefinition(
  levels: readonly LagLevel[],
  atLeast: LagLevel,
  minimum: number,
  keep: number,
): boolean {
  const full = (until: number, days: number, isLag: boolean) =>
    until + 1 >= days &&
    levels.slice(until + 1 - days, until + 1).every((level) => level >= atLeast === isLag);
  let held = false;
  for (let day = 0; day < levels.length; day += 1) {
    if (full(day, minimum, true)) held = true;
    else if (full(day, keep, false)) held = false;
  }
  return held;
}

describe('a lag that counts', () => {
  it('is found from a few days as it would be from all of them', () => {
    const durations = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(stretches, durations, durations, (parts, minimumDays, keepDays) => {
        const { levels, changes } = levelsOf(parts);
        const asked: number[] = [];
        const levelOn = (day: number) => {
          asked.push(day);
          return levels[day]!;
        };
        const held = heldLag(levelOn, changes, levels.length - 1, { minimumDays, keepDays });
        const expected = [2, 1].find((level) =>
          heldByDefinition(levels, level as LagLevel, minimumDays, keepDays),
        );
        expect(held).toBe(expected ?? 0);
        expect(asked.every((day) => day < levels.length)).toBe(true);
      }),
    );
  });
});
