import type { Fact } from '../fact';

/** The years for which the royal decrees below are complete, the first and the last. */
export const DECREES_COVER = [2023, 2028] as const;

/** Days that royal decrees put on a par with public holidays for terms (Algemene termijnenwet art. 3(3)). */
export const EQUATED_DAYS: Fact<readonly string[]> = {
  source:
    'Besluit gelijkstelling van 28 april 2023 e.a. and Besluit gelijkstelling van 2 januari 2026 e.a. met een algemeen erkende feestdag (Staatscourant)',
  value: [
    '2023-04-28',
    '2023-05-19',
    '2024-05-10',
    '2024-12-27',
    '2025-05-30',
    '2026-01-02',
    '2026-05-15',
    '2027-05-07',
    '2028-04-28',
    '2028-05-26',
  ],
};
