/** Which rule a boundary serves. The name that the law gives it may change from year to year; this does not. */
export type RentBoundaryFunction =
  /** Kwaliteitskortingsgrens: below it housing benefit makes up the rent in full. */
  | 'QUALITY_DISCOUNT'
  /** Lage aftoppingsgrens: the cap for households of one or two. */
  | 'LOW_CAP'
  /** Hoge aftoppingsgrens: the cap for households of three or more. */
  | 'HIGH_CAP'
  /** Liberalisatiegrens: above it a dwelling is not social housing. */
  | 'LIBERALISATION'
  /** The top of the regulated middle segment (middenhuur, 186 points), since 1 July 2024. */
  | 'MIDDLE_RENT_TOP';

/** Function, year, first day in that year, euro cents a month, whether it needs no further check, source. */
export type RentBoundaryRow = readonly [
  function: RentBoundaryFunction,
  year: number,
  from: string,
  cents: number,
  isConfirmed: boolean,
  source: string,
];

const VALUES_2021 = 'Corporatiestrateeg, Huurprijsklassen 2021; the report of 8 July 2021 names 442.46';
const VALUES_2022 = 'Corporatiestrateeg, Huurprijsklassen 2022';
const VALUES_2023 = 'Corporatiestrateeg, Huurprijsklassen 2023';
const LAW_2024 = 'Wet op de huurtoeslag art. 20, text of 2024';
const VALUES_2025 = 'Rijksoverheid, Huurtoeslag en huurprijsgrenzen 2025, 18 November 2024';
const VALUES_2026 = 'Rijksoverheid, Indexering inkomensgrenzen en huurprijsgrenzen 2026, 25 November 2025';

/** Rent boundaries in euro cents a month, each with its source. Cents, because 0.1 euro is not a number to a computer. */
// prettier-ignore
export const RENT_BOUNDARY_ROWS: readonly RentBoundaryRow[] = [
  ['QUALITY_DISCOUNT', 2021, '2021-01-01', 44246, true, VALUES_2021],
  ['LOW_CAP', 2021, '2021-01-01', 63325, true, VALUES_2021],
  ['HIGH_CAP', 2021, '2021-01-01', 67866, true, VALUES_2021],
  ['LIBERALISATION', 2021, '2021-01-01', 75233, true, VALUES_2021],
  ['QUALITY_DISCOUNT', 2022, '2022-01-01', 44246, true, VALUES_2022],
  ['LOW_CAP', 2022, '2022-01-01', 63325, true, VALUES_2022],
  ['HIGH_CAP', 2022, '2022-01-01', 67866, true, VALUES_2022],
  ['LIBERALISATION', 2022, '2022-01-01', 76347, true, VALUES_2022],
  ['QUALITY_DISCOUNT', 2023, '2023-01-01', 45220, true, VALUES_2023],
  ['LOW_CAP', 2023, '2023-01-01', 64719, true, VALUES_2023],
  ['HIGH_CAP', 2023, '2023-01-01', 69360, true, VALUES_2023],
  ['LIBERALISATION', 2023, '2023-01-01', 80806, true, VALUES_2023],
  ['QUALITY_DISCOUNT', 2024, '2024-01-01', 45447, true, LAW_2024],
  ['LOW_CAP', 2024, '2024-01-01', 65043, true, LAW_2024],
  ['HIGH_CAP', 2024, '2024-01-01', 69707, true, LAW_2024],
  ['LIBERALISATION', 2024, '2024-01-01', 87966, false, 'Hielkema & co, after Rijksoverheid of 1 December 2023'],
  ['MIDDLE_RENT_TOP', 2024, '2024-07-01', 115795, false, 'Wet betaalbare huur, 186 points, 1 July 2024; to be read at the source'],
  ['QUALITY_DISCOUNT', 2025, '2025-01-01', 47720, true, VALUES_2025],
  ['LOW_CAP', 2025, '2025-01-01', 68296, true, VALUES_2025],
  ['HIGH_CAP', 2025, '2025-01-01', 73193, true, VALUES_2025],
  ['LIBERALISATION', 2025, '2025-01-01', 90007, true, VALUES_2025],
  ['MIDDLE_RENT_TOP', 2025, '2025-01-01', 118482, true, VALUES_2025],
  ['QUALITY_DISCOUNT', 2026, '2026-01-01', 49820, true, VALUES_2026],
  ['LOW_CAP', 2026, '2026-01-01', 71302, true, VALUES_2026],
  ['HIGH_CAP', 2026, '2026-01-01', 76414, false, 'Secondary lists of the rent boundaries of 2026; to be read at the source'],
  ['LIBERALISATION', 2026, '2026-01-01', 93293, true, VALUES_2026],
  ['MIDDLE_RENT_TOP', 2026, '2026-01-01', 122807, true, 'Huurcommissie, maximum rents of 2026, 186 points'],
];
