import type { CommandMeta, Role } from '@intekenboek/event-sourcing-core';

import type { AcceptProposal, ProposePlacement, SetAsideProposal } from './escalation.commands';
import { EscalationRejected } from './escalation.errors';
import type { EscalationEvent } from './escalation.events';
import { notOpen, optionalReference, requireRole, requireText } from './escalation.rules';
import type { Escalation, ProposedPlacement, RaisedEscalation } from './escalation.state';
import { statutoryLadderOn } from './ladder/ladders';
import { placementPolicyOf, proposedRung } from './ladder/proposed-rung';
import { requireEvidence, requireOwnId } from './raise-escalation.decider';
import { supervisingProvince } from './ladder/supervising-province';

type Events = readonly EscalationEvent[];

/** The least number of characters of the reason of the province. */
export const PLACEMENT_REASON_LENGTH_MIN = 20;

export const PLACING_ROLES: readonly Role[] = ['REVIEWER', 'SIGNATORY'];

// Gemeentewet art. 124: the provincial executive decides. The register proposes, and nothing here climbs by itself.

export function propose(
  data: ProposePlacement['data'],
  { today }: CommandMeta,
  escalation: Escalation,
): Events {
  const { escalationId, subject, period, municipalityId, provinceId, missedPeriods, previousRung } = data;
  requireOwnId('STATUTORY', data);
  if (escalation.status !== 'NotRaised') return [];
  const { territory } = requireEvidence('STATUTORY', subject, data.evidence);
  const province = supervisingProvince(territory);
  if (province === null || province === territory) return [];

  const policy = placementPolicyOf(province, today);
  const rung = proposedRung(policy, missedPeriods.length, previousRung);
  if (rung === null) return [];
  return [
    {
      type: 'PlacementProposed',
      data: {
        escalationId,
        subject,
        period,
        territory,
        province,
        municipalityId,
        provinceId,
        evidence: data.evidence,
        ladderId: statutoryLadderOn(today).ladderId,
        missedPeriods,
        previousRung,
        proposedRung: rung,
        criterionSource: policy.source,
        proposedOn: today,
      },
    },
  ];
}

export function accept(
  data: AcceptProposal['data'],
  { actor }: CommandMeta,
  escalation: RaisedEscalation,
): Events {
  const { subject, proposedRung: highest } = requireProposal(actor, escalation);
  const { escalationId, rung } = data;
  const field = 'rung';
  if (!Number.isInteger(rung) || rung < 1) throw new EscalationRejected('RUNG_UNKNOWN', { rule: '9', field });
  if (rung > highest) throw new EscalationRejected('RUNG_ABOVE_PROPOSAL', { rule: '9', field, highest });
  const reason = requireText('reason', data.reason, PLACEMENT_REASON_LENGTH_MIN);
  const publicationReference = optionalReference('publicationReference', data.publicationReference);
  const { partyId } = actor;
  return [
    {
      type: 'PlacementAccepted',
      data: { escalationId, subject, partyId, rung, reason, publicationReference },
    },
  ];
}

export function setAside(
  data: SetAsideProposal['data'],
  { actor }: CommandMeta,
  escalation: RaisedEscalation,
): Events {
  const { subject } = requireProposal(actor, escalation);
  const { escalationId, isExcusable } = data;
  const reason = requireText('reason', data.reason, PLACEMENT_REASON_LENGTH_MIN);
  const publicationReference = optionalReference('publicationReference', data.publicationReference);
  const { partyId } = actor;
  return [
    {
      type: 'PlacementSetAside',
      data: { escalationId, subject, partyId, reason, isExcusable, publicationReference },
    },
  ];
}

function requireProposal(actor: CommandMeta['actor'], escalation: RaisedEscalation): ProposedPlacement {
  if (escalation.route !== 'STATUTORY') throw new EscalationRejected('ROUTE_NOT_STATUTORY', { rule: '9' });
  if (actor.partyId !== escalation.provinceId) {
    throw new EscalationRejected('NOT_DECIDING_PARTY', { rule: '9', rung: escalation.proposedRung });
  }
  requireRole(actor, PLACING_ROLES);
  if (escalation.status !== 'Proposed') throw notOpen(escalation);
  return escalation;
}
