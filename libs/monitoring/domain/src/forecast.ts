import type { DayNumber } from './day-number';

/** What will be realised at the end if things go on as they did. In the unit of the subject. */
export interface Forecast {
  /** The lower of the two paces. */
  readonly low: number;
  /** By the pace since the start. This one decides between on track and at risk. */
  readonly mid: number;
  /** The higher of the two paces. */
  readonly high: number;
}

/** The days that make up "lately": half a year. */
export const RECENT_DAYS = 182;

interface Course {
  readonly realisedOn: (day: DayNumber) => number;
  /** By the path as it stands on the judged day. */
  readonly expectedOn: (day: DayNumber) => number;
  readonly goal: number;
}

/**
 * The pace so far, carried on to the end: what was realised for each unit that was expected, times what is still to
 * be expected. On a straight line that is realised per day times the days that are left; along slices or milestones
 * it does not blame a party for a path that was agreed to start slowly. The other end of the interval is the same with
 * the pace of the last half-year. Null while nothing is expected, because then there is no pace.
 */
export function paceForecast({ realisedOn, expectedOn, goal }: Course, day: DayNumber): Forecast | null {
  const [realised, expected] = [realisedOn(day), expectedOn(day)];
  if (expected <= 0) return null;
  const before = day - RECENT_DAYS;
  const expectedLately = expected - expectedOn(before);
  const pace = realised / expected;
  const paceLately = expectedLately > 0 ? Math.max(0, realised - realisedOn(before)) / expectedLately : pace;
  const atThe = (rate: number) => twoDecimals(realised + rate * Math.max(0, goal - expected));
  const [mid, other] = [atThe(pace), atThe(paceLately)];
  return { low: Math.min(mid, other), mid, high: Math.max(mid, other) };
}

/** Of a level without a path nothing is known but that it stays where it is. */
export const levelForecast = (level: number): Forecast => ({ low: level, mid: level, high: level });

export const twoDecimals = (amount: number): number => Math.round(amount * 100) / 100;
