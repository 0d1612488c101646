import type { Fact } from '../fact';

/** The 12 provinces: code, name, row and column on the tile map. */
export const PROVINCE_ROWS: Fact<
  readonly (readonly [code: string, name: string, tileRow: number, tileColumn: number])[]
> = {
  source: 'CBS, Gebieden in Nederland (StatLine 86059NED); tile positions made for this project',
  // prettier-ignore
  value: [
    ['PV20', 'Groningen', 0, 3],
    ['PV21', 'Fryslân', 0, 2],
    ['PV22', 'Drenthe', 1, 3],
    ['PV23', 'Overijssel', 2, 3],
    ['PV24', 'Flevoland', 1, 2],
    ['PV25', 'Gelderland', 2, 2],
    ['PV26', 'Utrecht', 2, 1],
    ['PV27', 'Noord-Holland', 1, 1],
    ['PV28', 'Zuid-Holland', 2, 0],
    ['PV29', 'Zeeland', 3, 0],
    ['PV30', 'Noord-Brabant', 3, 1],
    ['PV31', 'Limburg', 3, 2],
  ],
};
