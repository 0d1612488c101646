import type { Actor, CommandMeta, PartyId, Role } from '@intekenboek/event-sourcing-core';
import { isAfter } from '@intekenboek/event-sourcing-core';
import { addWorkingDays } from '@intekenboek/reference-data-facts';

import type { DecideEscalation, PassTerm } from './escalation.commands';
import { EscalationRejected } from './escalation.errors';
import type { CaseRung, EscalationEvent } from './escalation.events';
import { notOpen, requireAhead, requireRole, requireText } from './escalation.rules';
import type { Escalation, OpenCase, RaisedEscalation } from './escalation.state';

type Events = readonly EscalationEvent[];

/** The least number of characters of the reasons of a decision. */
export const REASONS_LENGTH_MIN = 20;

/**
 * The term of a rung ends when its last day ends. Nothing happens before, twice, or on the statutory route, so that
 * the policy may ask as often as it likes.
 */
export function passTerm(data: PassTerm['data'], { today }: CommandMeta, escalation: Escalation): Events {
  if (escalation.status !== 'Open' || data.rung !== escalation.rung) return [];
  if (!isAfter(today, escalation.termEndsOn)) return [];

  const { escalationId } = data;
  const { subject, rung, isExplained } = escalation;
  const next = escalation.rungs.find(({ number }) => number > rung);
  if (next === undefined || currentRung(escalation).onSilence === 'STAYS') {
    if (escalation.isOverdue) return [];
    const termEndedOn = escalation.termEndsOn;
    return [{ type: 'EscalationBecameOverdue', data: { escalationId, rung, termEndedOn, isExplained } }];
  }
  return [
    {
      type: 'EscalationMovedUp',
      data: {
        escalationId,
        subject,
        fromRung: rung,
        rung: next.number,
        reason: isExplained ? 'UNDECIDED' : 'NOT_EXPLAINED',
        withoutViewOf: withoutView(escalation),
        termEndsOn: addWorkingDays(today, next.termWorkingDays),
      },
    },
  ];
}

export function decideCase(
  data: DecideEscalation['data'],
  { actor, today }: CommandMeta,
  escalation: RaisedEscalation,
): Events {
  if (escalation.route !== 'AGREED') throw new EscalationRejected('ROUTE_NOT_AGREED', { rule: '9' });
  const { rung } = escalation;
  const { decidingPartyIds, instruments } = currentRung(escalation);
  if (!decidingPartyIds.includes(actor.partyId)) {
    throw new EscalationRejected('NOT_DECIDING_PARTY', { rule: '9', rung });
  }
  requireRole(actor, decidingRoles(actor));
  if (escalation.status !== 'Open') throw notOpen(escalation);

  const { escalationId, instrument, recoverBy } = data;
  if (!instruments.includes(instrument)) {
    const field = 'instrument';
    throw new EscalationRejected('INSTRUMENT_NOT_ON_RUNG', { rule: '9', field, rung, allowed: instruments });
  }
  const reasons = requireText('reasons', data.reasons, REASONS_LENGTH_MIN);
  requireAhead('recoverBy', recoverBy, today);
  const { partyId } = actor;
  return [
    { type: 'EscalationDecided', data: { escalationId, partyId, rung, instrument, reasons, recoverBy } },
  ];
}

/** At the national table its own reviewers decide; elsewhere whoever may sign or review for the deciding party. */
export const decidingRoles = ({ partyKind }: Actor): readonly Role[] =>
  partyKind === 'NATIONAL_PROGRAMME' ? ['REVIEWER'] : ['SIGNATORY', 'REVIEWER'];

function currentRung({ rungs, rung }: Pick<OpenCase, 'rungs' | 'rung'>): CaseRung {
  const current = rungs.find(({ number }) => number === rung);
  if (current === undefined) throw new Error(`The case stands on rung ${rung}, which it does not have.`);
  return current;
}

const withoutView = ({ concernedPartyIds, respondingPartyId, viewsBy }: OpenCase): readonly PartyId[] =>
  [...concernedPartyIds].filter((partyId) => partyId !== respondingPartyId && !viewsBy.has(partyId));
