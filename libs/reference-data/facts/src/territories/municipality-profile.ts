import { COROP_REGIONS } from '../data/corop-regions.data';
import { PROFILE_ROWS, type ProfileRow } from '../data/municipality-profiles.data';
import { type TerritoryCode, territoryCode } from './territory-code';
import type { Tile } from './tile';

/** Where a municipality of 2026 belongs. Those that ended before have no profile. */
export interface MunicipalityProfile {
  readonly code: TerritoryCode;
  /** CBS region for statistics (COROP-gebied): CR01 to CR40. */
  readonly corop: { readonly code: string; readonly name: string };
  /** Region of the office that buys long-term care (zorgkantoorregio), by name. */
  readonly careOfficeRegion: string;
  /** Land without water, in whole hectares. */
  readonly landHectares: number;
  readonly tile: Tile;
  readonly source: string;
}

const coropNames = new Map(COROP_REGIONS.value);

const profiles = new Map(
  PROFILE_ROWS.value.map((row) => {
    const profile = profileOf(row);
    return [profile.code, profile];
  }),
);

function profileOf([
  code,
  corop,
  careOfficeRegion,
  landHectares,
  row,
  column,
]: ProfileRow): MunicipalityProfile {
  const coropName = coropNames.get(corop);
  if (coropName === undefined) throw new Error(`${corop} of ${code} is not a COROP region.`);
  return {
    code: territoryCode(code),
    corop: { code: corop, name: coropName },
    careOfficeRegion,
    landHectares,
    tile: { row, column },
    source: PROFILE_ROWS.source,
  };
}

/** The profile of a municipality that exists since 2023; undefined for those that ended, and for other territories. */
export const municipalityProfile = (code: TerritoryCode): MunicipalityProfile | undefined =>
  profiles.get(code);
