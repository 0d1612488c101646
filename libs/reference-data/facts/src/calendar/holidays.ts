import {
  addDays,
  type CalendarDate,
  calendarDate,
  dayOfWeek,
  yearOf,
} from '@intekenboek/event-sourcing-core';

import { EQUATED_DAYS } from '../data/equated-days.data';
import { ReferenceDataRejected } from '../reference-data.errors';

/**
 * `PUBLIC_HOLIDAY`: named in Algemene termijnenwet art. 3(1). `EQUATED_DAY`: no public holiday, but on a par with one
 * where a term is counted: Good Friday by art. 3(2), other days by a royal decree under art. 3(3).
 */
export type HolidayGround = 'PUBLIC_HOLIDAY' | 'EQUATED_DAY';

/** A day besides Saturday and Sunday that does not count in a term of working days. */
export interface Holiday {
  readonly date: CalendarDate;
  readonly nl: string;
  readonly en: string;
  readonly ground: HolidayGround;
}

/** The first year with a King's Day (Koningsdag), and the first that these facts can tell the holidays of. */
export const HOLIDAYS_SINCE = 2014;

/** Where the holidays come from. */
export const HOLIDAYS_SOURCE = 'Algemene termijnenwet art. 3';

const byYear = new Map<number, readonly Holiday[]>();

/**
 * All holidays of a year in order of date, those that fall on a Saturday or Sunday among them. Liberation Day (5 May)
 * is one in every year: that most employers give it off once in five years is a custom, and art. 3 makes no such
 * difference.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 2014.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  if (year < HOLIDAYS_SINCE) {
    throw new ReferenceDataRejected('DATE_BEFORE_FACTS', {
      field: 'year',
      date: `${year}`,
      from: `${HOLIDAYS_SINCE}`,
    });
  }
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const holidays = [...namedInTheLaw(year), ...equatedByDecree(year)].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  byYear.set(year, holidays);
  return holidays;
}

function namedInTheLaw(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const on = (monthAndDay: string) => calendarDate(`${year}-${monthAndDay}`);
  const holiday = (date: CalendarDate, nl: string, en: string): Holiday => ({
    date,
    nl,
    en,
    ground: 'PUBLIC_HOLIDAY',
  });
  return [
    holiday(on('01-01'), 'Nieuwjaarsdag', 'New Year’s Day'),
    { date: addDays(easter, -2), nl: 'Goede Vrijdag', en: 'Good Friday', ground: 'EQUATED_DAY' },
    holiday(addDays(easter, 1), 'tweede paasdag', 'Easter Monday'),
    holiday(kingsDay(year), 'Koningsdag', 'King’s Day'),
    holiday(on('05-05'), 'Bevrijdingsdag', 'Liberation Day'),
    holiday(addDays(easter, 39), 'Hemelvaartsdag', 'Ascension Day'),
    holiday(addDays(easter, 50), 'tweede pinksterdag', 'Whit Monday'),
    holiday(on('12-25'), 'eerste kerstdag', 'Christmas Day'),
    holiday(on('12-26'), 'tweede kerstdag', 'Second Christmas Day'),
  ];
}

const equatedByDecree = (year: number): readonly Holiday[] =>
  EQUATED_DAYS.value
    .filter((day) => day.startsWith(`${year}-`))
    .map((day) => ({
      date: calendarDate(day),
      nl: 'gelijkgestelde dag',
      en: 'day equated by royal decree',
      ground: 'EQUATED_DAY',
    }));

/** 27 April, or the Saturday before when that is a Sunday. */
function kingsDay(year: number): CalendarDate {
  const birthday = calendarDate(`${year}-04-27`);
  return dayOfWeek(birthday) === 0 ? addDays(birthday, -1) : birthday;
}

/**
 * The Sunday after the first full moon of spring, as the Gregorian church calendar reckons it (the form of the
 * computus that goes without exceptions: Meeus, Astronomical Algorithms, chapter 8).
 */
export function easterSunday(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leapsOfMoon =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + leapsOfMoon + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  return addDays(calendarDate(`${year}-03-22`), epact + weekdayShift - 7 * correction);
}

/** The holiday on a day, undefined on all others. @throws ReferenceDataRejected DATE_BEFORE_FACTS before 2014. */
export const holidayOn = (date: CalendarDate): Holiday | undefined =>
  holidaysOf(yearOf(date)).find((holiday) => holiday.date === date);
