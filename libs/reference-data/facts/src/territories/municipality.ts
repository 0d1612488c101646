import { addDays, type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';

import { MERGER_ROWS } from '../data/municipal-mergers.data';
import { MUNICIPALITIES_2021 } from '../data/municipalities-2021.data';
import { FACTS_BEGIN, requireSinceFactsBegin } from '../facts-begin';
import { isValidOn, type Validity } from '../validity';
import { type TerritoryCode, territoryCode } from './territory-code';

/** A municipality (gemeente) under one name, while it exists. Its borders may have grown by a merger meanwhile. */
export interface Municipality extends Validity {
  /** GM and four digits. */
  readonly code: TerritoryCode;
  readonly name: string;
  /** PV20 to PV31. No municipality changed province since the facts begin. */
  readonly provinceCode: TerritoryCode;
}

/** One municipality that ended, and the one that goes on with its area (herindeling). */
export interface MunicipalMerger {
  /** The first day of the new borders. */
  readonly on: CalendarDate;
  readonly ended: TerritoryCode;
  readonly into: TerritoryCode;
}

/** All mergers since the facts begin, in order of date. Source: see `municipal-mergers.data.ts`. */
export const MUNICIPAL_MERGERS: readonly MunicipalMerger[] = MERGER_ROWS.value.map(([on, ended, into]) => ({
  on: calendarDate(on),
  ended: territoryCode(ended),
  into: territoryCode(into),
}));

/** The last day for which the borders were compared with a list from outside. Later days get these borders too. */
export const BORDERS_CHECKED_ON: CalendarDate = calendarDate('2026-01-01');

function lastDayOf(code: TerritoryCode): CalendarDate | null {
  const merger = MUNICIPAL_MERGERS.find(({ ended }) => ended === code);
  return merger === undefined ? null : addDays(merger.on, -1);
}

const everyMunicipality: ReadonlyMap<TerritoryCode, Municipality> = municipalitiesSinceFactsBegin();

/** The list of 2021, carried through the mergers. There is no second list that could come to disagree with it. */
function municipalitiesSinceFactsBegin(): ReadonlyMap<TerritoryCode, Municipality> {
  const municipalities = new Map<TerritoryCode, Municipality>();
  for (const [row, name, province] of MUNICIPALITIES_2021.value) {
    const code = territoryCode(row);
    const provinceCode = territoryCode(province);
    municipalities.set(code, {
      code,
      name,
      provinceCode,
      validFrom: FACTS_BEGIN,
      validUntil: lastDayOf(code),
    });
  }
  for (const [on, ended, into, name] of MERGER_ROWS.value) {
    const code = territoryCode(into);
    const part = municipalities.get(territoryCode(ended));
    if (part === undefined) throw new Error(`${ended} cannot end on ${on}: it was never there.`);
    if (municipalities.has(code)) continue;
    const { provinceCode } = part;
    const validFrom = calendarDate(on);
    municipalities.set(code, { code, name, provinceCode, validFrom, validUntil: lastDayOf(code) });
  }
  return new Map([...municipalities].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const daysOfChange = [FACTS_BEGIN, ...new Set(MUNICIPAL_MERGERS.map(({ on }) => on))];

// Four lists answer for every day, so that a query over the whole country makes none anew.
const listByDayOfChange = new Map(
  daysOfChange.map((day) => [
    day,
    Object.freeze([...everyMunicipality.values()].filter((municipality) => isValidOn(municipality, day))),
  ]),
);

/**
 * The first day of the borders that hold on a day: the same for all days between two mergers.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021.
 */
export function bordersSince(date: CalendarDate): CalendarDate {
  requireSinceFactsBegin(date);
  return daysOfChange.findLast((day) => day <= date) ?? FACTS_BEGIN;
}

/**
 * All municipalities on a day, in order of code: 352 on 1 January 2021, 342 since 1 January 2023.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021.
 */
export const municipalitiesOn = (date: CalendarDate): readonly Municipality[] =>
  listByDayOfChange.get(bordersSince(date)) ?? [];

/**
 * Undefined when there is no such municipality on that day: not yet, or no longer.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021.
 */
export function municipalityOn(code: TerritoryCode, date: CalendarDate): Municipality | undefined {
  requireSinceFactsBegin(date);
  const municipality = everyMunicipality.get(code);
  return municipality !== undefined && isValidOn(municipality, date) ? municipality : undefined;
}

/** As it is, was or will be called, on whatever day. Undefined for any code that is not a municipality's. */
export const municipalityOfAnyDay = (code: TerritoryCode): Municipality | undefined =>
  everyMunicipality.get(code);
