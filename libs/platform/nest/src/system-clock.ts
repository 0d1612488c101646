import { calendarDate, type Clock, instant } from '@intekenboek/event-sourcing-core';

// Swedish writes a date as yyyy-mm-dd.
const dayInAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The clock of this machine; a day changes at midnight in Amsterdam. */
export const systemClock: Clock = {
  now: () => instant(new Date().toISOString()),
  today: () => calendarDate(dayInAmsterdam.format(new Date())),
};
