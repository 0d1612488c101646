import { type CalendarDate, isAfter } from '@intekenboek/event-sourcing-core';

/** When something holds, both days included: what is valid until 23 March holds on 23 March. */
export interface Validity {
  /** The first day on which it holds; 1 January 2021, where the facts begin, when it is older than that. */
  readonly validFrom: CalendarDate;
  /** The last day on which it holds (tot en met); null while no end is known. */
  readonly validUntil: CalendarDate | null;
}

export const isValidOn = ({ validFrom, validUntil }: Validity, date: CalendarDate): boolean =>
  !isAfter(validFrom, date) && (validUntil === null || !isAfter(date, validUntil));
