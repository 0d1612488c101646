import type { CalendarDate, Instant } from './calendar';

/** The only way to the time of day. Deciders never use it: they get the time with the command. */
export interface Clock {
  now(): Instant;
  /** The day it is for the parties: Europe/Amsterdam. */
  today(): CalendarDate;
}
