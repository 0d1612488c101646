import { addDays, calendarDate, dayOfWeek, yearOf } from '@intekenboek/event-sourcing-core';
import fc from 'fast-check';

import { DECREES_COVER, EQUATED_DAYS } from '../data/equated-days.data';
import { rejectionOf } from '../rejection.fixtures';
import { easterSunday, holidaysOf } from './holidays';
import { addWorkingDays, isPublicHoliday, isWorkingDay, workingDayFrom } from './working-days';

const publicHolidaysOf = (year: number) =>
  holidaysOf(year)
    .filter(({ ground }) => ground === 'PUBLIC_HOLIDAY')
    .map(({ date }) => date.slice(5));

describe('the public holidays of a year', () => {
  it.each([
    [2022, ['01-01', '04-18', '04-27', '05-05', '05-26', '06-06', '12-25', '12-26']],
    [2024, ['01-01', '04-01', '04-27', '05-05', '05-09', '05-20', '12-25', '12-26']],
    [2025, ['01-01', '04-21', '04-26', '05-05', '05-29', '06-09', '12-25', '12-26']],
    [2026, ['01-01', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25', '12-26']],
    [2027, ['01-01', '03-29', '04-27', '05-05', '05-06', '05-17', '12-25', '12-26']],
    [2038, ['01-01', '04-26', '04-27', '05-05', '06-03', '06-14', '12-25', '12-26']],
  ])('are, in %i, those of Algemene termijnenwet art. 3(1)', (year, days) => {
    expect(publicHolidaysOf(year)).toEqual(days);
  });

  it('have King’s Day on the Saturday when 27 April is a Sunday', () => {
    expect(isPublicHoliday(calendarDate('2025-04-26'))).toBe(true);
    expect(isPublicHoliday(calendarDate('2025-04-27'))).toBe(false);
    expect(isPublicHoliday(calendarDate('2031-04-26'))).toBe(true);
    expect(isPublicHoliday(calendarDate('2024-04-27'))).toBe(true);
  });

  it('have Liberation Day every year, not only once in five years', () => {
    for (let year = 2021; year <= 2030; year += 1) {
      expect(isPublicHoliday(calendarDate(`${year}-05-05`))).toBe(true);
    }
  });

  it('do not have Good Friday, which is on a par with them where a term is counted', () => {
    const goodFriday = calendarDate('2026-04-03');
    expect(isPublicHoliday(goodFriday)).toBe(false);
    expect(isWorkingDay(goodFriday)).toBe(false);
  });

  it('are refused for years before there was a King’s Day', () => {
    expect(rejectionOf(() => holidaysOf(2013)).code).toBe('DATE_BEFORE_FACTS');
    expect(rejectionOf(() => isWorkingDay(calendarDate('2013-12-31')))).toEqual({
      code: 'DATE_BEFORE_FACTS',
      details: { field: 'year', date: '2013', from: '2014' },
    });
  });
});

describe('days equated by royal decree', () => {
  it('count for no term', () => {
    const dayAfterAscension = calendarDate('2026-05-15');
    expect(isPublicHoliday(dayAfterAscension)).toBe(false);
    expect(isWorkingDay(dayAfterAscension)).toBe(false);
  });

  it('would be working days otherwise, and have the day after Ascension among them each year', () => {
    const [first, last] = DECREES_COVER;
    for (const day of EQUATED_DAYS.value) expect([0, 6]).not.toContain(dayOfWeek(calendarDate(day)));
    for (let year = first; year <= last; year += 1) {
      expect(EQUATED_DAYS.value).toContain(addDays(easterSunday(year), 40));
    }
  });
});

describe('Easter', () => {
  it.each([
    '2014-04-20',
    '2021-04-04',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2035-03-25',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2285-03-22',
  ])('is on %s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });

  it('is a Sunday from 22 March to 25 April in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2014, max: 4000 }), (year) => {
        const easter = easterSunday(year);
        expect(dayOfWeek(easter)).toBe(0);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe('a term in working days', () => {
  const after = (day: string, days: number) => addWorkingDays(calendarDate(day), days);

  it('does not count the day on which it begins', () => {
    expect(after('2026-11-16', 1)).toBe('2026-11-17');
    expect(after('2026-11-16', 10)).toBe('2026-11-30');
  });

  it('passes over the weekend, also when it begins in one', () => {
    expect(after('2026-11-20', 1)).toBe('2026-11-23');
    expect(after('2026-11-21', 1)).toBe('2026-11-23');
  });

  it('passes over Christmas and New Year, with the day that a decree put beside them', () => {
    expect(after('2025-12-24', 1)).toBe('2025-12-29');
    expect(after('2025-12-24', 4)).toBe('2026-01-05');
  });

  it('passes over Ascension Day and the Friday after it', () => {
    expect(after('2026-05-13', 1)).toBe('2026-05-18');
  });

  it('counts back when it is negative, and is the day itself when it is nought', () => {
    expect(after('2026-11-23', -1)).toBe('2026-11-20');
    expect(after('2026-11-21', 0)).toBe('2026-11-21');
  });

  it.each([1.5, NaN, Infinity, 10_001, -10_001])('is refused when it is %p days long', (days) => {
    expect(rejectionOf(() => after('2026-11-20', days)).code).toBe('WORKING_DAYS_INVALID');
  });

  it('that ends on a day off is carried on to the next working day', () => {
    expect(workingDayFrom(calendarDate('2026-04-03'))).toBe('2026-04-07');
    expect(workingDayFrom(calendarDate('2026-04-07'))).toBe('2026-04-07');
  });

  it('always ends on a working day, with exactly so many of them passed', () => {
    const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays(calendarDate('2021-01-01'), days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const end = addWorkingDays(from, days);
        let passed = 0;
        for (let next = addDays(from, 1); next <= end; next = addDays(next, 1))
          passed += isWorkingDay(next) ? 1 : 0;
        expect([isWorkingDay(end), passed]).toEqual([true, days]);
        expect(addWorkingDays(addDays(end, 1), -1)).toBe(end);
        expect(yearOf(end)).toBeLessThanOrEqual(yearOf(from) + 1);
      }),
    );
  });
});
