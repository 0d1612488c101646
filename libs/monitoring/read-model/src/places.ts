import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import {
  FACTS_BEGIN,
  municipalityOfAnyDay,
  municipalityWithAreaOf,
  NATION,
  ReferenceDataRejected,
  type TerritoryCode,
  territoryCode,
} from '@intekenboek/reference-data-facts';

/** A code of the facts; null for a territory that they do not know, which then lies nowhere. */
function knownTerritory(text: string): TerritoryCode | null {
  try {
    return territoryCode(text);
  } catch (error) {
    if (error instanceof ReferenceDataRejected) return null;
    throw error;
  }
}

/** PV…; null for the whole country. */
export function provinceCodeOf(territory: string): string | null {
  if (territory.startsWith('PV')) return territory;
  const code = knownTerritory(territory);
  return code === null ? null : (municipalityOfAnyDay(code)?.provinceCode ?? null);
}

/** Which days the facts can answer for: the borders of 1 January 2021 stand in for all days before. */
const dayOfFacts = (day: CalendarDate): CalendarDate => (day < FACTS_BEGIN ? FACTS_BEGIN : day);

/** The municipality that has this area on a day; the code itself for a province, the country and what is unknown. */
export function placeOn(territory: string, day: CalendarDate): string {
  const code = territory.startsWith('GM') ? knownTerritory(territory) : null;
  return code === null ? territory : (municipalityWithAreaOf(code, dayOfFacts(day))?.code ?? territory);
}

/** All territories in which this one lies on a day: itself, its province, the country. */
export function placesAround(territory: string, day: CalendarDate): readonly string[] {
  const place = placeOn(territory, day);
  return [...new Set([place, provinceCodeOf(place) ?? NATION, NATION])];
}
