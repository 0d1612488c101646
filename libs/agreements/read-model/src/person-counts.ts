import { RESULT_KINDS } from '@intekenboek/reference-data-facts';

import type { CommitmentRow } from './agreement.tables';

/** How counts of persons are protected from those who are not a party (domain section 10). */
export interface PersonCountRule {
  /** Smaller counts are hidden. */
  readonly hiddenBelow: number;
  /** All others are rounded to a multiple of this. */
  readonly roundedTo: number;
}

export const PERSON_COUNT_RULE: PersonCountRule = { hiddenBelow: 10, roundedTo: 5 };

/** A count as it may be shown; null is hidden (onderdrukt), which is never shown as nought. */
export const protectedCount = (count: number, rule: PersonCountRule = PERSON_COUNT_RULE): number | null =>
  count < rule.hiddenBelow ? null : Math.round(count / rule.roundedTo) * rule.roundedTo;

/** Whether what a commitment counts is people. Dwellings and published numbers are not protected. */
export const countsPersons = ({ commitment }: CommitmentRow): boolean => {
  const { resultKind, unit } = commitment;
  return (
    RESULT_KINDS.some(({ code, countsPersons: counts }) => code === resultKind && counts) ||
    unit === 'PERSONS'
  );
};
