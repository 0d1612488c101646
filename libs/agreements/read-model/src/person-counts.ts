import { RESULT_KINDS } from '@intekenboek/reference-data-facts';

import type { CommitmentRow } from './agreement.tables';

/** Whether what a commitment counts is people. Dwellings and published numbers are not protected. */
export const countsPersons = ({ commitment }: CommitmentRow): boolean => {
  const { resultKind, unit } = commitment;
  return (
    RESULT_KINDS.some(({ code, countsPersons: counts }) => code === resultKind && counts) ||
    unit === 'PERSONS'
  );
};
