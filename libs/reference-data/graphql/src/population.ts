import { type CalendarDate, isBefore, latest } from '@intekenboek/event-sourcing-core';
import {
  bordersSince,
  POPULATION_DATES,
  populationEstimate,
  populationOfBorders,
  type TerritoryCode,
} from '@intekenboek/reference-data-facts';

import type { MunicipalityType, PopulationType } from './territory.types';

type Counted = ReadonlyMap<TerritoryCode, PopulationType>;

const countsByBorders = new Map<string, Counted>();

/**
 * Inhabitants within the borders that the municipality was asked in, counted on a day. Null when nobody was counted
 * on that day, or when the borders are older than the count: those people cannot be divided again.
 */
export function countedPopulation(municipality: MunicipalityType, on: CalendarDate): PopulationType | null {
  const { code, bordersSince: asked } = municipality;
  if (!POPULATION_DATES.includes(on) || isBefore(asked, bordersSince(on))) return null;
  // Borders that were there before the count and had not changed by then are the borders of its day.
  return countsOf(latest(asked, on), on).get(code) ?? null;
}

/** The newest figure that is known, whatever its day; null for municipalities that have ended. */
export function newestPopulation({ code }: MunicipalityType): PopulationType | null {
  const estimate = populationEstimate(code);
  if (estimate === undefined) return null;
  const { inhabitants, isForChecks, source } = estimate;
  return { inhabitants, date: null, isForChecks, parts: [], source };
}

function countsOf(bordersOn: CalendarDate, on: CalendarDate): Counted {
  const key = `${bordersOn} ${on}`;
  const known = countsByBorders.get(key);
  if (known !== undefined) return known;
  const { municipalities, source } = populationOfBorders(bordersOn, on);
  const counted: Counted = new Map(
    municipalities.map(({ code, inhabitants, parts }) => [
      code,
      { inhabitants, date: on, isForChecks: true, parts, source },
    ]),
  );
  countsByBorders.set(key, counted);
  return counted;
}
