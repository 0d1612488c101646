import { type CalendarDate, firstDayOf, isBefore } from '@intekenboek/event-sourcing-core';

import { ReferenceDataRejected } from './reference-data.errors';

/** The first day that the facts on territories and code lists speak about: 1 January 2021. */
export const FACTS_BEGIN: CalendarDate = firstDayOf(2021);

/** @throws ReferenceDataRejected DATE_BEFORE_FACTS for a day before 1 January 2021. */
export function requireSinceFactsBegin(date: CalendarDate): void {
  if (isBefore(date, FACTS_BEGIN)) {
    throw new ReferenceDataRejected('DATE_BEFORE_FACTS', { field: 'date', date, from: FACTS_BEGIN });
  }
}
