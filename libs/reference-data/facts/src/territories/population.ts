import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import { INHABITANTS_2026 } from '../data/inhabitants-2026.data';
import { MUNICIPALITIES_2021 } from '../data/municipalities-2021.data';
import { FACTS_BEGIN } from '../facts-begin';
import { NATION, type TerritoryCode, territoryCode } from './territory-code';

/** How many people live in a territory on a day, as published. Good enough to check a taakstelling against. */
export interface Population {
  readonly code: TerritoryCode;
  /** A whole number of persons. */
  readonly inhabitants: number;
  readonly date: CalendarDate;
  readonly isForChecks: true;
  readonly source: string;
}

/** How many people live in a municipality at about a time. To show, never to check or to apportion with. */
export interface PopulationEstimate {
  readonly code: TerritoryCode;
  /** A whole number of persons. */
  readonly inhabitants: number;
  /** In words, because no day is known. */
  readonly around: string;
  readonly isForChecks: false;
  readonly source: string;
}

/** The days for which inhabitants are known, in order. So far one: 1 January 2021. */
export const POPULATION_DATES: readonly CalendarDate[] = [FACTS_BEGIN];

const counted2021 = populationsOf2021();

function populationsOf2021(): ReadonlyMap<TerritoryCode, Population> {
  const inhabitants = new Map<TerritoryCode, number>();
  for (const [municipality, , province, counted] of MUNICIPALITIES_2021.value) {
    for (const code of [territoryCode(municipality), territoryCode(province), NATION]) {
      inhabitants.set(code, (inhabitants.get(code) ?? 0) + counted);
    }
  }
  const known = { date: FACTS_BEGIN, isForChecks: true, source: MUNICIPALITIES_2021.source } as const;
  return new Map([...inhabitants].map(([code, sum]) => [code, { code, inhabitants: sum, ...known }]));
}

const estimates: ReadonlyMap<TerritoryCode, PopulationEstimate> = new Map(
  INHABITANTS_2026.value.map(([municipality, inhabitants]) => {
    const code = territoryCode(municipality);
    const { source } = INHABITANTS_2026;
    return [code, { code, inhabitants, around: 'spring 2026', isForChecks: false, source }];
  }),
);

/**
 * Inhabitants of a municipality, a province or the nation on a day. Undefined for a day that is not in
 * `POPULATION_DATES` and for a municipality that did not exist on it: nothing stands in for what is not known.
 */
export const populationOn = (code: TerritoryCode, date: CalendarDate): Population | undefined =>
  date === FACTS_BEGIN ? counted2021.get(code) : undefined;

/** The newest figure that we have of a municipality, of spring 2026. Undefined for all other territories. */
export const populationEstimate = (code: TerritoryCode): PopulationEstimate | undefined =>
  estimates.get(code);
