import { type RejectionDetails, yearOf } from '@intekenboek/event-sourcing-core';

import { AgreementRejected } from './agreement.errors';
import { requireAmountOrNought } from './amount';
import type { CommitmentWording } from './commitment';
import { wholeOf } from './measure';

/**
 * Year slices (jaarschijven), when there are any, lie within the period and sum to the whole: the amount, the
 * maximum, or the least of a band (rule 6.2).
 * @throws AgreementRejected YEAR_SLICES_WITHOUT_WHOLE, YEAR_SLICE_REPEATED, YEAR_SLICE_OUTSIDE_PERIOD,
 *   YEAR_SLICES_DO_NOT_SUM, or one of the amounts.
 */
export function requireYearSlices(
  { measure, yearSlices, from, deadline }: CommitmentWording,
  isWhole: boolean,
  details: RejectionDetails,
): void {
  if (yearSlices.length === 0) return;
  const whole = wholeOf(measure);
  if (whole === null) {
    throw new AgreementRejected('YEAR_SLICES_WITHOUT_WHOLE', { ...details, measure: measure.kind });
  }
  const years = new Set<number>();
  for (const { year, amount } of yearSlices) {
    if (years.has(year)) throw new AgreementRejected('YEAR_SLICE_REPEATED', { ...details, year });
    if (!Number.isInteger(year) || year < yearOf(from) || year > yearOf(deadline)) {
      throw new AgreementRejected('YEAR_SLICE_OUTSIDE_PERIOD', { ...details, year, from, deadline });
    }
    requireAmountOrNought(amount, isWhole, { ...details, year });
    years.add(year);
  }
  const sum = yearSlices.reduce((total, { amount }) => total + amount, 0);
  if (!isEqual(sum, whole)) throw new AgreementRejected('YEAR_SLICES_DO_NOT_SUM', { ...details, sum, whole });
}

// Tenths of an FTE do not add up exactly in binary numbers; a thousandth is nobody's promise.
const isEqual = (a: number, b: number): boolean => Math.abs(a - b) < 0.001;
