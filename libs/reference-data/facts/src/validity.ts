import { type CalendarDate, isAfter } from '@intekenboek/event-sourcing-core';

/** When something holds. The end is not in it: what ends on 24 March held through 23 March. */
export interface Validity {
  /** The first day on which it holds; 1 January 2021, where the facts begin, when it is older than that. */
  readonly validFrom: CalendarDate;
  /** The first day on which it holds no longer; null while no end is known. */
  readonly validUntil: CalendarDate | null;
}

export const isValidOn = ({ validFrom, validUntil }: Validity, date: CalendarDate): boolean =>
  !isAfter(validFrom, date) && (validUntil === null || isAfter(validUntil, date));
