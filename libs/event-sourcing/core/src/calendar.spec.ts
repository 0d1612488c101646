import { assert, constantFrom, date, integer, property } from 'fast-check';

import {
  addDays,
  calendarDate,
  dayOfWeek,
  daysBetween,
  earliest,
  firstDayOf,
  instant,
  isAfter,
  isBefore,
  lastDayOf,
  latest,
  yearOf,
} from './calendar';

const days = date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map(
  (day) => calendarDate(day.toISOString().slice(0, 10)),
);

describe('a day on the calendar', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('may be %s', (text) => {
    expect(calendarDate(text)).toBe(text);
  });

  it.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '1-1-2026', ''])(
    'is refused when it does not exist or is written otherwise: "%s"',
    (text) => {
      expect(() => calendarDate(text)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }));
    },
  );

  it('is refused with a time behind it, and the refusal does not repeat a long text', () => {
    const refusal = expect.objectContaining({ details: { text: '2026-01-01T00:00:00Z'.padEnd(40, '!') } });
    expect(() => calendarDate('2026-01-01T00:00:00Z'.padEnd(5_000, '!'))).toThrow(refusal);
  });

  it('knows which day comes first', () => {
    const [monday, tuesday] = [calendarDate('2026-11-30'), calendarDate('2026-12-01')];
    expect([isBefore(monday, tuesday), isAfter(monday, tuesday), isAfter(monday, monday)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([earliest(tuesday, monday), latest(monday, tuesday)]).toEqual([monday, tuesday]);
  });

  it('counts over the end of a month, a leap day and the change to summer time', () => {
    expect(addDays(calendarDate('2026-01-31'), 1)).toBe('2026-02-01');
    expect(addDays(calendarDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(daysBetween(calendarDate('2026-03-28'), calendarDate('2026-03-30'))).toBe(2);
    expect(addDays(calendarDate('2026-10-26'), -2)).toBe('2026-10-24');
  });

  it('knows its year and its day of the week', () => {
    expect([yearOf(calendarDate('2026-11-21')), dayOfWeek(calendarDate('2026-11-21'))]).toEqual([2026, 6]);
    expect([firstDayOf(2026), lastDayOf(2026)]).toEqual(['2026-01-01', '2026-12-31']);
  });

  it('is found back by counting as many days as lie between', () => {
    assert(
      property(days, integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const other = addDays(day, count);
        expect(daysBetween(day, other)).toBe(count);
        expect(isAfter(other, day)).toBe(count > 0);
        expect(dayOfWeek(addDays(day, 7))).toBe(dayOfWeek(day));
      }),
    );
  });
});

describe('a moment', () => {
  it.each([
    ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00.000Z'],
    ['2026-07-01T12:00:00Z', '2026-07-01T12:00:00.000Z'],
    ['2026-07-01T12:00:00.5-05:30', '2026-07-01T17:30:00.500Z'],
  ])('is kept in UTC with milliseconds: %s', (text, kept) => {
    expect(instant(text)).toBe(kept);
  });

  it.each(['2026-01-01T00:30:00', '2026-01-01', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z', 'now', ''])(
    'is refused without its offset, or when it does not exist: "%s"',
    (text) => {
      expect(() => instant(text)).toThrow(expect.objectContaining({ code: 'INSTANT_INVALID' }));
    },
  );

  it('comes back the same when it is read again', () => {
    assert(
      property(days, constantFrom('T00:00:00Z', 'T23:59:59.999+02:00'), (day, time) => {
        const moment = instant(`${day}${time}`);
        expect(instant(moment)).toBe(moment);
      }),
    );
  });
});
