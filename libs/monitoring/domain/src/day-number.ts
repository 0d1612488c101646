import { addDays, type CalendarDate, calendarDate, daysBetween } from '@intekenboek/event-sourcing-core';

/** A day as a whole number, so that windows of days are plain arithmetic. */
export type DayNumber = number;

const EPOCH = calendarDate('2000-01-01');

export const dayNumber = (day: CalendarDate): DayNumber => daysBetween(EPOCH, day);
export const dayOf = (number: DayNumber): CalendarDate => addDays(EPOCH, number);
