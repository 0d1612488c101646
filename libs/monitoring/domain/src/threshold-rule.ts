import { type CalendarDate, isAfter } from '@intekenboek/event-sourcing-core';

/** Which programme sets the thresholds: the half-yearly taakstelling has its own. */
export type Programme = 'TAAKSTELLING' | 'AGREED';

/** When something lags, as data with a validity: a change is a new version beside the old one (domain section 8). */
export interface ThresholdRule {
  /** Named in every verdict, for example `agreed-2021.1`. */
  readonly version: string;
  readonly programme: Programme;
  readonly validFrom: CalendarDate;
  /** The last day on which it judges; null while it is in force. */
  readonly validUntil: CalendarDate | null;
  /** Realised / expected below this is lagging (achterblijven). Between 0 and 1. */
  readonly laggingBelow: number;
  /** Realised / expected below this is severely lagging. Not above `laggingBelow`. */
  readonly severelyLaggingBelow: number;
  /** Silence for more days than this is a state of its own. */
  readonly noDataAfterDays: number;
  /** A lag counts once it has held on so many days in a row, the judged day included. */
  readonly minimumDays: number;
  /** A lag that counted clears once it has been absent on so many days in a row, the judged day included. */
  readonly keepDays: number;
  /** Where the numbers come from. */
  readonly source: string;
}

/** The rule in force on the judged day. @throws Error when no rule covers the day: rules are data of this product. */
export function ruleOn(
  rules: readonly ThresholdRule[],
  programme: Programme,
  day: CalendarDate,
): ThresholdRule {
  const valid = rules.filter(
    (rule) =>
      rule.programme === programme &&
      !isAfter(rule.validFrom, day) &&
      (rule.validUntil === null || !isAfter(day, rule.validUntil)),
  );
  const [latest] = valid.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  if (latest === undefined) throw new Error(`No threshold rule of ${programme} covers ${day}.`);
  return latest;
}
