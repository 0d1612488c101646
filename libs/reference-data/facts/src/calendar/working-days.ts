import { addDays, type CalendarDate, dayOfWeek } from '@intekenboek/event-sourcing-core';

import { ReferenceDataRejected } from '../reference-data.errors';
import { holidayOn } from './holidays';

const SUNDAY = 0;
const SATURDAY = 6;

/** The longest term that can be counted, about forty years: beyond it a number of days is a mistake. */
const WORKING_DAYS_MAX = 10_000;

/** A public holiday by Algemene termijnenwet art. 3(1). Good Friday is none. */
export const isPublicHoliday = (date: CalendarDate): boolean => holidayOn(date)?.ground === 'PUBLIC_HOLIDAY';

/**
 * Whether a day counts in a term of working days (werkdag): no Saturday, no Sunday, no public holiday and no day that
 * is equated with one (Algemene termijnenwet art. 1 and 3). The law is about terms in laws; agreed terms are counted
 * in the same way, so that nobody has less time to answer than the law would give.
 */
export const isWorkingDay = (date: CalendarDate): boolean =>
  dayOfWeek(date) !== SATURDAY && dayOfWeek(date) !== SUNDAY && holidayOn(date) === undefined;

/**
 * The last day of a term of `days` working days that began on `date`: the day itself is not counted, so that one
 * working day after a Friday is the Monday. Negative counts back; nought is the day itself, whatever day it is.
 * @throws ReferenceDataRejected WORKING_DAYS_INVALID for anything but a whole number up to 10,000.
 */
export function addWorkingDays(date: CalendarDate, days: number): CalendarDate {
  if (!Number.isInteger(days) || Math.abs(days) > WORKING_DAYS_MAX) {
    throw new ReferenceDataRejected('WORKING_DAYS_INVALID', { field: 'days', days: String(days) });
  }
  const step = Math.sign(days);
  let day = date;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The day itself when it is a working day, otherwise the next: where a term ends (Algemene termijnenwet art. 1(1)). */
export const workingDayFrom = (date: CalendarDate): CalendarDate =>
  isWorkingDay(date) ? date : addWorkingDays(date, 1);
