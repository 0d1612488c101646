import type { RejectionDetails } from '@intekenboek/event-sourcing-core';

import { AgreementRejected } from './agreement.errors';

const AMOUNT_MAX = 1_000_000_000_000;

/**
 * @throws AgreementRejected AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE or, for what is counted in whole numbers,
 *   AMOUNT_NOT_WHOLE.
 */
export function requireAmount(amount: number, isWhole: boolean, details: RejectionDetails): void {
  if (!(amount > 0)) throw new AgreementRejected('AMOUNT_NOT_POSITIVE', { ...details, amount });
  requireNumber(amount, isWhole, details);
}

/** As `requireAmount`, but nought is possible. */
export function requireAmountOrNought(amount: number, isWhole: boolean, details: RejectionDetails): void {
  if (!(amount >= 0)) throw new AgreementRejected('AMOUNT_NOT_POSITIVE', { ...details, amount });
  requireNumber(amount, isWhole, details);
}

function requireNumber(amount: number, isWhole: boolean, details: RejectionDetails): void {
  if (amount > AMOUNT_MAX) throw new AgreementRejected('AMOUNT_TOO_LARGE', { ...details, max: AMOUNT_MAX });
  if (isWhole && !Number.isInteger(amount)) {
    throw new AgreementRejected('AMOUNT_NOT_WHOLE', { ...details, amount });
  }
}
