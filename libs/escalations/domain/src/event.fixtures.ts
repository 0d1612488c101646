import { calendarDate } from '@intekenboek/event-sourcing-core';

import {
  CARE_PLACES,
  blockedVerdict,
  CARE,
  commitment,
  CORPORATION,
  DWELLINGS,
  escalationId,
  MUNICIPALITY,
  PERIOD,
  placementId,
  PROGRAMME,
  PROVINCE,
  RAISED_ON,
  taakstelling,
  taakstellingVerdict,
  TENANTS,
  verdict,
} from './escalation.fixtures';
import type {
  EscalationBecameOverdue,
  EscalationDecided,
  EscalationMovedUp,
  EscalationRaised,
  EscalationResolved,
  EscalationResponseGiven,
  EscalationSubjectsAdded,
  EscalationViewGiven,
  PlacementAccepted,
  PlacementProposed,
  PlacementSetAside,
} from './escalation.events';

// One event of every type, as the life of one case and one proposal.

export const raised: EscalationRaised = {
  type: 'EscalationRaised',
  data: {
    escalationId,
    subject: commitment(DWELLINGS),
    period: PERIOD,
    territory: 'GM0363',
    province: 'PV27',
    cause: { kind: 'OWN_LAG', partyId: CORPORATION },
    respondingPartyId: CORPORATION,
    concernedPartyIds: [CORPORATION, MUNICIPALITY, TENANTS],
    evidence: [verdict()],
    ladderId: 'AGREED-2021',
    rungs: [
      {
        number: 1,
        decidingPartyIds: [MUNICIPALITY, TENANTS],
        termWorkingDays: 10,
        onSilence: 'MOVES_UP',
        instruments: ['SUPPORT_TEAM', 'RECOVERY_PLAN'],
      },
      {
        number: 2,
        decidingPartyIds: [MUNICIPALITY],
        termWorkingDays: 15,
        onSilence: 'MOVES_UP',
        instruments: ['SUPPORT_TEAM', 'KNOT_CUT', 'EXTRA_MEANS', 'RECOVERY_PLAN'],
      },
      {
        number: 3,
        decidingPartyIds: [PROVINCE],
        termWorkingDays: 15,
        onSilence: 'MOVES_UP',
        instruments: ['SUPPORT_TEAM', 'KNOT_CUT', 'EXTRA_MEANS', 'RECOVERY_PLAN'],
      },
      {
        number: 4,
        decidingPartyIds: [PROGRAMME],
        termWorkingDays: 20,
        onSilence: 'STAYS',
        instruments: ['SUPPORT_TEAM', 'KNOT_CUT', 'EXTRA_MEANS', 'RECOVERY_PLAN', 'NORM_PERCENTAGE'],
      },
    ],
    skippedRungs: [],
    rung: 1,
    raisedOn: RAISED_ON,
    termEndsOn: calendarDate('2026-07-15'),
  },
};

export const subjectsAdded: EscalationSubjectsAdded = {
  type: 'EscalationSubjectsAdded',
  data: {
    escalationId,
    evidence: [blockedVerdict(CARE_PLACES)],
    concernedPartyIds: [CARE, MUNICIPALITY],
  },
};

export const responseGiven: EscalationResponseGiven = {
  type: 'EscalationResponseGiven',
  data: {
    escalationId,
    partyId: CORPORATION,
    rung: 1,
    reasonCode: 'PERMIT_PROCEDURE',
    text: 'The permit is with the court.',
    evidenceReference: 'ECLI:NL:RVS:2018:2647',
    recoveryOn: calendarDate('2026-12-31'),
  },
};

export const viewGiven: EscalationViewGiven = {
  type: 'EscalationViewGiven',
  data: { escalationId, partyId: TENANTS, rung: 1, text: 'We were told otherwise.' },
};

export const movedUp = (
  rung: 2 | 3 | 4,
  changes: Partial<EscalationMovedUp['data']> = {},
): EscalationMovedUp => ({
  type: 'EscalationMovedUp',
  data: {
    escalationId,
    subject: commitment(DWELLINGS),
    fromRung: rung - 1,
    rung,
    reason: 'NOT_EXPLAINED',
    withoutViewOf: [MUNICIPALITY, TENANTS],
    termEndsOn: calendarDate({ 2: '2026-08-06', 3: '2026-08-28', 4: '2026-09-28' }[rung]),
    ...changes,
  },
});

export const becameOverdue: EscalationBecameOverdue = {
  type: 'EscalationBecameOverdue',
  data: { escalationId, rung: 4, termEndedOn: calendarDate('2026-09-28'), isExplained: false },
};

export const decided: EscalationDecided = {
  type: 'EscalationDecided',
  data: {
    escalationId,
    partyId: MUNICIPALITY,
    rung: 1,
    instrument: 'RECOVERY_PLAN',
    reasons: 'A plan with a date for every location.',
    recoverBy: calendarDate('2026-12-31'),
  },
};

export const resolved: EscalationResolved = {
  type: 'EscalationResolved',
  data: {
    escalationId,
    subject: commitment(DWELLINGS),
    resolvedOn: RAISED_ON,
    state: 'ON_TRACK',
    evidence: [verdict({ state: 'ON_TRACK', realised: 100, ratio: 1 })],
  },
};

export const placementProposed: PlacementProposed = {
  type: 'PlacementProposed',
  data: {
    escalationId: placementId,
    subject: taakstelling('2026-H1'),
    period: '2026-H1',
    territory: 'GM0363',
    province: 'PV27',
    municipalityId: MUNICIPALITY,
    provinceId: PROVINCE,
    evidence: [taakstellingVerdict('2026-H1')],
    ladderId: 'STATUTORY-GENERAL-2011',
    missedPeriods: ['2026-H1'],
    previousRung: null,
    proposedRung: 2,
    criterionSource:
      'What Groningen (one, two) and Zuid-Holland (four) do, taken together, until the policy of the province is entered.',
    proposedOn: RAISED_ON,
  },
};

export const placementAccepted: PlacementAccepted = {
  type: 'PlacementAccepted',
  data: {
    escalationId: placementId,
    subject: taakstelling('2026-H1'),
    partyId: PROVINCE,
    rung: 2,
    reason: 'The municipality gave no reason for the shortfall.',
    publicationReference: null,
  },
};

export const placementSetAside: PlacementSetAside = {
  type: 'PlacementSetAside',
  data: {
    escalationId: placementId,
    subject: taakstelling('2026-H1'),
    partyId: PROVINCE,
    reason: 'The municipality took over a crisis shelter.',
    isExcusable: true,
    publicationReference: 'gmb-2026-1',
  },
};
