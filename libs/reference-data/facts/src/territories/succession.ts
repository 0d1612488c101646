import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import { type Municipality, MUNICIPAL_MERGERS, type MunicipalMerger, municipalityOn } from './municipality';
import type { TerritoryCode } from './territory-code';

/**
 * The mergers that the area of a municipality went through since its own end, in order of date; the last one names
 * the municipality that has it now. Empty while the municipality exists.
 */
export function municipalitySuccessors(code: TerritoryCode): readonly MunicipalMerger[] {
  const merger = MUNICIPAL_MERGERS.find(({ ended }) => ended === code);
  return merger === undefined ? [] : [merger, ...municipalitySuccessors(merger.into)];
}

/** The mergers by which other municipalities ended in this one, in order of date. */
export const municipalityPredecessors = (code: TerritoryCode): readonly MunicipalMerger[] =>
  MUNICIPAL_MERGERS.filter(({ into }) => into === code);

/**
 * The municipality that has the area of this one on a day: itself while it exists, afterwards its successor.
 * Undefined before it exists, and for any code that is not a municipality's.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021.
 */
export function municipalityWithAreaOf(code: TerritoryCode, date: CalendarDate): Municipality | undefined {
  const successor = municipalitySuccessors(code).findLast(({ on }) => on <= date)?.into;
  return municipalityOn(successor ?? code, date);
}
