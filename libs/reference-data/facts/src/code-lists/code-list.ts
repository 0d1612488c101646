import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import { isValidOn, type Validity } from '../validity';

/**
 * One line of a code list (codelijst). Codes are stored in events and kept for good; what they are called, and from
 * when to when they may be chosen, is a fact of its time. Logic asks a list, it never names a code of it.
 */
export interface CodeListEntry extends Validity {
  /** English, in capitals, the same for good. */
  readonly code: string;
  /** What it is called on screens, in Dutch. */
  readonly nl: string;
  /** What it is called on screens, in English. */
  readonly en: string;
  /** Which publication it was taken from. */
  readonly source: string;
}

/** The entries that may be chosen on a day, in the order of the list. */
export const codesOn = <Entry extends CodeListEntry>(
  list: readonly Entry[],
  date: CalendarDate,
): readonly Entry[] => list.filter((entry) => isValidOn(entry, date));

/** The entry of a code as it reads on a day; undefined when the code is unknown or not valid on that day. */
export const findCode = <Entry extends CodeListEntry>(
  list: readonly Entry[],
  code: string,
  date: CalendarDate,
): Entry | undefined => list.find((entry) => entry.code === code && isValidOn(entry, date));
