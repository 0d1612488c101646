import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import { type CommitmentFacts, type Condition, goalOf, type Measure } from './commitment-facts';
import { allOn, allowance, type Path, slicedLine, straightLine, type YearSlice } from './path';
import { type Counting, type ProgressReport, reportsOf } from './progress-report';
import type { AgreementId, CommitmentId } from './subject';
import type { ThresholdRule } from './threshold-rule';

/** A commitment as a judgement needs it. Nothing that happened after the judged day is in it. */
export interface JudgedCommitment {
  readonly agreementId: AgreementId;
  readonly commitmentId: CommitmentId;
  readonly debtorId: PartyId;
  readonly creditors: readonly (PartyId | 'PUBLIC')[];
  readonly territory: string;
  readonly measure: Measure;
  readonly unit: string;
  /** `CAP`: staying at or below the goal keeps it. */
  readonly direction: 'AT_LEAST' | 'CAP';
  readonly counting: Counting;
  readonly goal: number;
  readonly from: CalendarDate;
  readonly deadline: CalendarDate;
  readonly inForceFrom: CalendarDate;
  readonly yearSlices: readonly YearSlice[];
  /** What is expected when, before any shift; made of the term, the measure and the slices. */
  readonly path: Path;
  /** In order of identifier; only those whose prerequisite is in `prerequisites`. */
  readonly conditions: readonly Condition[];
  readonly reports: readonly ProgressReport[];
}

/** Everything that decides a verdict on a commitment, as plain JSON: the verdict can be made again from it alone. */
export interface CommitmentInputs {
  readonly kind: 'COMMITMENT';
  readonly asOf: CalendarDate;
  /** What had been recorded by the end of this day; null for all that is known. */
  readonly knownOn: CalendarDate | null;
  /** Null for an effort, which nobody can measure. */
  readonly isMeasurable: boolean;
  readonly judged: JudgedCommitment;
  /** All commitments on which the judged one waits, directly or through others. */
  readonly prerequisites: readonly JudgedCommitment[];
  readonly rule: ThresholdRule;
}

export interface Moment {
  readonly asOf: CalendarDate;
  readonly knownOn: CalendarDate | null;
}

/**
 * What a judgement of `facts` needs and nothing else. A prerequisite that is not known, or cannot be delivered because
 * it is an effort or a cap, or is the debtor's own, is nobody else's fault and is left out.
 */
export function commitmentInputs(
  facts: CommitmentFacts,
  factsOf: (id: CommitmentId) => CommitmentFacts | undefined,
  rule: ThresholdRule,
  { asOf, knownOn }: Moment,
): CommitmentInputs {
  const linksOf = ({ debtorId, conditions }: CommitmentFacts) =>
    conditions.flatMap((condition) => {
      const prerequisite = factsOf(condition.prerequisiteId);
      const holdsUp = prerequisite && prerequisite.debtorId !== debtorId && isDeliverable(prerequisite);
      return holdsUp ? [{ condition, prerequisite }] : [];
    });
  const found = new Map<CommitmentId, CommitmentFacts>([[facts.commitmentId, facts]]);
  for (const waiting of found.values()) {
    for (const { prerequisite } of linksOf(waiting)) found.set(prerequisite.commitmentId, prerequisite);
  }
  found.delete(facts.commitmentId);
  const conditionsOf = (each: CommitmentFacts) => linksOf(each).map(({ condition }) => condition);
  const moment = { asOf, knownOn };
  return {
    kind: 'COMMITMENT',
    ...moment,
    isMeasurable: facts.measure.kind !== 'EFFORT',
    judged: prepare(facts, conditionsOf(facts), moment),
    prerequisites: [...found.values()]
      .map((each) => prepare(each, conditionsOf(each), moment))
      .sort((a, b) => (a.commitmentId < b.commitmentId ? -1 : 1)),
    rule,
  };
}

const isDeliverable = ({ measure }: CommitmentFacts): boolean =>
  measure.kind !== 'EFFORT' && measure.kind !== 'MAXIMUM';

function prepare(
  facts: CommitmentFacts,
  conditions: readonly Condition[],
  { asOf, knownOn }: Moment,
): JudgedCommitment {
  const { agreementId, commitmentId, debtorId, creditors, territory, measure, unit } = facts;
  const { from, deadline, inForceFrom, yearSlices } = facts;
  return {
    ...{ agreementId, commitmentId, debtorId, creditors, territory, measure, unit },
    direction: measure.kind === 'MAXIMUM' ? 'CAP' : 'AT_LEAST',
    counting: measure.kind === 'SHARE' || unit === 'PERCENT' ? 'LEVEL' : 'SUM',
    goal: goalOf(measure) ?? 0,
    ...{ from, deadline, inForceFrom, yearSlices },
    path: pathOf(facts),
    conditions: [...conditions].sort((a, b) => (a.conditionId < b.conditionId ? -1 : 1)),
    reports: reportsOf(facts.reports, asOf, knownOn),
  };
}

/** What is expected when (domain section 8): by slices, by a straight line, or all at once on the deadline. */
export function pathOf({
  measure,
  from,
  deadline,
  yearSlices,
}: Pick<CommitmentFacts, 'measure' | 'from' | 'deadline' | 'yearSlices'>): Path {
  const term = { from, until: deadline };
  const goal = goalOf(measure) ?? 0;
  switch (measure.kind) {
    case 'AMOUNT':
    case 'BAND':
      return yearSlices.length === 0 ? straightLine(term, goal) : slicedLine(term, yearSlices, goal);
    case 'SHARE':
      if (yearSlices.length === 0) return allOn(deadline, goal);
      return { ...slicedLine(term, yearSlices, goal), rounding: 'NONE' };
    case 'MAXIMUM':
      return allowance(term, yearSlices, goal);
    case 'PROCESS_RESULT':
      return allOn(deadline, goal);
    case 'EFFORT':
      return { shape: 'STEPS', points: [], rounding: 'NONE' };
  }
}
