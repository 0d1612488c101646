import { type Actor, type CalendarDate, hasRole, isAfter, type Role } from '@intekenboek/event-sourcing-core';

import { EscalationRejected } from './escalation.errors';
import type { Escalation, RaisedEscalation } from './escalation.state';
import { circleOf, mayKnow } from './need-to-know';

const TEXT_LENGTH_MAX = 4_000;

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

/** The text without white space around it. */
export function requireText(field: string, text: string, lengthMin: number): string {
  const trimmed = text.trim();
  if (trimmed.length < lengthMin) {
    throw new EscalationRejected('TEXT_TOO_SHORT', { rule: '9', field, atLeast: lengthMin });
  }
  if (trimmed.length > TEXT_LENGTH_MAX) {
    throw new EscalationRejected('TEXT_TOO_LONG', { rule: '9', field, atMost: TEXT_LENGTH_MAX });
  }
  return trimmed;
}

/** A reference may be left out; an empty one says the same. */
export function optionalReference(field: string, text: string | null): string | null {
  return text === null || text.trim() === '' ? null : requireText(field, text, 1);
}

export function requireAhead(field: string, day: CalendarDate | null, today: CalendarDate): void {
  if (day !== null && !isAfter(day, today)) {
    throw new EscalationRejected('DATE_NOT_AHEAD', { rule: '9', field, after: today });
  }
}

export const notOpen = ({ status }: RaisedEscalation): EscalationRejected =>
  new EscalationRejected('ESCALATION_NOT_OPEN', { rule: '9', status });
