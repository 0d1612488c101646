import { type CalendarDate, latest } from '@intekenboek/event-sourcing-core';
import {
  CODE_LISTS,
  FACTS_BEGIN,
  findCode,
  isTerritoryWithin,
  municipalityOn,
  ReferenceDataRejected,
  RESULT_KINDS,
  type TerritoryCode,
  territoryCode,
  territoryLevel,
  UNITS,
} from '@intekenboek/reference-data-facts';

// All that the rules of an agreement ask of the reference data. Codes are judged on the day on which the commitment
// begins: what a list says later does not change what was agreed.

/** What a measure must know of its result kind. */
export interface ResultKindFacts {
  /** Code of the unit that follows from it. */
  readonly unit: string;
  /** Counted in whole numbers. */
  readonly isWhole: boolean;
}

/** Undefined when there is no such result kind on that day. */
export function resultKindOn(code: string, day: CalendarDate): ResultKindFacts | undefined {
  const date = factsDayOf(day);
  const resultKind = findCode(RESULT_KINDS, code, date);
  if (resultKind === undefined) return undefined;
  return { unit: resultKind.unit, isWhole: findCode(UNITS, resultKind.unit, date)?.isWhole ?? false };
}

/** The lists that a commitment takes codes from, besides its result kind. */
export type ReferenceList = 'DWELLING_KINDS' | 'PRICE_SEGMENTS' | 'TARGET_GROUPS' | 'THEMES';

export const isCodeOn = (list: ReferenceList, code: string, day: CalendarDate): boolean =>
  findCode(CODE_LISTS[list], code, factsDayOf(day)) !== undefined;

/** Whether all of one territory lies in another; false when either does not exist on that day. */
export function isWithin(inner: string, outer: string, day: CalendarDate): boolean {
  const [part, whole] = [territoryOn(inner, day), territoryOn(outer, day)];
  return part !== undefined && whole !== undefined && isTerritoryWithin(part, whole, factsDayOf(day));
}

/** Undefined when there is no such territory on that day: not written as one, not yet, or no longer. */
export function territoryOn(code: string, day: CalendarDate): TerritoryCode | undefined {
  const territory = territoryEver(code);
  if (territory === undefined || territoryLevel(territory) !== 'MUNICIPALITY') return territory;
  return municipalityOn(territory, factsDayOf(day)) && territory;
}

function territoryEver(code: string): TerritoryCode | undefined {
  try {
    return territoryCode(code);
  } catch (error) {
    if (error instanceof ReferenceDataRejected) return undefined;
    throw error;
  }
}

// The facts begin in 2021: what began earlier is judged by the first facts that are known.
const factsDayOf = (day: CalendarDate): CalendarDate => latest(day, FACTS_BEGIN);
