import type { PartyId } from '@intekenboek/event-sourcing-core';
import { UNITS } from '@intekenboek/reference-data-facts';

import { DUTCH, ENGLISH, type Phrases } from './explanation.phrases';
import type { Forecast } from './forecast';
import type { ShownFigures } from './shown-figures';
import type { Verdict } from './verdict';

/** The sentence beside a state, in both languages. */
export interface Explanation {
  readonly nl: string;
  readonly en: string;
}

/** Names that a verdict does not hold. */
export interface Words {
  readonly unit: { readonly nl: string; readonly en: string };
  readonly partyName: (partyId: PartyId) => string;
}

/** Why the state is what it is, with the numbers that this viewer may see and the days that matter. */
export const explanationOf = (verdict: Verdict, figures: ShownFigures, words: Words): Explanation => ({
  nl: sentences(DUTCH, words.unit.nl, { verdict, figures, words }),
  en: sentences(ENGLISH, words.unit.en, { verdict, figures, words }),
});

interface Told {
  readonly verdict: Verdict;
  readonly figures: ShownFigures;
  readonly words: Words;
}

function sentences(phrases: Phrases, unit: string, told: Told): string {
  const { verdict, figures } = told;
  if (!verdict.isMeasurable) return phrases.notMeasurable;
  if (verdict.reason === 'NO_FIGURES') return phrases.noFigures(verdict.goal, unit);
  return [
    amounts(phrases, unit, told),
    figures.disputed === null || figures.disputed === 0 ? null : phrases.disputed(figures.disputed),
    reasonOf(phrases, told),
    verdict.shift && phrases.shifted(verdict.shift.days, nameOf(told, verdict.shift.becauseOf.partyId)),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function amounts(phrases: Phrases, unit: string, { verdict, figures }: Told): string {
  const { goal, realised, expected } = figures;
  if (verdict.unit === 'DONE') return phrases.done(realised === null ? null : realised >= 1);
  const { isCap, backlog } = verdict;
  const noNumber = figures.isSuppressed ? phrases.hiddenNumber : phrases.unknownNumber;
  const told = realised === null ? noNumber : phrases.number(realised);
  const amount = phrases.amount({ realised: told, goal, unit, isCap, backlog });
  const isOver = verdict.asOf > verdict.deadline;
  return expected > 0 && !isCap && !isOver
    ? `${amount}; ${phrases.expected(expected, verdict.expectedOn, verdict.asOf)}.`
    : `${amount}.`;
}

function reasonOf(phrases: Phrases, told: Told): string | null {
  const { verdict, figures } = told;
  const { deadline, waitsFor, attribution } = verdict;
  const { rule } = verdict.inputs;
  switch (verdict.reason) {
    case 'NOT_MEASURABLE':
      return null;
    case 'NOT_STARTED':
      return phrases.notStarted(verdict.startsOn);
    case 'NOTHING_EXPECTED_YET':
    case 'LEVEL_BELOW_GOAL':
      return phrases.dueOn(deadline);
    case 'WAITS_FOR_PREREQUISITE':
      return waitsFor && phrases.waits(nameOf(told, waitsFor.partyId), waitsFor.neededBy);
    case 'PREREQUISITE_LATE':
      return waitsFor && attribution
        ? phrases.blocked(nameOf(told, waitsFor.partyId), waitsFor.neededBy, rootName(told))
        : null;
    case 'SILENT':
      return figures.lastReportOn === null
        ? phrases.unheard(rule.noDataAfterDays)
        : phrases.silent(figures.lastReportOn, figures.dataAgeDays ?? 0, rule.noDataAfterDays);
    case 'NO_FIGURES':
      return null;
    case 'FIGURES_INCOMPLETE':
      return phrases.incomplete(figures.lastReportOn, deadline);
    case 'ON_PATH':
    case 'UNDER_CAP':
    case 'FORECAST_MISSES':
      return figures.forecast && phrases.forecast(inUnits(figures.forecast, verdict.unit), deadline);
    case 'BEHIND_FOR_SHORT_TIME':
      return phrases.shortlyBehind(rule.minimumDays);
    case 'BEHIND':
      return phrases.behind(figures.ratio, thresholdOf(verdict));
    case 'CAP_EXCEEDED':
      return phrases.exceeded(figures.expected);
    case 'RECOVERED_FOR_SHORT_TIME':
      return phrases.shortlyRecovered(rule.keepDays);
    case 'REACHED':
      return phrases.reached(verdict.isCap);
    case 'DEADLINE_PASSED':
      return phrases.passed(deadline);
  }
}

const wholeUnits = new Set<string>(UNITS.filter(({ isWhole }) => isWhole).map(({ code }) => code));

/** Half a dwelling is not told: the data has two decimals, the sentence what exists. */
function inUnits({ low, mid, high }: Forecast, unit: string): Forecast {
  if (!wholeUnits.has(unit)) return { low, mid, high };
  return { low: Math.floor(low), mid: Math.floor(mid), high: Math.floor(high) };
}

const nameOf = ({ words }: Told, partyId: PartyId): string => words.partyName(partyId);

/** Null when the next party in the chain is itself the root. */
function rootName(told: Told): string | null {
  const { attribution, waitsFor } = told.verdict;
  if (attribution === null || attribution.commitmentId === waitsFor?.commitmentId) return null;
  return nameOf(told, attribution.partyId);
}

const thresholdOf = ({ state, inputs }: Verdict): number =>
  state === 'SEVERELY_LAGGING' ? inputs.rule.severelyLaggingBelow : inputs.rule.laggingBelow;
