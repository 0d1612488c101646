import { PROVINCE_ROWS } from '../data/provinces.data';
import { type TerritoryCode, territoryCode } from './territory-code';
import type { Tile } from './tile';

/** A province (provincie). Their codes and names have not changed since the facts begin. */
export interface Province {
  /** PV20 to PV31. */
  readonly code: TerritoryCode;
  readonly name: string;
  readonly tile: Tile;
}

/** The 12 provinces in order of code. Source: see `provinces.data.ts`. */
export const PROVINCES: readonly Province[] = PROVINCE_ROWS.value.map(([code, name, row, column]) => ({
  code: territoryCode(code),
  name,
  tile: { row, column },
}));

const byCode = new Map(PROVINCES.map((province) => [province.code, province]));

/** Undefined for any code that is not a province's. */
export const provinceOf = (code: TerritoryCode): Province | undefined => byCode.get(code);
