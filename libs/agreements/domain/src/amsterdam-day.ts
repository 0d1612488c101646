import { calendarDate, type CalendarDate, type CommandMeta } from '@intekenboek/event-sourcing-core';

const inAmsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day on which it happened in the world, on the calendar of the parties. */
export function effectiveDay({ at, today, effectiveAt }: CommandMeta): CalendarDate {
  if (effectiveAt === at) return today;
  const parts = inAmsterdam.formatToParts(new Date(effectiveAt));
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return calendarDate(`${part('year')}-${part('month')}-${part('day')}`);
}
