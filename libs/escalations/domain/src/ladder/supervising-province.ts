import { municipalityOfAnyDay, territoryCode, territoryLevel } from '@intekenboek/reference-data-facts';

/**
 * The province (PV..) that supervises a territory, itself for a province, null for the whole country.
 * @throws ReferenceDataRejected for a code that is none.
 */
export function supervisingProvince(territory: string): string | null {
  const code = territoryCode(territory);
  return territoryLevel(code) === 'PROVINCE' ? code : (municipalityOfAnyDay(code)?.provinceCode ?? null);
}
