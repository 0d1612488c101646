import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import {
  bordersSince,
  municipalitiesOn,
  type Municipality,
  municipalitySuccessors,
  provinceOf,
  PROVINCES,
  type TerritoryCode,
} from '@intekenboek/reference-data-facts';

import type { MunicipalityType, ProvinceType } from './territory.types';

const listsByBorders = new Map<CalendarDate, readonly MunicipalityType[]>();

/** All provinces, in order of code. */
export const provinceTypes = (): readonly ProvinceType[] => PROVINCES;

/** Null for any code that is not a province's. */
export const provinceType = (code: TerritoryCode): ProvinceType | null => provinceOf(code) ?? null;

/**
 * All municipalities as they are on a day, in order of code. The same objects for every day between two mergers, so
 * that a question about the whole country makes none.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021.
 */
export function municipalityTypesOn(date: CalendarDate): readonly MunicipalityType[] {
  const since = bordersSince(date);
  const known = listsByBorders.get(since);
  if (known !== undefined) return known;
  const list = municipalitiesOn(since).map((municipality) => typeOf(municipality, since));
  listsByBorders.set(since, list);
  return list;
}

/**
 * A municipality as it is on a day; null when there is none with that code then.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021.
 */
export const municipalityTypeOn = (code: TerritoryCode, date: CalendarDate): MunicipalityType | null =>
  municipalityTypesOn(date).find((municipality) => municipality.code === code) ?? null;

function typeOf(municipality: Municipality, since: CalendarDate): MunicipalityType {
  const { code, name, provinceCode, validFrom, validUntil } = municipality;
  const province = provinceOf(provinceCode);
  if (province === undefined) throw new Error(`${provinceCode} of ${code} is not a province.`);
  const successorCode = municipalitySuccessors(code).at(0)?.into ?? null;
  return { code, name, provinceCode, province, validFrom, validUntil, successorCode, bordersSince: since };
}
