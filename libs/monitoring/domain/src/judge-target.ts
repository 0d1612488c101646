import { dayNumber } from './day-number';
import { figuresOf } from './figures';
import { judge } from './judgement';
import { askedOn, targetCourse } from './target.course';
import type { TargetInputs } from './target.inputs';
import type { Verdict } from './verdict';

/** The verdict on the part of a target that falls to one territory, from its inputs alone. */
export function judgeTarget(inputs: TargetInputs): Verdict<TargetInputs> {
  const { judged, asOf, rule } = inputs;
  const day = dayNumber(asOf);
  const course = targetCourse(inputs);
  const { state, reason } = judge(course, day, rule);
  const { targetId, territory, unit, debtorId, route, halfYear, until } = judged;
  return {
    subject: { kind: 'TARGET', targetId, territory },
    asOf,
    state,
    reason,
    isMeasurable: true,
    isCap: false,
    ...figuresOf(course, day),
    backlog: askedOn(judged, asOf).backlog,
    startsOn: judged.from,
    deadline: until,
    attribution: null,
    waitsFor: null,
    shift: null,
    ruleVersion: rule.version,
    inputs,
    unit,
    territory,
    debtorId,
    creditorIds: [],
    route,
    halfYear,
  };
}
