import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { Moment } from './commitment.inputs';
import { allOn, milestoneLine, type Path, type PathPoint } from './path';
import { type Counting, type ProgressReport, reportsOf } from './progress-report';
import type { CommitmentId, Route, TargetId } from './subject';
import type { ThresholdRule } from './threshold-rule';

/** A number that holds from a day on, and since when it is recorded. */
export interface DatedQuantity {
  readonly on: CalendarDate;
  readonly quantity: number;
  readonly recordedOn: CalendarDate;
}

/** Reports of a commitment that counts towards the target. */
export interface Contribution {
  readonly commitmentId: CommitmentId;
  readonly inForceFrom: CalendarDate;
  readonly reports: readonly ProgressReport[];
}

/** All that is known of the part of a target that falls to one territory. */
export interface TargetFacts {
  readonly targetId: TargetId;
  readonly territory: string;
  /** The municipality or province itself, when it is registered: it must answer. */
  readonly debtorId: PartyId | null;
  readonly unit: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly route: Route;
  /** Of a taakstelling, for example 2022-H2. */
  readonly halfYear: string | null;
  readonly realisedBy: 'RECORDED' | 'COMMITMENTS';
  /** Of the whole target; only their proportions are used for a part. */
  readonly milestones: readonly PathPoint[];
  /** The apportioned part and its revisions, in order. The first one holds from the start of the period. */
  readonly quantities: readonly DatedQuantity[];
  /** What was left undone before; negative for an advance (voorsprong). In order. */
  readonly backlogs: readonly DatedQuantity[];
  /** `on`: up to and including that day, counted from the start of the period. In order of recording. */
  readonly realisations: readonly DatedQuantity[];
  readonly contributions: readonly Contribution[];
}

/** A target part as a judgement needs it. */
export interface JudgedTarget extends Omit<TargetFacts, 'milestones'> {
  readonly counting: Counting;
  /** What share of the whole is expected when, from 0 to 1. */
  readonly path: Path;
}

/** Everything that decides a verdict on a target part, as plain JSON. */
export interface TargetInputs extends Moment {
  readonly kind: 'TARGET';
  readonly judged: JudgedTarget;
  readonly rule: ThresholdRule;
}

/** What a judgement of `facts` needs and nothing else. */
export function targetInputs(facts: TargetFacts, rule: ThresholdRule, moment: Moment): TargetInputs {
  const { asOf, knownOn } = moment;
  const isKnown = ({ recordedOn }: DatedQuantity) => knownOn === null || recordedOn <= knownOn;
  const untilNow = (all: readonly DatedQuantity[]) => all.filter((each) => each.on <= asOf && isKnown(each));
  const { milestones, ...kept } = facts;
  return {
    kind: 'TARGET',
    asOf,
    knownOn,
    judged: {
      ...kept,
      counting: facts.unit === 'PERCENT' ? 'LEVEL' : 'SUM',
      path: sharePath(facts, milestones),
      quantities: facts.quantities.filter((each, index) => index === 0 || (each.on <= asOf && isKnown(each))),
      backlogs: untilNow(facts.backlogs),
      realisations: untilNow(facts.realisations),
      contributions: facts.contributions
        .filter(({ inForceFrom }) => inForceFrom <= asOf)
        .map((each) => ({ ...each, reports: reportsOf(each.reports, asOf, knownOn) })),
    },
    rule,
  };
}

/** The path of the whole as shares of it, so that parts, revisions and backlog follow the same course. */
function sharePath({ from, until, unit }: TargetFacts, milestones: readonly PathPoint[]): Path {
  if (unit === 'PERCENT' && milestones.length === 0) return allOn(until, 1);
  const whole = Math.max(0, ...milestones.map(({ cumulative }) => cumulative));
  const shares =
    whole === 0 ? [] : milestones.map(({ on, cumulative }) => ({ on, cumulative: cumulative / whole }));
  return { ...milestoneLine({ from, until }, shares, 1), rounding: 'NONE' };
}
