import type { DayNumber } from './day-number';
import type { Forecast } from './forecast';
import type { LagLevel } from './held-lag';
import type { Tally } from './progress-report';
import type { ThresholdRule } from './threshold-rule';

/** How a subject stands on one day, before any rule is applied. */
export interface Standing extends Tally {
  /** What must be reached in the end, or must not be exceeded. */
  readonly goal: number;
  /** By the path, so far; of a cap what it allows so far. */
  readonly expected: number;
  /** The day that `expected` is of: the day itself, or that of the last figures of an authority. */
  readonly expectedOn: DayNumber;
  /** False while an authority that records the figures has recorded none: then nought is not known either. */
  readonly isKnown: boolean;
  /** First and last day of the term, moved by late prerequisites. */
  readonly startsOn: DayNumber;
  readonly endsOn: DayNumber;
  readonly waiting: 'NONE' | 'OPEN' | 'LATE';
  /** The last day on which a report could not be missed: of the last report, or the eve of the first day of duty. */
  readonly silentSince: DayNumber;
}

/** A subject from day to day: what commitments and target parts are brought to, so that one set of rules judges both. */
export interface Course {
  readonly direction: 'AT_LEAST' | 'CAP';
  readonly standingOn: (day: DayNumber) => Standing;
  /** The first day of the term and every day on which a standing may jump; between two of them `expected` only grows. */
  readonly changes: readonly DayNumber[];
  /** Before this day nothing bound anyone, so nothing lagged. */
  readonly bindsFrom: DayNumber;
  /** Reached for good: an amount on any day, a level from the deadline on, a cap after it. */
  readonly isReachedOn: (day: DayNumber) => boolean;
  /** Figures of the whole term are in. An authority's figures may come late without anyone having failed. */
  readonly isCompleteOn: (day: DayNumber) => boolean;
  readonly forecastOn: (day: DayNumber) => Forecast | null;
}

export const isBehind = (direction: Course['direction'], { realised, expected }: Standing): boolean =>
  direction === 'CAP' ? realised > expected : realised < expected;

/** The lag by the numbers of one day alone. Nobody lags who waits for another, and before a duty binds. */
export function lagOn(course: Course, day: DayNumber, rule: ThresholdRule): LagLevel {
  if (day < course.bindsFrom) return 0;
  const standing = course.standingOn(day);
  if (standing.waiting !== 'NONE' || !standing.isKnown || !isBehind(course.direction, standing)) return 0;
  const { realised, expected } = standing;
  if (course.direction === 'CAP') return expected < rule.severelyLaggingBelow * realised ? 2 : 1;
  if (realised < rule.severelyLaggingBelow * expected) return 2;
  return realised < rule.laggingBelow * expected ? 1 : 0;
}
