import { addDays, type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';

/** A day as a whole number, so that windows of days are plain arithmetic: 0 is 1 January 1970. */
export type DayNumber = number;

const EPOCH = calendarDate('1970-01-01');
const MARCH_0000_TO_EPOCH = 719_468;

/**
 * A nation is judged with a million of these conversions, so it counts and does not parse. Years are taken to begin in
 * March: then the leap day is the last one, and every month has its place without exception.
 */
export function dayNumber(day: CalendarDate): DayNumber {
  const [month, dayOfMonth] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - MARCH_0000_TO_EPOCH;
}

export const dayOf = (number: DayNumber): CalendarDate => addDays(EPOCH, number);
