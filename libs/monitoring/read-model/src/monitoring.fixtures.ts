import {
  calendarDate,
  type Instant,
  instant,
  type PartyId,
  type PartyKind,
  type RecordedEvent,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import type {
  AgreementId,
  CommitmentId,
  CommitmentV1,
  EscalationId,
  IntegrationEvent,
  IntegrationTranslator,
  ReportId,
  Subject,
  TargetId,
  Visibility,
} from '@intekenboek/messaging-contracts';
import { recorded } from '@intekenboek/platform-sql-testing';

export const day = calendarDate;
export const party = (name: string) => uuidOf(`party:${name}`) as PartyId;
export const agreement = (name: string) => uuidOf(`agreement:${name}`) as AgreementId;
export const commitment = (name: string) => uuidOf(`commitment:${name}`) as CommitmentId;
export const target = (name: string) => uuidOf(`target:${name}`) as TargetId;
export const escalation = (name: string) => uuidOf(`escalation:${name}`) as EscalationId;
const report = (name: string) => uuidOf(`report:${name}`) as ReportId;

export const AMSTERDAM = party('Amsterdam');
export const HAARLEM = party('Haarlem');
export const CORPORATION = party('Ymere');
export const CARE = party('Cordaan');
export const NOORD_HOLLAND = party('Noord-Holland');
export const STRANGER = party('Rotterdam');
export const PROGRAMME = party('Programma');

/** Stored events that are published as they are: which context stores what is not the matter here. */
const TYPES = [
  ...['party-registered', 'party-merged'].map((type) => `parties.${type}.v1`),
  ...['agreement-drafted', 'commitment-recorded', 'commitment-removed', 'condition-recorded'].map(
    (type) => `agreements.${type}.v1`,
  ),
  ...['condition-removed', 'agreement-in-force', 'signatory-left'].map((type) => `agreements.${type}.v1`),
  ...['reported', 'confirmed', 'disputed', 'corrected'].map((type) => `agreements.progress-${type}.v1`),
  ...['target-set', 'target-apportioned', 'target-revised', 'backlog-recorded', 'realisation-recorded'].map(
    (type) => `targets.${type}.v1`,
  ),
  ...['raised', 'moved', 'closed'].map((type) => `escalations.escalation-${type}.v1`),
];
export const translator: IntegrationTranslator = {
  eventTypes: TYPES,
  translate: ({ type, data }) => [{ type, data } as IntegrationEvent],
};

/** A log that grows: each step says when it happened in the world and when it was recorded. */
export class Story {
  readonly events: RecordedEvent[] = [];

  on(when: string, ...told: readonly IntegrationEvent[]): this {
    return this.late(when, when, ...told);
  }

  late(when: string, recordedOn: string, ...told: readonly IntegrationEvent[]): this {
    const noon = (date: string): Instant => instant(`${date}T12:00:00.000Z`);
    const added = recorded(told, {
      stream: 'told-1',
      at: noon(recordedOn),
      effectiveAt: noon(when),
      after: this.events,
    });
    this.events.push(...added);
    return this;
  }
}

export const registered = (
  name: string,
  kind: PartyKind,
  territory: string | null = null,
): IntegrationEvent => ({
  type: 'parties.party-registered.v1',
  data: { partyId: party(name), kind, name, territory, workingArea: [], validFrom: day('2021-01-01') },
});

export const drafted = (
  name: string,
  visibility: Visibility,
  ...signatoryIds: readonly PartyId[]
): IntegrationEvent => ({
  type: 'agreements.agreement-drafted.v1',
  data: {
    agreementId: agreement(name),
    kind: 'LOCAL',
    title: name,
    signatoryIds,
    from: day('2022-01-01'),
    until: day('2027-12-31'),
    visibility,
  },
});

export const left = (name: string, partyId: PartyId): IntegrationEvent => ({
  type: 'agreements.signatory-left.v1',
  data: { agreementId: agreement(name), partyId },
});

export const inForce = (name: string, from: string): IntegrationEvent => ({
  type: 'agreements.agreement-in-force.v1',
  data: { agreementId: agreement(name), inForceFrom: day(from), contentHash: 'hash' },
});

/** 46 persons in the half-year of 184 days, housed in Amsterdam. */
export const promised = (
  name: string,
  inAgreement: string,
  changes: Partial<CommitmentV1> = {},
): IntegrationEvent => ({
  type: 'agreements.commitment-recorded.v1',
  data: {
    agreementId: agreement(inAgreement),
    commitment: {
      commitmentId: commitment(name),
      text: `${name} in words`,
      debtorId: CORPORATION,
      creditors: [AMSTERDAM],
      resultKind: 'PERSONS_HOUSED',
      measure: { kind: 'AMOUNT', amount: 46 },
      unit: 'PERSONS',
      from: day('2022-07-01'),
      deadline: day('2022-12-31'),
      territory: 'GM0363',
      theme: null,
      targetGroups: [],
      priceSegment: null,
      dwellingKind: null,
      yearSlices: [],
      source: 'specs',
      countsTowards: [],
      ...changes,
    },
  },
});

export const conditionOf = (
  inAgreement: string,
  dependent: string,
  prerequisite: string,
  neededBy: string,
): IntegrationEvent => ({
  type: 'agreements.condition-recorded.v1',
  data: {
    agreementId: agreement(inAgreement),
    condition: {
      conditionId: `${dependent}-${prerequisite}`,
      dependentId: commitment(dependent),
      prerequisiteId: commitment(prerequisite),
      neededBy: day(neededBy),
    },
  },
});

interface Progress {
  readonly inAgreement: string;
  readonly on: string;
  readonly report?: string;
}

export const progress = (
  name: string,
  amount: number,
  { inAgreement, on, report: reportName = `${name}-${on}` }: Progress,
): IntegrationEvent => ({
  type: 'agreements.progress-reported.v1',
  data: {
    agreementId: agreement(inAgreement),
    commitmentId: commitment(name),
    reportId: report(reportName),
    amount,
    realisedOn: day(on),
  },
});

export const corrected = (
  name: string,
  amount: number,
  { inAgreement, on, report: reportName = `${name}-${on}` }: Progress,
): IntegrationEvent => ({
  type: 'agreements.progress-corrected.v1',
  data: {
    agreementId: agreement(inAgreement),
    commitmentId: commitment(name),
    reportId: report(`${reportName}-again`),
    correctsReportId: report(reportName),
    amount,
    realisedOn: day(on),
  },
});

export const judged = (
  kind: 'confirmed' | 'disputed',
  name: string,
  inAgreement: string,
  reportName: string,
): IntegrationEvent => ({
  type: `agreements.progress-${kind}.v1`,
  data: {
    agreementId: agreement(inAgreement),
    commitmentId: commitment(name),
    reportId: report(reportName),
    byPartyId: AMSTERDAM,
  },
});

const partsOf = (parts: Readonly<Record<string, number>>) =>
  Object.entries(parts).map(([territory, quantity]) => ({ territory, quantity }));

/** The taakstelling of the second half of 2022. */
export const taakstelling = (name: string, quantity: number): IntegrationEvent => ({
  type: 'targets.target-set.v1',
  data: {
    targetId: target(name),
    name,
    resultKind: 'PERSONS_HOUSED',
    unit: 'PERSONS',
    territory: 'NL',
    from: day('2022-07-01'),
    until: day('2022-12-31'),
    quantity,
    milestones: [],
    realisedBy: 'RECORDED',
    route: 'STATUTORY',
    halfYear: '2022-H2',
  },
});

/** Dwellings that commitments realise, for a province. */
export const dwellingsTarget = (name: string, territory: string, quantity: number): IntegrationEvent => ({
  type: 'targets.target-set.v1',
  data: {
    targetId: target(name),
    name,
    resultKind: 'DWELLINGS_DELIVERED',
    unit: 'DWELLINGS',
    territory,
    from: day('2022-01-01'),
    until: day('2025-12-31'),
    quantity,
    milestones: [],
    realisedBy: 'COMMITMENTS',
    route: 'AGREED',
    halfYear: null,
  },
});

export const apportioned = (name: string, parts: Readonly<Record<string, number>>): IntegrationEvent => ({
  type: 'targets.target-apportioned.v1',
  data: { targetId: target(name), strategy: 'STATUTORY_CEIL', parts: partsOf(parts) },
});

export const revised = (
  name: string,
  quantity: number,
  parts: Readonly<Record<string, number>>,
): IntegrationEvent => ({
  type: 'targets.target-revised.v1',
  data: { targetId: target(name), quantity, parts: partsOf(parts) },
});

export const backlog = (
  name: string,
  on: string,
  parts: Readonly<Record<string, number>>,
): IntegrationEvent => ({
  type: 'targets.backlog-recorded.v1',
  data: { targetId: target(name), on: day(on), parts: partsOf(parts) },
});

export const realised = (
  name: string,
  upTo: string,
  parts: Readonly<Record<string, number>>,
): IntegrationEvent => ({
  type: 'targets.realisation-recorded.v1',
  data: { targetId: target(name), upTo: day(upTo), parts: partsOf(parts) },
});

export const raised = (name: string, subject: Subject): IntegrationEvent => ({
  type: 'escalations.escalation-raised.v1',
  data: {
    escalationId: escalation(name),
    route: 'AGREED',
    subject,
    period: '2022-H2',
    rung: 1,
    respondingPartyIds: [CORPORATION],
  },
});

export const closed = (name: string, subject: Subject): IntegrationEvent => ({
  type: 'escalations.escalation-closed.v1',
  data: { escalationId: escalation(name), subject, outcome: 'RESOLVED' },
});

export const ofCommitment = (inAgreement: string, name: string): Subject => ({
  kind: 'COMMITMENT',
  agreementId: agreement(inAgreement),
  commitmentId: commitment(name),
});

/** Parties, a public and a closed agreement, a taakstelling and a target for dwellings; until the end of 2022. */
export const nation = (): Story =>
  new Story()
    .on(
      '2021-01-01',
      registered('Amsterdam', 'MUNICIPALITY', 'GM0363'),
      registered('Haarlem', 'MUNICIPALITY', 'GM0392'),
      registered('Rotterdam', 'MUNICIPALITY', 'GM0599'),
      registered('Noord-Holland', 'PROVINCE', 'PV27'),
      registered('Ymere', 'CORPORATION'),
      registered('Cordaan', 'CARE_PROVIDER'),
      registered('Programma', 'NATIONAL_PROGRAMME', 'NL'),
    )
    .on(
      '2022-01-15',
      dwellingsTarget('dwellings', 'PV27', 400),
      apportioned('dwellings', { GM0363: 300, GM0392: 100 }),
    )
    .on('2022-04-01', taakstelling('2022-H2', 300))
    .on('2022-04-02', apportioned('2022-H2', { GM0363: 92, GM0392: 46, GM0599: 184 }))
    .on('2022-07-01', backlog('2022-H2', '2022-07-01', { GM0363: 8, GM0392: -10, GM0599: 0 }))
    .on(
      '2022-02-01',
      drafted('open', 'PUBLIC', AMSTERDAM, CORPORATION),
      promised('build', 'open', {
        resultKind: 'DWELLINGS_DELIVERED',
        unit: 'DWELLINGS',
        measure: { kind: 'AMOUNT', amount: 200 },
        from: day('2022-01-01'),
        deadline: day('2025-12-31'),
        countsTowards: [target('dwellings')],
      }),
      promised('land', 'open', {
        debtorId: AMSTERDAM,
        creditors: [CORPORATION, 'PUBLIC'],
        resultKind: 'PROCESS_RESULT',
        measure: { kind: 'PROCESS_RESULT', result: 'land is ready' },
        unit: 'DONE',
        deadline: day('2022-09-01'),
      }),
      promised('house', 'open', { countsTowards: [target('2022-H2')] }),
      conditionOf('open', 'build', 'land', '2022-09-01'),
      inForce('open', '2022-03-01'),
    )
    .on(
      '2022-02-01',
      drafted('closed', 'PARTIES', HAARLEM, CORPORATION, CARE),
      promised('few', 'closed', {
        measure: { kind: 'AMOUNT', amount: 8 },
        territory: 'GM0392',
        creditors: [HAARLEM],
        countsTowards: [target('2022-H2')],
      }),
      promised('rooms', 'closed', {
        resultKind: 'DWELLINGS_DELIVERED',
        unit: 'DWELLINGS',
        measure: { kind: 'AMOUNT', amount: 30 },
        from: day('2022-01-01'),
        deadline: day('2025-12-31'),
        territory: 'GM0392',
        debtorId: CARE,
        creditors: [HAARLEM],
        // Dwellings do not add up to persons, whatever the parties linked.
        countsTowards: [target('dwellings'), target('2022-H2')],
      }),
      inForce('closed', '2022-03-01'),
    )
    .on('2022-02-01', drafted('draft', 'PUBLIC', AMSTERDAM, CORPORATION), promised('unsigned', 'draft'))
    .on('2022-09-30', realised('2022-H2', '2022-09-30', { GM0363: 20, GM0392: 30, GM0599: 92 }))
    .on('2022-10-01', progress('house', 12, { inAgreement: 'open', on: '2022-09-29' }))
    .on('2022-10-02', judged('confirmed', 'house', 'open', 'house-2022-09-29'))
    .on('2022-10-03', progress('few', 6, { inAgreement: 'closed', on: '2022-09-30' }))
    .on('2022-10-04', progress('rooms', 4, { inAgreement: 'closed', on: '2022-09-30' }))
    .on('2022-10-10', raised('blocked', ofCommitment('open', 'land')))
    .on(
      '2022-10-11',
      raised('taakstelling', { kind: 'TARGET', targetId: target('2022-H2'), territory: 'GM0363' }),
    )
    .on('2022-10-12', raised('over', ofCommitment('closed', 'few')))
    .on('2022-11-01', closed('over', ofCommitment('closed', 'few')));
