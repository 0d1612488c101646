import { addDays, calendarDate } from '@intekenboek/event-sourcing-core';
import fc from 'fast-check';

import { rejectionOf } from '../rejection.fixtures';
import { endOf, halfYear, halfYearOf, nextHalfYear, populationDateFor, startOf } from './half-year';

describe('a half-year', () => {
  it('begins on 1 January or 1 July and ends on the last day of June or December', () => {
    expect([startOf(halfYear('2022-H1')), endOf(halfYear('2022-H1'))]).toEqual(['2022-01-01', '2022-06-30']);
    expect([startOf(halfYear('2022-H2')), endOf(halfYear('2022-H2'))]).toEqual(['2022-07-01', '2022-12-31']);
  });

  it.each(['2022-H3', '2022-H0', '2022H2', '2022-h2', '22-H2', '1999-H2', '', '2022-H2 '])(
    'is refused as %p, with how one is written',
    (text) => {
      expect(rejectionOf(() => halfYear(text))).toEqual({
        code: 'HALF_YEAR_INVALID',
        details: {
          field: 'halfYear',
          text,
          expected: 'a year and H1 (January to June) or H2 (July to December), for example 2022-H2',
        },
      });
    },
  );

  it('takes the inhabitants of 1 January of the year before its year, in both halves (art. 29)', () => {
    expect(populationDateFor(halfYear('2022-H1'))).toBe('2021-01-01');
    expect(populationDateFor(halfYear('2022-H2'))).toBe('2021-01-01');
    expect(populationDateFor(halfYear('2023-H1'))).toBe('2022-01-01');
    expect(populationDateFor(halfYear('2025-H2'))).toBe('2024-01-01');
  });

  it('is followed by the second half and then by the next year', () => {
    expect(nextHalfYear(halfYear('2022-H1'))).toBe('2022-H2');
    expect(nextHalfYear(halfYear('2022-H2'))).toBe('2023-H1');
  });

  it('is found for a day, the first and the last of it included', () => {
    expect(halfYearOf(calendarDate('2022-06-30'))).toBe('2022-H1');
    expect(halfYearOf(calendarDate('2022-07-01'))).toBe('2022-H2');
    expect(halfYearOf(calendarDate('2023-01-01'))).toBe('2023-H1');
  });

  it('has every day in one half, and no day between two', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(calendarDate('2000-01-01'), days));
    fc.assert(
      fc.property(day, (date) => {
        const half = halfYearOf(date);
        expect(startOf(half) <= date && date <= endOf(half)).toBe(true);
        expect(startOf(nextHalfYear(half))).toBe(addDays(endOf(half), 1));
      }),
    );
  });
});
