import type { PartyId } from '@intekenboek/event-sourcing-core';

import { commitmentCourse } from './commitment.course';
import type { CommitmentInputs } from './commitment.inputs';
import { dayNumber, dayOf } from './day-number';
import { figuresOf } from './figures';
import { judge } from './judgement';
import { prerequisitesOf } from './prerequisites';
import type { Verdict } from './verdict';

/** The verdict on a commitment, from its inputs alone: the same inputs give the same verdict, whenever asked. */
export function judgeCommitment(inputs: CommitmentInputs): Verdict<CommitmentInputs> {
  const { judged, asOf, rule, isMeasurable } = inputs;
  const day = dayNumber(asOf);
  const prerequisites = prerequisitesOf(inputs);
  const course = commitmentCourse(inputs, prerequisites);
  const { state, reason } = isMeasurable
    ? judge(course, day, rule)
    : ({ state: 'NO_DATA', reason: 'NOT_MEASURABLE' } as const);
  const { agreementId, commitmentId, debtorId, creditors, unit, territory } = judged;
  const { endsOn, startsOn } = course.standingOn(day);
  const becauseOf = prerequisites.shiftedBecauseOf(day);
  const days = startsOn - dayNumber(judged.from);
  return {
    subject: { kind: 'COMMITMENT', agreementId, commitmentId },
    asOf,
    state,
    reason,
    isMeasurable,
    isCap: judged.direction === 'CAP',
    ...figuresOf(course, day),
    backlog: 0,
    startsOn: dayOf(startsOn),
    deadline: dayOf(endsOn),
    attribution: state === 'BLOCKED' ? prerequisites.attributionOn(day) : null,
    waitsFor: prerequisites.openOn(day),
    shift: becauseOf === null || days === 0 ? null : { days, becauseOf },
    ruleVersion: rule.version,
    inputs,
    unit,
    territory,
    debtorId,
    creditorIds: creditors.filter((creditor): creditor is PartyId => creditor !== 'PUBLIC'),
    route: 'AGREED',
    halfYear: null,
  };
}
