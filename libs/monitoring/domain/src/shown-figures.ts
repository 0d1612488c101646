import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { PERSON_COUNT_RULE, shownPersonCount } from '@intekenboek/reference-data-facts';

import type { Forecast } from './forecast';
import type { Verdict } from './verdict';

/**
 * On what footing someone looks. `FULL`: a party to all that was counted. `PUBLIC`: someone else who may know of all of
 * it. `HIDDEN`: someone for whom a part of it does not exist.
 */
export type View = 'FULL' | 'PUBLIC' | 'HIDDEN';

/** Counts of persons below this are hidden from who is not a party (domain section 10). */
export const SMALL_COUNT = PERSON_COUNT_RULE.hiddenBelow;

/** The numbers of a verdict that one viewer may see; null is hidden (onderdrukt) or not known, and never nought. */
export interface ShownFigures {
  readonly goal: number;
  readonly expected: number;
  readonly realised: number | null;
  readonly confirmed: number | null;
  readonly disputed: number | null;
  readonly ratio: number | null;
  readonly forecast: Forecast | null;
  readonly lastReportOn: CalendarDate | null;
  readonly dataAgeDays: number | null;
  /** Something was hidden or rounded. */
  readonly isSuppressed: boolean;
}

/** A count of persons for who is not a party: hidden when small, otherwise rounded to five. */
export const publicCount = (count: number): number | null => shownPersonCount(count);

/**
 * Persons counted by parties are protected. Dwellings are not, and neither is what an authority has published: a
 * taakstelling and its realisation.
 */
export function shownFigures(verdict: Verdict, view: View): ShownFigures {
  const { goal, expected, realised, confirmed, disputed, ratio, forecast } = verdict;
  const known = { goal, expected };
  if (view === 'HIDDEN') return { ...known, ...NOTHING, ...UNHEARD, isSuppressed: true };
  if (isUnknown(verdict)) return { ...known, ...NOTHING, ...UNHEARD, isSuppressed: false };
  const heard = { lastReportOn: verdict.lastReportOn, dataAgeDays: verdict.dataAgeDays };
  const isProtected = verdict.unit === 'PERSONS' && !isPublished(verdict);
  if (view === 'FULL' || !isProtected) {
    return { ...known, realised, confirmed, disputed, ratio, forecast, ...heard, isSuppressed: false };
  }
  const shown = publicCount(realised);
  if (shown === null) return { ...known, ...NOTHING, ...heard, isSuppressed: true };
  return {
    ...known,
    realised: shown,
    confirmed: publicCount(confirmed),
    disputed: publicCount(disputed),
    ratio: expected > 0 ? Math.round((shown / expected) * 1000) / 1000 : null,
    forecast: forecast && roundedForecast(forecast),
    ...heard,
    isSuppressed: true,
  };
}

const NOTHING = { realised: null, confirmed: null, disputed: null, ratio: null, forecast: null };
const UNHEARD = { lastReportOn: null, dataAgeDays: null };

/** Of what an authority records nought is only known once it is recorded. */
const isUnknown = (verdict: Verdict): boolean => isPublished(verdict) && verdict.lastReportOn === null;

const isPublished = ({ inputs }: Verdict): boolean =>
  inputs.kind === 'TARGET' && inputs.judged.realisedBy === 'RECORDED';

const roundedForecast = ({ low, mid, high }: Forecast): Forecast | null => {
  const [least, likely, most] = [publicCount(low), publicCount(mid), publicCount(high)];
  if (least === null || likely === null || most === null) return null;
  return { low: least, mid: likely, high: most };
};

/** A total for who is not a party, hidden when a hidden cell could be computed from it (secondary suppression). */
export function publicTotal(counts: readonly number[]): number | null {
  const hidden = counts.filter((count) => count > 0 && count < SMALL_COUNT);
  const sumOfHidden = hidden.reduce((sum, count) => sum + count, 0);
  // One hidden cell is the total less the others; a few that are small together tell as much.
  if (hidden.length === 1 || (hidden.length > 1 && sumOfHidden < SMALL_COUNT)) return null;
  return publicCount(counts.reduce((sum, count) => sum + count, 0));
}
