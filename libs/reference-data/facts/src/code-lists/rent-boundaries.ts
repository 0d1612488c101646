import { type CalendarDate, calendarDate, lastDayOf } from '@intekenboek/event-sourcing-core';

import {
  RENT_BOUNDARY_ROWS,
  type RentBoundaryFunction,
  type RentBoundaryRow,
} from '../data/rent-boundaries.data';
import { isValidOn, type Validity } from '../validity';

export type { RentBoundaryFunction } from '../data/rent-boundaries.data';

/**
 * Since 2026 a maximum rent is no longer a condition for housing benefit (huurtoeslag), so a boundary of before and
 * one of after do not say the same, whatever they are called.
 */
export type RentDefinition = 'UNTIL_2025' | 'SINCE_2026';

/** A rent boundary (huurgrens) of one year: named by what it is for and by its year, never by its name alone. */
export interface RentBoundary extends Validity {
  readonly function: RentBoundaryFunction;
  readonly year: number;
  readonly definition: RentDefinition;
  /** With its year, for example `lage aftoppingsgrens 2025`. */
  readonly nl: string;
  readonly en: string;
  /** Rent in whole euro cents a month. Rent that is equal to it is still within it. */
  readonly cents: number;
  /** False where the figure was carried over from a secondary list and is still to be read at the ministry. */
  readonly isConfirmed: boolean;
  readonly source: string;
}

const BREAK_YEAR = 2026;

const names: Readonly<Record<RentBoundaryFunction, readonly [nl: string, en: string]>> = {
  QUALITY_DISCOUNT: ['kwaliteitskortingsgrens', 'quality discount boundary'],
  LOW_CAP: ['lage aftoppingsgrens', 'low rent cap'],
  HIGH_CAP: ['hoge aftoppingsgrens', 'high rent cap'],
  LIBERALISATION: ['liberalisatiegrens', 'liberalisation boundary'],
  MIDDLE_RENT_TOP: ['bovengrens middenhuur', 'top of the middle rents'],
};

/** All boundaries that are known, in order of year and height. */
export const RENT_BOUNDARIES: readonly RentBoundary[] = RENT_BOUNDARY_ROWS.map(boundaryOf);

function boundaryOf([kind, year, from, cents, isConfirmed, source]: RentBoundaryRow): RentBoundary {
  const [nl, en] = names[kind];
  return {
    function: kind,
    year,
    definition: year < BREAK_YEAR ? 'UNTIL_2025' : 'SINCE_2026',
    nl: `${nl} ${year}`,
    en: `${en} ${year}`,
    cents,
    isConfirmed,
    validFrom: calendarDate(from),
    validUntil: lastDayOf(year),
    source,
  };
}

/** The boundary of a year, undefined where it is not known or did not exist: the top of middle rents before 2024. */
export const rentBoundary = (kind: RentBoundaryFunction, year: number): RentBoundary | undefined =>
  RENT_BOUNDARIES.find((boundary) => boundary.function === kind && boundary.year === year);

/** The boundary as it holds on a day: the top of middle rents of 2024 holds from 1 July. */
export const rentBoundaryOn = (kind: RentBoundaryFunction, date: CalendarDate): RentBoundary | undefined =>
  RENT_BOUNDARIES.find((boundary) => boundary.function === kind && isValidOn(boundary, date));

/** Whether two boundaries mean the same, so that a change between them is a change of rent and not of words. */
export const isSameDefinition = (a: RentBoundary, b: RentBoundary): boolean =>
  a.function === b.function && a.definition === b.definition;
