import {
  type CalendarDate,
  calendarDate,
  type Clock,
  instant,
  type Instant,
} from '@intekenboek/event-sourcing-core';

// Swedish writes a date as yyyy-mm-dd.
const inAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day it is for the parties at a moment, in winter and in summer. */
export const dayInAmsterdam = (moment: Date): CalendarDate => calendarDate(inAmsterdam.format(moment));

/** The clock of this machine; a day changes at midnight in Amsterdam. */
export const systemClock: Clock = {
  now: () => instant(new Date().toISOString()),
  today: () => dayInAmsterdam(new Date()),
};

/** A clock that stands at one moment: for trying what the product would say on another day. */
export const standingClock = (moment: Instant): Clock => ({
  now: () => moment,
  today: () => dayInAmsterdam(new Date(moment)),
});
