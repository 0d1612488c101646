import { isUuid, type RejectionDetails } from '@intekenboek/event-sourcing-core';

import { AgreementRejected } from './agreement.errors';

/** How long a text may be, in characters; what is only white space has none. */
export interface TextLimits {
  readonly min: number;
  readonly max: number;
}

export const TITLE: TextLimits = { min: 3, max: 200 };
/** The sentence of a commitment. */
export const SENTENCE: TextLimits = { min: 3, max: 4_000 };
export const SHORT_TEXT: TextLimits = { min: 3, max: 1_000 };
/** A reason that another party must be able to answer. */
export const REASON: TextLimits = { min: 10, max: 4_000 };
/** A reference to where something can be looked up. */
export const REFERENCE: TextLimits = { min: 1, max: 500 };

const E_MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
// Nine digits on their own, also in the groups in which a citizen service number (BSN) is written.
const CITIZEN_NUMBER =
  /(?<![\d.,])(\d{9}|\d{3}[ .-]\d{2}[ .-]\d{4}|\d{4}[ .-]\d{2}[ .-]\d{3})(?![\d]|[.,]\d)/;

/**
 * What is written is stored for good, so no person may be found in it (domain section 10).
 * @throws AgreementRejected TEXT_TOO_SHORT, TEXT_TOO_LONG or PERSONAL_DATA_SUSPECTED, naming the field.
 */
export function requireText(text: string, limits: TextLimits, details: RejectionDetails): void {
  const length = text.trim().length;
  if (length < limits.min) throw new AgreementRejected('TEXT_TOO_SHORT', { ...details, min: limits.min });
  if (text.length > limits.max) throw new AgreementRejected('TEXT_TOO_LONG', { ...details, max: limits.max });
  if (E_MAIL.test(text))
    throw new AgreementRejected('PERSONAL_DATA_SUSPECTED', { ...details, found: 'e-mail' });
  if (CITIZEN_NUMBER.test(text)) {
    throw new AgreementRejected('PERSONAL_DATA_SUSPECTED', { ...details, found: 'BSN' });
  }
}

/** @throws AgreementRejected ID_INVALID for anything but a UUID in small letters. */
export function requireUuid(id: string, details: RejectionDetails): void {
  if (!isUuid(id)) throw new AgreementRejected('ID_INVALID', details);
}
