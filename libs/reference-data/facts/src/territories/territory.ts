import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import { requireSinceFactsBegin } from '../facts-begin';
import { municipalityOfAnyDay } from './municipality';
import { provinceOf } from './province';
import { municipalityWithAreaOf } from './succession';
import { NATION, type TerritoryCode, territoryLevel } from './territory-code';

/**
 * The name under which a territory is read on a day. History stays readable: one that ended keeps its last name.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021.
 */
export function territoryName(code: TerritoryCode, date: CalendarDate): string {
  requireSinceFactsBegin(date);
  if (code === NATION) return 'Nederland';
  // No province or municipality was renamed since the facts begin; a renaming would make `date` choose.
  return (provinceOf(code) ?? municipalityOfAnyDay(code))?.name ?? code;
}

/**
 * Whether all of `inner` lies in `outer` on a day; a territory lies within itself. The area of a municipality that
 * ended lies within its successor; one that does not exist yet lies nowhere, and nothing lies within one that ended.
 * @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021.
 */
export function isTerritoryWithin(inner: TerritoryCode, outer: TerritoryCode, date: CalendarDate): boolean {
  requireSinceFactsBegin(date);
  switch (territoryLevel(inner)) {
    case 'NATION':
      return outer === NATION;
    case 'PROVINCE':
      return outer === NATION || outer === inner;
    case 'MUNICIPALITY': {
      const municipality = municipalityWithAreaOf(inner, date);
      if (municipality === undefined) return false;
      return outer === NATION || outer === municipality.provinceCode || outer === municipality.code;
    }
  }
}
