import type { CommandMeta, Role } from '@intekenboek/event-sourcing-core';

import type { GiveView, RespondToEscalation } from './escalation.commands';
import { EscalationRejected } from './escalation.errors';
import type { EscalationEvent } from './escalation.events';
import { notOpen, optionalReference, requireAhead, requireRole, requireText } from './escalation.rules';
import type { RaisedEscalation } from './escalation.state';
import { responseReasonOn } from './ladder/response-reasons.data';

type Events = readonly EscalationEvent[];

/** Who may speak for a party in a case. */
export const SPEAKING_ROLES: readonly Role[] = ['REPORTER', 'SIGNATORY', 'REVIEWER'];

/** Comply or explain: within the term, and after it for as long as the case has not moved. */
export function respond(
  data: RespondToEscalation['data'],
  { actor, today }: CommandMeta,
  escalation: RaisedEscalation,
): Events {
  if (actor.partyId !== escalation.respondingPartyId) {
    throw new EscalationRejected('NOT_RESPONDING_PARTY', { rule: '9' });
  }
  requireRole(actor, SPEAKING_ROLES);
  const rung = rungOfOpen(escalation);

  const { escalationId, reasonCode, recoveryOn } = data;
  const reason = responseReasonOn(reasonCode, today);
  if (reason === undefined) {
    throw new EscalationRejected('REASON_CODE_UNKNOWN', { rule: '9', field: 'reasonCode' });
  }
  const text = requireText('text', data.text, reason.textLengthMin);
  const evidenceReference = optionalReference('evidenceReference', data.evidenceReference);
  requireAhead('recoveryOn', recoveryOn, today);
  const { partyId } = actor;
  return [
    {
      type: 'EscalationResponseGiven',
      data: { escalationId, partyId, rung, reasonCode, text, evidenceReference, recoveryOn },
    },
  ];
}

/** The other parties concerned are heard before the next rung. */
export function giveView(
  data: GiveView['data'],
  { actor }: CommandMeta,
  escalation: RaisedEscalation,
): Events {
  const { respondingPartyId, concernedPartyIds } = escalation;
  const { partyId } = actor;
  if (partyId === respondingPartyId || !concernedPartyIds.has(partyId)) {
    throw new EscalationRejected('NOT_CONCERNED_PARTY', { rule: '9' });
  }
  requireRole(actor, SPEAKING_ROLES);
  const rung = rungOfOpen(escalation);

  const text = requireText('text', data.text, 1);
  return [{ type: 'EscalationViewGiven', data: { escalationId: data.escalationId, partyId, rung, text } }];
}

/** The rung on which is spoken; null for a proposal, which stands on none yet. */
function rungOfOpen(escalation: RaisedEscalation): number | null {
  if (escalation.status === 'Open') return escalation.rung;
  if (escalation.status === 'Proposed') return null;
  throw notOpen(escalation);
}
