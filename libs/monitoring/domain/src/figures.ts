import type { Course } from './course';
import { type DayNumber, dayOf } from './day-number';
import { twoDecimals } from './forecast';
import type { Verdict } from './verdict';

type Figures = Pick<
  Verdict,
  | 'goal'
  | 'expected'
  | 'expectedOn'
  | 'realised'
  | 'confirmed'
  | 'disputed'
  | 'ratio'
  | 'forecast'
  | 'lastReportOn'
  | 'dataAgeDays'
>;

/** The numbers of a verdict, as they stand on a day. */
export function figuresOf(course: Course, day: DayNumber): Figures {
  const { goal, expected, expectedOn, isKnown, realised, confirmed, disputed, lastReportOn } =
    course.standingOn(day);
  return {
    goal,
    expected: twoDecimals(expected),
    expectedOn: dayOf(expectedOn),
    realised,
    confirmed,
    disputed,
    ratio: isKnown && expected > 0 ? Math.round((realised / expected) * 1000) / 1000 : null,
    forecast: course.forecastOn(day),
    lastReportOn: lastReportOn === null ? null : dayOf(lastReportOn),
    dataAgeDays: lastReportOn === null ? null : day - lastReportOn,
  };
}
