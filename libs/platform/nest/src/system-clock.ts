import { type CalendarDate, calendarDate, type Clock, instant } from '@intekenboek/event-sourcing-core';

// Swedish writes a date as yyyy-mm-dd.
const inAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day it is for the parties at a moment, in winter and in summer. */
export const dayInAmsterdam = (moment: Date): CalendarDate => calendarDate(inAmsterdam.format(moment));

/** The clock of this machine; a day changes at midnight in Amsterdam. */
export const systemClock: Clock = {
  now: () => instant(new Date().toISOString()),
  today: () => dayInAmsterdam(new Date()),
};
