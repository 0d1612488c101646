import { calendarDate, type PartyId } from '@intekenboek/event-sourcing-core';

import { commitmentInputs } from './commitment.inputs';
import type { CommitmentFacts, Condition } from './commitment-facts';
import { judgeCommitment } from './judge-commitment';
import { judgeTarget } from './judge-target';
import type { Judgement, ProgressReport, ReportId } from './progress-report';
import type { AgreementId, CommitmentId, TargetId } from './subject';
import { type DatedQuantity, type TargetFacts, targetInputs } from './target.inputs';
import type { ThresholdRule } from './threshold-rule';

export const day = calendarDate;
export const CORPORATION = 'party-corporation' as PartyId;
export const MUNICIPALITY = 'party-municipality' as PartyId;
export const PROVINCE = 'party-province' as PartyId;
export const TENANTS = 'party-tenants' as PartyId;

export const id = (text: string) => text as CommitmentId;

/** Round numbers, so that a spec can be checked by heart. Every lag counts from the first day. */
export const RULE: ThresholdRule = {
  version: 'test-1',
  programme: 'AGREED',
  validFrom: day('2020-01-01'),
  validUntil: null,
  laggingBelow: 0.9,
  severelyLaggingBelow: 0.6,
  noDataAfterDays: 200,
  minimumDays: 1,
  keepDays: 1,
  source: 'specs',
};

/** Forty dwellings in four years of 1,461 days: ten a year, on a straight line. */
export const build = (changes: Partial<CommitmentFacts> = {}): CommitmentFacts => ({
  agreementId: 'agreement-1' as AgreementId,
  commitmentId: id('build'),
  debtorId: CORPORATION,
  creditors: [MUNICIPALITY, 'PUBLIC'],
  measure: { kind: 'AMOUNT', amount: 40 },
  unit: 'DWELLINGS',
  from: day('2024-01-01'),
  deadline: day('2027-12-31'),
  territory: 'GM0363',
  yearSlices: [],
  inForceFrom: day('2024-01-01'),
  conditions: [],
  reports: [],
  ...changes,
});

/** A dated result of another party, on which building may wait. */
export const prerequisite = (
  commitmentId: string,
  debtorId: PartyId,
  changes: Partial<CommitmentFacts> = {},
): CommitmentFacts =>
  build({
    commitmentId: id(commitmentId),
    debtorId,
    measure: { kind: 'PROCESS_RESULT', result: 'land is ready for building' },
    unit: 'DONE',
    deadline: day('2025-01-01'),
    ...changes,
  });

export const waitsFor = (prerequisiteId: string, neededBy: string): Condition => ({
  conditionId: `until-${prerequisiteId}`,
  prerequisiteId: id(prerequisiteId),
  neededBy: day(neededBy),
});

export const reported = (
  amount: number,
  realisedOn: string,
  changes: Partial<ProgressReport> = {},
): ProgressReport => ({
  reportId: `report-${realisedOn}-${amount}` as ReportId,
  amount,
  realisedOn: day(realisedOn),
  recordedOn: day(realisedOn),
  corrects: null,
  judgements: [],
  ...changes,
});

export const confirmedBy = (partyId: PartyId, on: string): Judgement => ({
  partyId,
  isDispute: false,
  on: day(on),
  recordedOn: day(on),
});

export const disputedBy = (partyId: PartyId, on: string): Judgement => ({
  ...confirmedBy(partyId, on),
  isDispute: true,
});

interface Asked {
  readonly rule?: ThresholdRule;
  readonly knownOn?: string;
  readonly others?: readonly CommitmentFacts[];
}

export function verdictOn(
  asOf: string,
  facts: CommitmentFacts,
  { rule = RULE, knownOn, others = [] }: Asked = {},
) {
  const all = new Map([...others, facts].map((each) => [each.commitmentId, each]));
  const moment = { asOf: day(asOf), knownOn: knownOn === undefined ? null : day(knownOn) };
  return judgeCommitment(commitmentInputs(facts, (each) => all.get(each), rule, moment));
}

export const on = (when: string, quantity: number, recordedOn = when): DatedQuantity => ({
  on: day(when),
  quantity,
  recordedOn: day(recordedOn),
});

/** A half-year of 184 days in which 92 persons must be housed: one every second day. */
export const taakstelling = (changes: Partial<TargetFacts> = {}): TargetFacts => ({
  targetId: 'taakstelling-2022-H2' as TargetId,
  territory: 'GM0363',
  debtorId: MUNICIPALITY,
  unit: 'PERSONS',
  from: day('2022-07-01'),
  until: day('2022-12-31'),
  route: 'STATUTORY',
  halfYear: '2022-H2',
  realisedBy: 'RECORDED',
  milestones: [],
  quantities: [on('2022-04-01', 92)],
  backlogs: [],
  realisations: [],
  contributions: [],
  ...changes,
});

export function targetVerdictOn(asOf: string, facts: TargetFacts, { rule = RULE, knownOn }: Asked = {}) {
  const moment = { asOf: day(asOf), knownOn: knownOn === undefined ? null : day(knownOn) };
  return judgeTarget(targetInputs(facts, rule, moment));
}
