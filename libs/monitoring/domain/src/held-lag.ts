import type { DayNumber } from './day-number';
import { inOrder } from './steps';

/** 0 none, 1 lagging, 2 severely lagging: by the numbers of one day alone. */
export type LagLevel = 0 | 1 | 2;

/** Days in a row with one level; both ends included. */
interface Run {
  readonly from: DayNumber;
  readonly until: DayNumber;
  readonly level: LagLevel;
}

/** Days in a row that a lag must last before it counts, and that its absence must last before it clears. */
export interface Durations {
  readonly minimumDays: number;
  readonly keepDays: number;
}

/**
 * The lag that counts on `day`. Without memory: whether a window of days was full is read from the days themselves,
 * so the same events give the same answer next year. `changes` are all days on which figures may jump; between two of
 * them a level only ever goes one way, so that a few days tell about all.
 */
export function heldLag(
  levelOn: (day: DayNumber) => LagLevel,
  changes: Iterable<DayNumber>,
  day: DayNumber,
  durations: Durations,
): LagLevel {
  const runs = runsOf(levelOn, inOrder(changes), day);
  if (isHeld(runs, 2, durations)) return 2;
  return isHeld(runs, 1, durations) ? 1 : 0;
}

function runsOf(
  levelOn: (day: DayNumber) => LagLevel,
  changes: readonly DayNumber[],
  lastDay: DayNumber,
): readonly Run[] {
  const starts = changes.filter((day) => day <= lastDay);
  const at = (day: DayNumber): LevelOfDay => ({ day, level: levelOn(day) });
  return starts.flatMap((from, index) => {
    const next = starts[index + 1];
    return oneWay(at, at(from), at(next === undefined ? lastDay : next - 1));
  });
}

interface LevelOfDay {
  readonly day: DayNumber;
  readonly level: LagLevel;
}

/** Halves the days until both ends agree: between equal ends of a one-way level nothing else can lie. */
function oneWay(at: (day: DayNumber) => LevelOfDay, first: LevelOfDay, last: LevelOfDay): readonly Run[] {
  if (first.level === last.level) return [{ from: first.day, until: last.day, level: first.level }];
  const middle = (first.day + last.day) >> 1;
  return [...oneWay(at, first, at(middle)), ...oneWay(at, at(middle + 1), last)];
}

function isHeld(runs: readonly Run[], atLeast: LagLevel, { minimumDays, keepDays }: Durations): boolean {
  let [held, inARow, wasLag] = [false, 0, false];
  for (const { from, until, level } of runs) {
    const isLag = level >= atLeast;
    inARow = (isLag === wasLag ? inARow : 0) + until - from + 1;
    wasLag = isLag;
    if (inARow >= (isLag ? minimumDays : keepDays)) held = isLag;
  }
  return held;
}
