import type { Brand } from '@intekenboek/event-sourcing-core';

import { MERGER_ROWS } from '../data/municipal-mergers.data';
import { MUNICIPALITIES_2021 } from '../data/municipalities-2021.data';
import { PROVINCE_ROWS } from '../data/provinces.data';
import { ReferenceDataRejected } from '../reference-data.errors';

/**
 * Which piece of the country: `NL`, a province (`PV27`) or a municipality (`GM0363`). Always text with its leading
 * zeros. Names collide and codes do not: GM0014 and PV20 are both called Groningen.
 */
export type TerritoryCode = Brand<string, 'TerritoryCode'>;

/** How far a territory reaches: the country (Rijk), a province (provincie) or a municipality (gemeente). */
export const TERRITORY_LEVELS = ['NATION', 'PROVINCE', 'MUNICIPALITY'] as const;
export type TerritoryLevel = (typeof TERRITORY_LEVELS)[number];

const EXPECTED = 'NL, PV and two digits (PV27), or GM and four digits with leading zeros (GM0363)';

const known: ReadonlySet<string> = new Set([
  'NL',
  ...PROVINCE_ROWS.value.map(([code]) => code),
  ...MUNICIPALITIES_2021.value.map(([code]) => code),
  ...MERGER_ROWS.value.map(([, , into]) => into),
]);

/**
 * The code of a territory that exists or existed since 1 January 2021.
 * @throws ReferenceDataRejected TERRITORY_CODE_INVALID or TERRITORY_UNKNOWN; both say what is expected.
 */
export function territoryCode(text: string): TerritoryCode {
  const named = { field: 'territory', text: String(text).slice(0, 40) };
  if (typeof text !== 'string' || !/^(NL|PV\d{2}|GM\d{4})$/.test(text)) {
    throw new ReferenceDataRejected('TERRITORY_CODE_INVALID', { ...named, expected: EXPECTED });
  }
  if (!known.has(text)) {
    throw new ReferenceDataRejected('TERRITORY_UNKNOWN', {
      ...named,
      expected: 'a municipality that existed on 1 January 2021 or later, one of PV20 to PV31, or NL',
    });
  }
  return text as TerritoryCode;
}

/** The whole country. */
export const NATION: TerritoryCode = territoryCode('NL');

export function territoryLevel(code: TerritoryCode): TerritoryLevel {
  if (code === NATION) return 'NATION';
  return code.startsWith('PV') ? 'PROVINCE' : 'MUNICIPALITY';
}
