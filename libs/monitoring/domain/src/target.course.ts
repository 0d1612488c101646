import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import type { Course, Standing } from './course';
import { type DayNumber, dayNumber } from './day-number';
import { levelForecast, paceForecast } from './forecast';
import { expectationOf, wholeUnits } from './path';
import { datedReports, NOTHING_REPORTED, type Tally, tallies } from './progress-report';
import { inOrder, type Step, stepOn } from './steps';
import type { DatedQuantity, JudgedTarget, TargetInputs } from './target.inputs';

/** What must be reached on a day: the number and, beside it and never in it, the backlog. */
export interface Asked {
  readonly apportioned: number;
  readonly backlog: number;
}

/** The number and the backlog as they held on the judged day. */
export function askedOn({ quantities, backlogs }: JudgedTarget, day: CalendarDate): Asked {
  const at = (all: readonly DatedQuantity[]) => stepOn(stepsOf(all), dayNumber(day))?.value;
  return { apportioned: at(quantities) ?? quantities[0]?.quantity ?? 0, backlog: at(backlogs) ?? 0 };
}

/** The part of a target from day to day. */
export function targetCourse({ judged }: TargetInputs): Course {
  const { from, until, counting } = judged;
  const [startsOn, endsOn] = [dayNumber(from), dayNumber(until)];
  const pathOn = expectationOf(judged.path);
  const goals = goalsOf(judged);
  const isRecorded = judged.realisedBy === 'RECORDED';
  const steps = isRecorded ? recorded(judged) : contributed(judged);
  const goalOn = (day: DayNumber) => (stepOn(goals, day) ?? goals[0])?.value ?? 0;
  const tallyOn = (day: DayNumber) => stepOn(steps, day)?.value ?? NOTHING_REPORTED;
  const expectedOf = (goal: number, day: DayNumber) => {
    const exactly = goal * pathOn(day);
    return counting === 'SUM' && Number.isInteger(goal) ? wholeUnits(exactly) : exactly;
  };

  function standingOn(day: DayNumber): Standing {
    const [goal, tally] = [goalOn(day), tallyOn(day)];
    // An authority's figures come weeks late: what they tell is held against what was expected on their own day.
    const expectedOn = isRecorded ? (tally.lastReportOn ?? day) : day;
    return {
      ...tally,
      goal,
      expected: expectedOf(goal, expectedOn),
      expectedOn,
      isKnown: !isRecorded || tally.lastReportOn !== null,
      startsOn,
      endsOn,
      waiting: 'NONE',
      silentSince: Math.max(tally.lastReportOn ?? startsOn - 1, startsOn - 1),
    };
  }

  return {
    direction: 'AT_LEAST',
    standingOn,
    bindsFrom: startsOn,
    isReachedOn: (day) => tallyOn(day).realised >= goalOn(day) && (counting === 'SUM' || day >= endsOn),
    isCompleteOn: (day) => !isRecorded || (tallyOn(day).lastReportOn ?? 0) >= endsOn,
    changes: [startsOn, ...[...goals, ...steps].map((step) => step.from)],
    forecastOn: (day) => {
      const { goal, expected, expectedOn: figuresOn, realised, lastReportOn } = standingOn(day);
      if (day > endsOn) return null;
      if (counting === 'LEVEL' && expected <= 0)
        return lastReportOn === null ? null : levelForecast(realised);
      const realisedOn = (each: DayNumber) => tallyOn(each).realised;
      return paceForecast({ realisedOn, expectedOn: (each) => expectedOf(goal, each), goal }, figuresOn);
    },
  };
}

const stepsOf = (quantities: readonly DatedQuantity[]): readonly Step<number>[] => {
  const byDay = new Map(quantities.map(({ on, quantity }) => [dayNumber(on), quantity]));
  return [...byDay].map(([from, value]) => ({ from, value })).sort((a, b) => a.from - b.from);
};

/** Number and backlog together; an advance can take the whole task away, but never more. */
function goalsOf({ quantities, backlogs }: JudgedTarget): readonly Step<number>[] {
  const [numbers, arrears] = [stepsOf(quantities), stepsOf(backlogs)];
  const days = inOrder([...numbers, ...arrears].map(({ from }) => from));
  const first = quantities[0]?.quantity ?? 0;
  return days.map((from) => ({
    from,
    value: Math.max(0, (stepOn(numbers, from)?.value ?? first) + (stepOn(arrears, from)?.value ?? 0)),
  }));
}

/** What an authority recorded counts as confirmed. Of two records up to one day the later one stands. */
const recorded = ({ realisations }: JudgedTarget): readonly Step<Tally>[] =>
  stepsOf(realisations).map(({ from, value }) => ({
    from,
    value: { realised: value, confirmed: value, disputed: 0, lastReportOn: from },
  }));

const contributed = ({ contributions, counting }: JudgedTarget): readonly Step<Tally>[] =>
  tallies(datedReports(contributions.flatMap(({ reports }) => reports)), counting);
