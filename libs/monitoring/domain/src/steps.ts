import type { DayNumber } from './day-number';

/** From this day on the value holds, until the next step. */
export interface Step<T> {
  readonly from: DayNumber;
  readonly value: T;
}

/** The last step that has begun on `day`; null before the first one. `steps` are in order of day. */
export function stepOn<T>(steps: readonly Step<T>[], day: DayNumber): Step<T> | null {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const step = steps[middle];
    if (step !== undefined && step.from <= day) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1] ?? null;
}

/** Days in order, each once. */
export const inOrder = (days: Iterable<DayNumber>): readonly DayNumber[] =>
  [...new Set(days)].sort((a, b) => a - b);
