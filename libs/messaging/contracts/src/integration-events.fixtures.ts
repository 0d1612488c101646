import {
  calendarDate,
  type FeedPosition,
  instant,
  type PartyId,
  type RecordedEvent,
  uuidOf,
} from '@intekenboek/event-sourcing-core';

import type { AgreementId, CommitmentId, CommitmentV1, ReportId, TargetId } from './agreements.v1';
import type { EscalationId } from './escalations.v1';
import type { IntegrationEvent, IntegrationTranslator } from './integration-event';

const day = calendarDate;
const partyId = uuidOf('party:purmerend') as PartyId;
const corporationId = uuidOf('party:corporation') as PartyId;
const targetId = uuidOf('target:2026-H2') as TargetId;
const agreementId = uuidOf('agreement:fixture') as AgreementId;
const commitmentId = uuidOf('commitment:homes') as CommitmentId;
const reportId = uuidOf('report:first') as ReportId;
const escalationId = uuidOf('escalation:fixture') as EscalationId;
const subject = { kind: 'COMMITMENT', agreementId, commitmentId } as const;
const parts = [
  { territory: 'GM0439', quantity: 64 },
  { territory: 'GM0363', quantity: 691 },
];

const commitment: CommitmentV1 = {
  commitmentId,
  text: 'De corporatie huisvest acht mensen die uit detentie komen.',
  debtorId: corporationId,
  creditors: [partyId, 'PUBLIC'],
  resultKind: 'PERSONS_HOUSED',
  measure: { kind: 'AMOUNT', amount: 8 },
  unit: 'PERSONS',
  from: day('2026-01-01'),
  deadline: day('2026-12-31'),
  territory: 'GM0439',
  theme: null,
  targetGroups: ['INTRAMURAL_DETENTION'],
  priceSegment: null,
  dwellingKind: null,
  yearSlices: [{ year: 2026, amount: 8 }],
  source: 'Opgave van de corporatie',
  countsTowards: [targetId],
};

type Examples = {
  readonly [Type in IntegrationEvent['type']]: Extract<IntegrationEvent, { type: Type }>['data'];
};

/** One of every type: the compiler asks for each. */
const EXAMPLES: Examples = {
  'parties.party-registered.v1': {
    partyId,
    kind: 'MUNICIPALITY',
    name: 'Purmerend',
    territory: 'GM0439',
    workingArea: ['GM0439'],
    validFrom: day('2022-01-01'),
  },
  'parties.party-merged.v1': {
    partyId: uuidOf('party:beemster') as PartyId,
    successorIds: [partyId],
    mergedOn: day('2022-01-01'),
  },
  'targets.target-set.v1': {
    targetId,
    name: 'Taakstelling huisvesting vergunninghouders 2026-H2',
    resultKind: 'PERSONS_HOUSED',
    unit: 'PERSONS',
    territory: 'NL',
    from: day('2026-07-01'),
    until: day('2026-12-31'),
    quantity: 13_500,
    milestones: [{ on: day('2026-09-30'), cumulative: 6_000 }],
    realisedBy: 'RECORDED',
    route: 'STATUTORY',
    halfYear: '2026-H2',
  },
  'targets.target-apportioned.v1': { targetId, strategy: 'STATUTORY_CEIL', parts },
  'targets.target-revised.v1': { targetId, quantity: 12_000, parts },
  'targets.backlog-recorded.v1': {
    targetId,
    on: day('2026-07-01'),
    parts: [{ territory: 'GM0439', quantity: -3 }],
  },
  'targets.realisation-recorded.v1': {
    targetId,
    upTo: day('2026-10-31'),
    parts: [{ territory: 'GM0439', quantity: 31 }],
  },
  'agreements.agreement-drafted.v1': {
    agreementId,
    kind: 'LOCAL',
    title: 'Prestatieafspraken Purmerend',
    signatoryIds: [partyId, corporationId],
    from: day('2026-01-01'),
    until: day('2029-12-31'),
    visibility: 'PUBLIC',
  },
  'agreements.signatory-left.v1': { agreementId, partyId },
  'agreements.commitment-recorded.v1': { agreementId, commitment },
  'agreements.commitment-removed.v1': { agreementId, commitmentId },
  'agreements.condition-recorded.v1': {
    agreementId,
    condition: {
      conditionId: uuidOf('condition:fixture'),
      dependentId: commitmentId,
      prerequisiteId: uuidOf('commitment:land') as CommitmentId,
      neededBy: day('2026-06-30'),
    },
  },
  'agreements.condition-removed.v1': { agreementId, conditionId: uuidOf('condition:fixture') },
  'agreements.agreement-in-force.v1': {
    agreementId,
    inForceFrom: day('2026-02-01'),
    contentHash: 'a1'.repeat(32),
  },
  'agreements.progress-reported.v1': {
    agreementId,
    commitmentId,
    reportId,
    amount: 3,
    realisedOn: day('2026-10-15'),
  },
  'agreements.progress-confirmed.v1': { agreementId, commitmentId, reportId, byPartyId: partyId },
  'agreements.progress-disputed.v1': { agreementId, commitmentId, reportId, byPartyId: partyId },
  'agreements.progress-corrected.v1': {
    agreementId,
    commitmentId,
    reportId: uuidOf('report:second') as ReportId,
    correctsReportId: reportId,
    amount: 2,
    realisedOn: day('2026-10-15'),
  },
  'escalations.escalation-raised.v1': {
    escalationId,
    route: 'AGREED',
    subject,
    period: '2026-H2',
    rung: 1,
    respondingPartyIds: [corporationId],
  },
  'escalations.escalation-moved.v1': { escalationId, subject, rung: 2 },
  'escalations.escalation-closed.v1': { escalationId, subject, outcome: 'RESOLVED' },
};

export const INTEGRATION_EVENTS = Object.entries(EXAMPLES).map(
  ([type, data]) => ({ type, data }) as IntegrationEvent,
);

export const integrationEvent = <Type extends IntegrationEvent['type']>(
  type: Type,
  changes: Partial<Examples[Type]> = {},
): IntegrationEvent => ({ type, data: { ...EXAMPLES[type], ...changes } }) as IntegrationEvent;

/** A stored event in the place where the feed would have it. */
export const recordedAt = (place: number, changes: Partial<RecordedEvent> = {}): RecordedEvent => ({
  eventId: uuidOf(`event:${place}`),
  type: 'Something',
  data: {},
  effectiveAt: instant('2026-11-20T10:00:00Z'),
  stream: `fixture-${place}`,
  revision: 0,
  position: String(place).padStart(16, '0') as FeedPosition,
  recordedAt: instant('2026-11-21T09:00:00Z'),
  metadata: {
    commandId: uuidOf(`command:${place}`),
    commandHash: 'b2'.repeat(32),
    personId: 'person-7',
    partyId: corporationId,
  },
  ...changes,
});

/** Makes these of whatever was stored. */
export const translatorTo = (...events: readonly IntegrationEvent[]): IntegrationTranslator => ({
  eventTypes: ['Something'],
  translate: () => events,
});
