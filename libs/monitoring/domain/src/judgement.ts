import { type Course, isBehind, lagOn, type Standing } from './course';
import type { DayNumber } from './day-number';
import type { Forecast } from './forecast';
import { heldLag } from './held-lag';
import type { ProgressState, Reason } from './progress-state';
import type { ThresholdRule } from './threshold-rule';

/** The state on a day and why. */
export interface Judgement {
  readonly state: ProgressState;
  readonly reason: Reason;
}

const because = (state: ProgressState, reason: Reason): Judgement => ({ state, reason });

/**
 * The rules of domain section 8 in their order: what is reached, who waits for whom, what is over, what is not due
 * yet, what nobody told us, and only then how much is behind.
 */
export function judge(course: Course, day: DayNumber, rule: ThresholdRule): Judgement {
  const standing = course.standingOn(day);
  if (course.isReachedOn(day)) return reached(course, standing, rule);
  if (standing.waiting === 'LATE' && isBehind(course.direction, standing)) {
    return because('BLOCKED', 'PREREQUISITE_LATE');
  }
  if (standing.waiting === 'OPEN') return because('NOT_DUE', 'WAITS_FOR_PREREQUISITE');
  if (day > standing.endsOn) return over(course, day);
  if (day < standing.startsOn) return because('NOT_DUE', 'NOT_STARTED');
  return underWay(course, day, rule);
}

function underWay(course: Course, day: DayNumber, rule: ThresholdRule): Judgement {
  const [standing, forecast] = [course.standingOn(day), course.forecastOn(day)];
  if (course.direction === 'AT_LEAST' && standing.expected <= 0) return nothingExpected(standing, forecast);
  if (!standing.isKnown) return because('NO_DATA', 'NO_FIGURES');
  if (isSilent(standing, day, rule)) return because('NO_DATA', 'SILENT');
  return lagging(course, day, rule) ?? outlook(course, standing, forecast);
}

// Nobody has to report while he waits for another who is late.
const isSilent = ({ waiting, silentSince }: Standing, day: DayNumber, rule: ThresholdRule): boolean =>
  waiting === 'NONE' && day - silentSince > rule.noDataAfterDays;

// Who never told how much was used, or not to the end, cannot have kept a cap.
function reached({ direction }: Course, standing: Standing, rule: ThresholdRule): Judgement {
  const { lastReportOn, silentSince, endsOn } = standing;
  const isUntold = lastReportOn === null || endsOn - silentSince > rule.noDataAfterDays;
  if (direction === 'CAP' && isUntold) return because('NO_DATA', 'SILENT');
  return because('FULFILLED', 'REACHED');
}

function over(course: Course, day: DayNumber): Judgement {
  if (!course.isCompleteOn(day)) return because('NO_DATA', 'FIGURES_INCOMPLETE');
  return because('MISSED', 'DEADLINE_PASSED');
}

function nothingExpected({ goal, lastReportOn }: Standing, forecast: Forecast | null): Judgement {
  if (lastReportOn !== null && forecast !== null && forecast.mid < goal) {
    return because('AT_RISK', 'LEVEL_BELOW_GOAL');
  }
  return because('NOT_DUE', 'NOTHING_EXPECTED_YET');
}

function lagging(course: Course, day: DayNumber, rule: ThresholdRule): Judgement | null {
  const now = lagOn(course, day, rule);
  const held = heldLag((each) => lagOn(course, each, rule), course.changes, day, rule);
  if (held > 0) {
    const reason = now === 0 ? 'RECOVERED_FOR_SHORT_TIME' : behindReason(course);
    return because(held === 2 ? 'SEVERELY_LAGGING' : 'LAGGING', reason);
  }
  return now > 0 ? because('AT_RISK', 'BEHIND_FOR_SHORT_TIME') : null;
}

const behindReason = ({ direction }: Course): Reason => (direction === 'CAP' ? 'CAP_EXCEEDED' : 'BEHIND');

function outlook({ direction }: Course, { goal }: Standing, forecast: Forecast | null): Judgement {
  const misses = forecast !== null && (direction === 'CAP' ? forecast.mid > goal : forecast.mid < goal);
  if (misses) return because('AT_RISK', 'FORECAST_MISSES');
  return because('ON_TRACK', direction === 'CAP' ? 'UNDER_CAP' : 'ON_PATH');
}
