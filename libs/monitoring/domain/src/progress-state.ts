/** How a subject stands on a day (domain section 8). */
export const PROGRESS_STATES = [
  'NOT_DUE',
  'NO_DATA',
  'ON_TRACK',
  'AT_RISK',
  'LAGGING',
  'SEVERELY_LAGGING',
  'BLOCKED',
  'FULFILLED',
  'MISSED',
] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** Why the state is what it is: picks the sentence that stands beside it. Codes are added, never renamed. */
export type Reason =
  | 'NOT_MEASURABLE'
  | 'NOT_STARTED'
  | 'NOTHING_EXPECTED_YET'
  | 'WAITS_FOR_PREREQUISITE'
  | 'PREREQUISITE_LATE'
  | 'SILENT'
  | 'NO_FIGURES'
  | 'FIGURES_INCOMPLETE'
  | 'ON_PATH'
  | 'UNDER_CAP'
  | 'BEHIND_FOR_SHORT_TIME'
  | 'FORECAST_MISSES'
  | 'LEVEL_BELOW_GOAL'
  | 'BEHIND'
  | 'CAP_EXCEEDED'
  | 'RECOVERED_FOR_SHORT_TIME'
  | 'REACHED'
  | 'DEADLINE_PASSED';
