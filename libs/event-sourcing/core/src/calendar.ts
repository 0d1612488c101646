import type { Brand } from './brand';
import { KernelRejected } from './domain-error';

/** A moment, ISO 8601 in UTC with milliseconds: `2026-11-21T09:00:00.000Z`. */
export type Instant = Brand<string, 'Instant'>;

/** A day on the calendar of the parties (Europe/Amsterdam), `yyyy-mm-dd`. A deadline ends when that day ends. */
export type CalendarDate = Brand<string, 'CalendarDate'>;

const DAY_MS = 86_400_000;

/** @throws KernelRejected DATE_INVALID for anything but an existing day. */
export function calendarDate(text: string): CalendarDate {
  if (!isRealDay(text)) throw new KernelRejected('DATE_INVALID', { text: text.slice(0, 40) });
  return text as CalendarDate;
}

/** @throws KernelRejected INSTANT_INVALID for anything but an ISO moment with its offset. */
export function instant(text: string): Instant {
  const milliseconds = /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(milliseconds)) throw new KernelRejected('INSTANT_INVALID', { text: text.slice(0, 40) });
  return new Date(milliseconds).toISOString() as Instant;
}

// The order of ISO dates is the order of their letters.
export const isAfter = (a: CalendarDate, b: CalendarDate): boolean => a > b;
export const isBefore = (a: CalendarDate, b: CalendarDate): boolean => a < b;

/** The earlier of two days. */
export const earliest = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
/** The later of two days. */
export const latest = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** Whole days; negative goes back. */
export const addDays = (day: CalendarDate, days: number): CalendarDate =>
  new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDate;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (midnight(to) - midnight(from)) / DAY_MS;

export const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

export const firstDayOf = (year: number): CalendarDate => calendarDate(`${year}-01-01`);
export const lastDayOf = (year: number): CalendarDate => calendarDate(`${year}-12-31`);

/** 0 = Sunday … 6 = Saturday. */
export const dayOfWeek = (day: CalendarDate): number => new Date(midnight(day)).getUTCDay();

const midnight = (day: CalendarDate): number => Date.parse(`${day}T00:00:00Z`);

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const start = new Date(`${text}T00:00:00Z`);
  // 30 February is a date to JavaScript, but a day in March.
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(text);
}
