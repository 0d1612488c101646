import type { Fact } from '../fact';

/** Day, the municipality that ends, the municipality that goes on with its area, and the name of that one. */
export type MergerRow = readonly [on: string, ended: string, into: string, name: string];

/** Every municipality that ended since 1 January 2021, in order of date. Complete up to 1 January 2026. */
export const MERGER_ROWS: Fact<readonly MergerRow[]> = {
  source: 'CBS, Gemeentelijke indeling op 1 januari (2022, 2023), and the change of 24 March 2022 (Weesp)',
  // prettier-ignore
  value: [
    ['2022-01-01', 'GM0370', 'GM0439', 'Purmerend'], // Beemster
    ['2022-01-01', 'GM0398', 'GM1980', 'Dijk en Waard'], // Heerhugowaard
    ['2022-01-01', 'GM0416', 'GM1980', 'Dijk en Waard'], // Langedijk
    ['2022-01-01', 'GM0756', 'GM1982', 'Land van Cuijk'], // Boxmeer
    ['2022-01-01', 'GM0786', 'GM1982', 'Land van Cuijk'], // Grave
    ['2022-01-01', 'GM0815', 'GM1982', 'Land van Cuijk'], // Mill en Sint Hubert
    ['2022-01-01', 'GM0856', 'GM1991', 'Maashorst'], // Uden
    ['2022-01-01', 'GM1684', 'GM1982', 'Land van Cuijk'], // Cuijk
    ['2022-01-01', 'GM1685', 'GM1991', 'Maashorst'], // Landerd
    ['2022-01-01', 'GM1702', 'GM1982', 'Land van Cuijk'], // Sint Anthonis
    ['2022-03-24', 'GM0457', 'GM0363', 'Amsterdam'], // Weesp
    ['2023-01-01', 'GM0501', 'GM1992', 'Voorne aan Zee'], // Brielle
    ['2023-01-01', 'GM0530', 'GM1992', 'Voorne aan Zee'], // Hellevoetsluis
    ['2023-01-01', 'GM0614', 'GM1992', 'Voorne aan Zee'], // Westvoorne
  ],
};
