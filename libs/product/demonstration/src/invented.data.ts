/**
 * What the demonstration invents. Municipalities, provinces and mergers are real and come from the reference data;
 * corporations, tenants' and care parties and all figures of agreements are made up, and say so in their name.
 */

/** Code of a real municipality, and how its invented promises go. */
export interface InventedPlace {
  readonly municipality: string;
  /** Indexes in `CORPORATIONS`. */
  readonly corporations: readonly number[];
  /** Dwellings promised in the long agreement, over all corporations. */
  readonly dwellings: number;
  /** How far deliveries come of what is expected: 1 is on track. */
  readonly pace: number;
  /** Whether the municipality makes its land available in time. */
  readonly isLandLate: boolean;
}

export const CORPORATIONS: readonly string[] = [
  'Woonstichting De Meidoorn',
  'Woningbouwvereniging Het Baken',
  'Woonstichting De Zwaluw',
  'Woongroep De Lindeboom',
  'Woningstichting De Korenbloem',
  'Stichting Wonen aan de Singel',
  'Woonstichting Het Kompas',
  'Woningbouwvereniging De Hazelaar',
  'Woonstichting De Grutto',
  'Woongroep Het Veerhuis',
  'Woningstichting De IJsvogel',
  'Woonstichting De Esdoorn',
  'Stichting Studentenwonen De Zolder',
  'Woonstichting De Torenvalk',
  'Woningbouwvereniging De Dotterbloem',
  'Woongroep Tussen de Dijken',
  'Woonstichting De Sleedoorn',
  'Woningstichting De Zandloper',
  'Stichting Ouderenwonen Het Prieel',
  'Woonstichting De Watermolen',
];

export const CARE_PROVIDERS: readonly string[] = [
  'Zorggroep De Brug',
  'Stichting Beschermd Thuis De Haven',
  'Opvang en Begeleiding Het Portiek',
  'Thuiszorg De Rozelaar',
];

export const CARE_OFFICES: readonly string[] = [
  'Zorgkantoor Noord',
  'Zorgkantoor Midden',
  'Zorgkantoor Zuid',
];

export const PLACES: readonly InventedPlace[] = [
  { municipality: 'GM0363', corporations: [0, 1, 2, 5], dwellings: 4_800, pace: 0.97, isLandLate: false },
  {
    municipality: 'GM0394',
    corporations: [0, 2, 12, 18, 13],
    dwellings: 1_600,
    pace: 0.62,
    isLandLate: true,
  },
  { municipality: 'GM1980', corporations: [1, 7], dwellings: 640, pace: 1.05, isLandLate: false },
  { municipality: 'GM0344', corporations: [3, 5, 12], dwellings: 2_400, pace: 0.88, isLandLate: false },
  { municipality: 'GM1581', corporations: [3, 7, 18], dwellings: 210, pace: 0.45, isLandLate: true },
  { municipality: 'GM0957', corporations: [9, 11], dwellings: 320, pace: 1.02, isLandLate: false },
  { municipality: 'GM0503', corporations: [4, 12], dwellings: 540, pace: 0.71, isLandLate: false },
  { municipality: 'GM0599', corporations: [4, 6, 13, 16], dwellings: 3_600, pace: 0.8, isLandLate: true },
  { municipality: 'GM0518', corporations: [4, 6, 14], dwellings: 2_800, pace: 0.94, isLandLate: false },
  { municipality: 'GM0546', corporations: [12, 14], dwellings: 480, pace: 0.3, isLandLate: false },
  { municipality: 'GM0014', corporations: [8, 10, 12], dwellings: 1_240, pace: 1.0, isLandLate: false },
  { municipality: 'GM0080', corporations: [8, 15], dwellings: 520, pace: 0.9, isLandLate: false },
  { municipality: 'GM0106', corporations: [8, 10], dwellings: 300, pace: 0.55, isLandLate: true },
  { municipality: 'GM0114', corporations: [10, 15], dwellings: 280, pace: 1.1, isLandLate: false },
  { municipality: 'GM0193', corporations: [7, 15], dwellings: 720, pace: 0.86, isLandLate: false },
  { municipality: 'GM0153', corporations: [7, 11], dwellings: 600, pace: 0.96, isLandLate: false },
  { municipality: 'GM0034', corporations: [2, 16], dwellings: 2_000, pace: 0.74, isLandLate: true },
  { municipality: 'GM0995', corporations: [16, 18], dwellings: 560, pace: 1.0, isLandLate: false },
  { municipality: 'GM0202', corporations: [9, 11, 12], dwellings: 900, pace: 0.83, isLandLate: false },
  { municipality: 'GM0268', corporations: [9, 17], dwellings: 1_040, pace: 0.99, isLandLate: false },
  { municipality: 'GM0200', corporations: [7, 17], dwellings: 760, pace: 0.68, isLandLate: false },
  { municipality: 'GM0687', corporations: [13, 19], dwellings: 240, pace: 0.25, isLandLate: true },
  { municipality: 'GM0664', corporations: [19, 18], dwellings: 160, pace: 1.0, isLandLate: false },
  { municipality: 'GM0772', corporations: [17, 19, 12], dwellings: 1_480, pace: 0.91, isLandLate: false },
  { municipality: 'GM0855', corporations: [17, 9], dwellings: 1_120, pace: 0.77, isLandLate: false },
  { municipality: 'GM0758', corporations: [19, 16], dwellings: 960, pace: 1.03, isLandLate: false },
  { municipality: 'GM0935', corporations: [11, 9], dwellings: 440, pace: 0.6, isLandLate: false },
];

/** Provinces whose invented regional deals the demonstration signs. */
export const REGIONAL_DEALS: readonly string[] = ['PV26', 'PV27', 'PV28', 'PV30'];

export const INVENTED = '(demo)';
export const INVENTED_SOURCE = 'Demonstratie: verzonnen cijfer';
