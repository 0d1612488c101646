import { dayNumber } from './day-number';
import { allOn, allowance, expectationOf, milestoneLine, type Path, slicedLine, straightLine } from './path';
import { day } from './verdict.fixtures';

const expectedOn = (path: Path, when: string) => expectationOf(path)(dayNumber(day(when)));
const TERM = { from: day('2024-01-01'), until: day('2027-12-31') };

describe('what is expected so far', () => {
  describe('on a straight line', () => {
    it.each([
      ['2023-12-31', 0],
      ['2024-12-31', 10],
      ['2025-12-31', 20],
      ['2027-12-30', 39],
      ['2027-12-31', 40],
      ['2031-01-01', 40],
    ])('is, on %s, %i of 40', (when, expected) => {
      expect(expectedOn(straightLine(TERM, 40), when)).toBe(expected);
    });

    it('is rounded down to whole units', () => {
      expect(expectedOn(straightLine(TERM, 3), '2025-04-30')).toBe(0);
      expect(expectedOn(straightLine(TERM, 3), '2025-05-01')).toBe(1);
    });

    it('is not rounded where halves exist', () => {
      expect(expectedOn(straightLine(TERM, 2.5), '2025-12-31')).toBeCloseTo(1.251, 3);
    });

    it('counts the first and the last day whole, also when they are one', () => {
      expect(
        expectedOn(straightLine({ from: day('2026-05-05'), until: day('2026-05-05') }, 4), '2026-05-05'),
      ).toBe(4);
    });
  });

  describe('along year slices', () => {
    const slices = [
      { year: 2026, amount: 30 },
      { year: 2024, amount: 10 },
    ];

    it.each([
      ['2024-07-01', 5],
      ['2024-12-31', 10],
      ['2025-06-30', 10],
      ['2025-12-31', 10],
      ['2026-07-02', 25],
      ['2026-12-31', 40],
      ['2027-12-31', 40],
    ])('is, on %s, %i: even within a slice, and flat in a year without one', (when, expected) => {
      expect(expectedOn(slicedLine(TERM, slices, 40), when)).toBe(expected);
    });

    it('begins the first slice with the term and ends the last one on the deadline', () => {
      const path = slicedLine(
        { from: day('2024-07-01'), until: day('2025-06-30') },
        [
          { year: 2024, amount: 184 },
          { year: 2025, amount: 181 },
        ],
        365,
      );
      expect(expectedOn(path, '2024-07-01')).toBe(1);
      expect(expectedOn(path, '2025-06-29')).toBe(364);
      expect(expectedOn(path, '2025-06-30')).toBe(365);
    });
  });

  it('is, for a dated result, nothing before the day and everything on it', () => {
    const path = allOn(day('2026-03-01'), 1);
    expect(expectedOn(path, '2026-02-28')).toBe(0);
    expect(expectedOn(path, '2026-03-01')).toBe(1);
  });

  describe('along milestones', () => {
    const milestones = [
      { on: day('2025-12-31'), cumulative: 30 },
      { on: day('2024-12-31'), cumulative: 10 },
    ];

    it.each([
      ['2024-12-31', 10],
      ['2025-12-31', 30],
      ['2026-12-31', 35],
      ['2027-12-31', 40],
    ])('is, on %s, %i: even between them and to the whole at the end', (when, expected) => {
      expect(expectedOn(milestoneLine(TERM, milestones, 40), when)).toBe(expected);
    });

    it('leaves out a milestone after the end, so that the whole is always due on the last day', () => {
      const beyond = [{ on: day('2028-06-30'), cumulative: 60 }];
      expect(milestoneLine(TERM, beyond, 40)).toEqual(straightLine(TERM, 40));
    });

    it('is a straight line when there are none', () => {
      expect(milestoneLine(TERM, [], 40)).toEqual(straightLine(TERM, 40));
    });
  });

  describe('under a cap', () => {
    it('is the whole cap from the first day', () => {
      expect(expectedOn(allowance(TERM, [], 12), '2023-12-31')).toBe(0);
      expect(expectedOn(allowance(TERM, [], 12), '2024-01-01')).toBe(12);
    });

    it('is the slices of the years that have begun', () => {
      const slices = [
        { year: 2025, amount: 5 },
        { year: 2024, amount: 7 },
      ];
      expect(expectedOn(allowance(TERM, slices, 12), '2024-12-31')).toBe(7);
      expect(expectedOn(allowance(TERM, slices, 12), '2025-01-01')).toBe(12);
    });
  });
});
