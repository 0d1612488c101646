import { addDays, calendarDate, daysBetween } from '@intekenboek/event-sourcing-core';

import { dayNumber, dayOf } from './day-number';

describe('a day as a number', () => {
  it('is that of the calendar, on every day of four centuries', () => {
    const first = calendarDate('1899-12-31');
    const wrong = Array.from({ length: 146_100 }, (_, n) => addDays(first, n)).filter(
      (day) => dayNumber(day) !== daysBetween(calendarDate('1970-01-01'), day),
    );
    expect(wrong).toEqual([]);
  });

  it('leads back to the day', () => {
    expect(dayOf(dayNumber(calendarDate('2024-02-29')))).toBe('2024-02-29');
  });
});
