import { type Actor, type CalendarDate, hasRole, isAfter, type Role } from '@intekenboek/event-sourcing-core';

import { EscalationRejected } from './escalation.errors';
import type { Escalation, RaisedEscalation } from './escalation.state';
import { circleOf, mayKnow } from './need-to-know';

const TEXT_LENGTH_MAX = 4_000;
const REFERENCE_LENGTH_MAX = 500;

const E_MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
// Nine digits on their own, also in the groups in which a citizen service number (BSN) is written.
const CITIZEN_NUMBER =
  /(?<![\d.,])(\d{9}|\d{3}[ .-]\d{2}[ .-]\d{4}|\d{4}[ .-]\d{2}[ .-]\d{3})(?![\d]|[.,]\d)/;

// Guards shared by both routes. Order: who, in which phase, on what.

/** An outsider gets one answer, whether the case exists or not. */
export function requireInsider(escalation: Escalation, actor: Actor): asserts escalation is RaisedEscalation {
  const circle = circleOf(escalation);
  if (circle === null || !mayKnow(actor, circle)) {
    throw new EscalationRejected('PARTY_NOT_IN_ESCALATION', { rule: '10' });
  }
}

export function requireRole(actor: Actor, roles: readonly Role[]): void {
  if (!hasRole(actor, ...roles)) throw new EscalationRejected('ROLE_MISSING', { rule: '4', roles });
}

/**
 * The text without white space around it. What is written is stored for good, so no person may be found in it
 * (domain section 10).
 */
export function requireText(field: string, text: string, lengthMin: number): string {
  const trimmed = text.trim();
  if (trimmed.length < lengthMin) {
    throw new EscalationRejected('TEXT_TOO_SHORT', { rule: '9', field, min: lengthMin });
  }
  requireLength(field, trimmed, TEXT_LENGTH_MAX);
  const found = E_MAIL.test(trimmed) ? 'e-mail' : CITIZEN_NUMBER.test(trimmed) ? 'BSN' : null;
  if (found !== null) throw new EscalationRejected('PERSONAL_DATA_SUSPECTED', { rule: '10', field, found });
  return trimmed;
}

/** A reference may be left out; an empty one says the same. */
export function optionalReference(field: string, text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  requireLength(field, trimmed, REFERENCE_LENGTH_MAX);
  return trimmed === '' ? null : trimmed;
}

function requireLength(field: string, text: string, max: number): void {
  if (text.length > max) throw new EscalationRejected('TEXT_TOO_LONG', { rule: '9', field, max });
}

export function requireAhead(field: string, day: CalendarDate | null, today: CalendarDate): void {
  if (day !== null && !isAfter(day, today)) {
    throw new EscalationRejected('DATE_NOT_AHEAD', { rule: '9', field, after: today });
  }
}

export const notOpen = ({ status }: RaisedEscalation): EscalationRejected =>
  new EscalationRejected('ESCALATION_NOT_OPEN', { rule: '9', status });
