import { type CalendarDate, isBefore } from '@intekenboek/event-sourcing-core';

import { ReferenceDataRejected } from '../reference-data.errors';
import { municipalitiesOn } from './municipality';
import { type Population, POPULATION_DATES, populationOn } from './population';
import { municipalityWithAreaOf } from './succession';
import { NATION, type TerritoryCode } from './territory-code';

/** A municipality of the day of the count, inside later borders. */
export interface PopulationPart {
  readonly code: TerritoryCode;
  readonly name: string;
  /** A whole number of persons. */
  readonly inhabitants: number;
}

/** Inhabitants of a municipality within its borders of one day, counted on another. */
export interface MunicipalPopulation extends PopulationPart {
  readonly provinceCode: TerritoryCode;
  /** What it was summed from, in order of code; only itself when it took part in no merger in between. */
  readonly parts: readonly PopulationPart[];
}

/** The whole country in the borders of one day, with the inhabitants of another. */
export interface PopulationOfBorders {
  readonly bordersOn: CalendarDate;
  readonly populationDate: CalendarDate;
  /** Inhabitants of the Netherlands on the population date: iN in Huisvestingswet 2014 art. 29(1)(c). */
  readonly nationalTotal: number;
  /** In order of code. Their inhabitants are iG in art. 29(1)(b), for merged ones as in art. 30(2). */
  readonly municipalities: readonly MunicipalPopulation[];
  readonly source: string;
}

/**
 * Every municipality of the borders of one day with its inhabitants on an earlier or the same day. One that was born
 * or grew in between gets the inhabitants of its constituent parts on that day (Huisvestingswet 2014 art. 30).
 * @throws ReferenceDataRejected POPULATION_UNKNOWN or BORDERS_BEFORE_POPULATION.
 */
export function populationOfBorders(
  bordersOn: CalendarDate,
  populationDate: CalendarDate,
): PopulationOfBorders {
  const nation = requirePopulation(populationDate);
  if (isBefore(bordersOn, populationDate)) {
    throw new ReferenceDataRejected('BORDERS_BEFORE_POPULATION', { bordersOn, populationDate });
  }
  const parts = partsByMunicipality(bordersOn, populationDate);
  return {
    bordersOn,
    populationDate,
    nationalTotal: nation.inhabitants,
    municipalities: municipalitiesOn(bordersOn).map(({ code, name, provinceCode }) => {
      const own = parts.get(code) ?? [];
      const inhabitants = own.reduce((sum, part) => sum + part.inhabitants, 0);
      return { code, name, provinceCode, inhabitants, parts: own };
    }),
    source: nation.source,
  };
}

function partsByMunicipality(
  bordersOn: CalendarDate,
  populationDate: CalendarDate,
): ReadonlyMap<TerritoryCode, readonly PopulationPart[]> {
  const parts = new Map<TerritoryCode, PopulationPart[]>();
  for (const { code, name } of municipalitiesOn(populationDate)) {
    const population = populationOn(code, populationDate);
    const whole = municipalityWithAreaOf(code, bordersOn);
    if (population === undefined || whole === undefined)
      throw new Error(`${code} was not counted or is nowhere.`);
    const own = parts.get(whole.code) ?? [];
    parts.set(whole.code, [...own, { code, name, inhabitants: population.inhabitants }]);
  }
  return parts;
}

function requirePopulation(populationDate: CalendarDate): Population {
  const nation = populationOn(NATION, populationDate);
  if (nation === undefined) {
    throw new ReferenceDataRejected('POPULATION_UNKNOWN', { populationDate, known: POPULATION_DATES });
  }
  return nation;
}
