import { type CalendarDate, calendarDate, type Instant } from '@intekenboek/event-sourcing-core';

// Swedish writes a date as yyyy-mm-dd.
const inAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

// The day in Amsterdam changes on whole hours only, so events of one hour share the answer.
const known = new Map<string, CalendarDate>();
const MOST_KNOWN = 100_000;

/** The day on the calendar of the parties at a moment. */
export function amsterdamDay(moment: Instant): CalendarDate {
  const hour = moment.slice(0, 13);
  const found = known.get(hour);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const day = calendarDate(inAmsterdam.format(Date.parse(moment)));
  known.set(hour, day);
  return day;
}
