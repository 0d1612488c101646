import {
  addDays,
  type CalendarDate,
  earliest,
  firstDayOf,
  lastDayOf,
  latest,
} from '@intekenboek/event-sourcing-core';

import { type DayNumber, dayNumber } from './day-number';

/** At the end of this day so much is expected, counted from the start. */
export interface PathPoint {
  readonly on: CalendarDate;
  readonly cumulative: number;
}

/**
 * What is expected when. Between two points of a `LINE` the expectation grows evenly by the day; `STEPS` jump on the
 * day of a point. Before the first point nothing is expected, after the last point the last number.
 */
export interface Path {
  readonly shape: 'LINE' | 'STEPS';
  readonly points: readonly PathPoint[];
  /** `DOWN`: to whole units, because nobody can deliver a third of a dwelling. Percentages are not rounded. */
  readonly rounding: 'DOWN' | 'NONE';
}

export interface YearSlice {
  readonly year: number;
  readonly amount: number;
}

/** A first and a last day; both count whole. */
export interface Term {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

const dayBefore = (day: CalendarDate): CalendarDate => addDays(day, -1);
const roundingOf = (goal: number): Path['rounding'] => (Number.isInteger(goal) ? 'DOWN' : 'NONE');

/** Nothing on the eve of the term, the whole at the end of its last day. */
export const straightLine = ({ from, until }: Term, goal: number): Path => ({
  shape: 'LINE',
  points: [
    { on: dayBefore(from), cumulative: 0 },
    { on: until, cumulative: goal },
  ],
  rounding: roundingOf(goal),
});

/** Nothing before the day, then the whole: a process result, a share without a growth path. */
export const allOn = (day: CalendarDate, goal: number): Path => ({
  shape: 'STEPS',
  points: [{ on: day, cumulative: goal }],
  rounding: 'NONE',
});

/** Even growth within each slice (jaarschijf); slices end with their year, the last one with the term. */
export function slicedLine(term: Term, slices: readonly YearSlice[], goal: number): Path {
  const start = dayBefore(term.from);
  const within = (day: CalendarDate) => earliest(latest(day, start), term.until);
  const points: PathPoint[] = [{ on: start, cumulative: 0 }];
  let cumulative = 0;
  for (const { year, amount } of inYearOrder(slices)) {
    points.push({ on: within(lastDayOf(year - 1)), cumulative });
    cumulative += amount;
    points.push({ on: within(lastDayOf(year)), cumulative });
  }
  return { shape: 'LINE', points, rounding: roundingOf(goal) };
}

/** What a cap allows so far: the whole from the first day, or slice by slice as the years begin. */
export function allowance(term: Term, slices: readonly YearSlice[], cap: number): Path {
  if (slices.length === 0) return { ...allOn(term.from, cap), rounding: 'NONE' };
  let cumulative = 0;
  const points = inYearOrder(slices).map(({ year, amount }) => {
    cumulative += amount;
    return { on: latest(firstDayOf(year), term.from), cumulative };
  });
  return { shape: 'STEPS', points, rounding: 'NONE' };
}

/** Even growth from milestone to milestone, and to the whole at the end; a straight line when there are none. */
export function milestoneLine(term: Term, milestones: readonly PathPoint[], goal: number): Path {
  const points: PathPoint[] = [{ on: dayBefore(term.from), cumulative: 0 }];
  for (const { on, cumulative } of [...milestones].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    if (on < term.until) points.push({ on, cumulative });
  }
  points.push({ on: term.until, cumulative: goal });
  return { shape: 'LINE', points, rounding: roundingOf(goal) };
}

const inYearOrder = (slices: readonly YearSlice[]): readonly YearSlice[] =>
  [...slices].sort((a, b) => a.year - b.year);

/** What a path expects on a day; made once per judgement, asked for many days. */
export function expectationOf({ shape, points, rounding }: Path): (day: DayNumber) => number {
  const bends = points.map(({ on, cumulative }) => ({ day: dayNumber(on), cumulative }));

  function exactlyOn(day: DayNumber): number {
    // The last point of a day wins, so that a slice outside the term is a jump and not lost.
    const index = bends.findLastIndex((bend) => bend.day <= day);
    const [start, end] = [bends[index], bends[index + 1]];
    if (start === undefined) return 0;
    if (shape === 'STEPS' || end === undefined) return start.cumulative;
    const grown = end.cumulative - start.cumulative;
    return start.cumulative + (grown * (day - start.day)) / (end.day - start.day);
  }

  return rounding === 'DOWN' ? (day) => wholeUnits(exactlyOn(day)) : exactlyOn;
}

/** Rounded down, but 7.9999999999 from a division is 8. */
export const wholeUnits = (amount: number): number => Math.floor(amount + 1e-9);
