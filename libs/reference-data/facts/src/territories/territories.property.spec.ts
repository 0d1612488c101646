import { addDays, type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';
import fc from 'fast-check';

import { municipalitiesOn } from './municipality';
import { populationOfBorders } from './population-of-borders';
import { municipalitySuccessors, municipalityWithAreaOf } from './succession';
import { isTerritoryWithin } from './territory';
import { NATION } from './territory-code';

const begin = calendarDate('2021-01-01');
/** From the first day of the facts to the end of 2030, often near a day of change. */
const anyDay: fc.Arbitrary<CalendarDate> = fc.oneof(
  fc.integer({ min: 0, max: 3651 }).map((days) => addDays(begin, days)),
  fc
    .tuple(fc.constantFrom('2022-01-01', '2022-03-24', '2023-01-01'), fc.integer({ min: -2, max: 2 }))
    .map(([day, shift]) => addDays(calendarDate(day), shift)),
);

describe('on any two days', () => {
  it('every municipality of the earlier has its whole area in exactly one of the later', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        for (const { code, provinceCode } of municipalitiesOn(earlier)) {
          const holders = municipalitiesOn(later).filter((one) => isTerritoryWithin(code, one.code, later));
          expect(holders).toEqual([municipalityWithAreaOf(code, later)]);
          expect(holders[0]?.provinceCode).toBe(provinceCode);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('every municipality of the later is there because it was before, or was born of one that was', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const holders = new Set(
          municipalitiesOn(earlier).map(({ code }) => municipalityWithAreaOf(code, later)),
        );
        expect(holders).toEqual(new Set(municipalitiesOn(later)));
      }),
    );
  });
});

describe('on any day', () => {
  it('every chain of successors ends in one municipality that exists for good', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const lasting = new Set(municipalitiesOn(calendarDate('2030-12-31')).map(({ code }) => code));
        for (const { code } of municipalitiesOn(day)) {
          expect(lasting).toContain(municipalitySuccessors(code).at(-1)?.into ?? code);
          expect(isTerritoryWithin(code, NATION, day)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('the inhabitants of its borders sum to the national total, each part counted once', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { municipalities, nationalTotal } = populationOfBorders(day, begin);
        const parts = municipalities.flatMap((one) => one.parts.map(({ code }) => code));
        expect(municipalities.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(nationalTotal);
        expect(nationalTotal).toBe(17_475_415);
        expect(parts).toHaveLength(352);
        expect(new Set(parts).size).toBe(352);
        expect(municipalities.map(({ code }) => code)).toEqual(municipalitiesOn(day).map(({ code }) => code));
      }),
    );
  });
});
