/** Half-year, persons, day of publication where it is known, source. A later row of one half-year revises the former. */
export type PublicationRow = readonly [
  halfYear: string,
  persons: number,
  publishedOn: string | null,
  source: string,
];

/** Permit holders to be housed in the country per half-year, as far as found. What is missing here is not known. */
// prettier-ignore
export const TAAKSTELLING_PUBLICATIONS: readonly PublicationRow[] = [
  ['2020-H2', 6500, null, 'Nederlands Dagblad'],
  ['2021-H2', 11000, null, 'Een thuis voor iedereen: adviesrapport, 8 July 2021, on refugees with a residence permit'],
  ['2022-H1', 10000, null, 'Nederlands Dagblad, April 2022'],
  ['2022-H2', 13500, '2022-04-08', 'Staatscourant of 8 April 2022'],
  ['2023-H1', 21200, '2022-09-30', 'Rijksoverheid, 30 September 2022'],
  ['2025-H1', 17700, null, 'Published before the half-year; after gemeente.nu, April 2025'],
  ['2025-H1', 15000, null, 'Revision; gemeente.nu, April 2025'],
  ['2025-H2', 13000, null, 'gemeente.nu, April 2025'],
];

/** Persons left to be housed from before, which stood beside the number of a half-year and not in it. */
export const NATIONAL_BACKLOG: readonly (readonly [halfYear: string, persons: number, source: string])[] = [
  ['2022-H1', 3728, 'Nederlands Dagblad, April 2022'],
];
