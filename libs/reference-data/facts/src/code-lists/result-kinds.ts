import type { CodeListEntry } from './code-list';
import { OWN_WORDS, SINCE_FACTS_BEGIN } from './sources';

/** What results are counted in (eenheid). `DONE` is for what is done or not done by a day. */
export const UNIT_CODES = [
  'DWELLINGS',
  'PERSONS',
  'PLACES',
  'PITCHES',
  'LOCATIONS',
  'PERMITS',
  'HOUSEHOLDS',
  'EURO',
  'FTE',
  'PERCENT',
  'DONE',
] as const;
export type UnitCode = (typeof UNIT_CODES)[number];

export interface Unit extends CodeListEntry {
  readonly code: UnitCode;
  /** True where half of one does not exist: dwellings, persons, and by agreement euros. */
  readonly isWhole: boolean;
}

const unitWords: Readonly<Record<UnitCode, readonly [nl: string, en: string]>> = {
  DWELLINGS: ['woningen', 'dwellings'],
  PERSONS: ['personen', 'persons'],
  PLACES: ['plekken', 'places'],
  PITCHES: ['standplaatsen', 'pitches'],
  LOCATIONS: ['locaties', 'locations'],
  PERMITS: ['vergunningen', 'permits'],
  HOUSEHOLDS: ['huishoudens', 'households'],
  EURO: ['euro', 'euros'],
  FTE: ['fte', 'full-time equivalents'],
  PERCENT: ['procent', 'percent'],
  DONE: ['gereed', 'done'],
};

export const UNITS: readonly Unit[] = UNIT_CODES.map((code) => {
  const [nl, en] = unitWords[code];
  return {
    code,
    nl,
    en,
    isWhole: code !== 'FTE' && code !== 'PERCENT',
    ...SINCE_FACTS_BEGIN,
    source: OWN_WORDS,
  };
});

/** What is measured when a result is counted (resultaatsoort). The unit follows from it. */
export interface ResultKind extends CodeListEntry {
  readonly unit: UnitCode;
  /** Counts people: a taakstelling does, and small counts of people are hidden from the public. */
  readonly countsPersons: boolean;
  /** For a share, what it is a percentage of, in Dutch; null for all others. */
  readonly shareOf: string | null;
}

type Row = readonly [code: string, nl: string, en: string, unit: UnitCode, shareOf?: string];

// 30 percent of the stock of a municipality and 30 percent of the new-build of a region are two rules with one
// number. They have two codes, so that nothing can add them up or compare them.
const rows: readonly Row[] = [
  ['DWELLINGS_DELIVERED', 'opgeleverde woningen', 'dwellings delivered', 'DWELLINGS'],
  ['DWELLINGS_ALLOCATED', 'toegewezen woningen', 'dwellings allocated', 'DWELLINGS'],
  ['CARE_PLACES', 'plekken voor zorg of begeleiding', 'places with care or guidance', 'PLACES'],
  ['PITCHES', 'standplaatsen', 'caravan pitches', 'PITCHES'],
  ['LOCATIONS_MADE_AVAILABLE', 'beschikbaar gestelde locaties', 'locations made available', 'LOCATIONS'],
  ['PERMITS_GRANTED', 'verleende vergunningen', 'permits granted', 'PERMITS'],
  ['EVICTIONS_PREVENTED', 'voorkomen huisuitzettingen', 'evictions prevented', 'HOUSEHOLDS'],
  ['EURO_INVESTED', 'geïnvesteerde euro’s', 'euros invested', 'EURO'],
  ['FTE_DEPLOYED', 'ingezette fte', 'full-time equivalents deployed', 'FTE'],
  ['ALLOCATION_SHARE', 'aandeel van de toewijzingen', 'share of allocations', 'PERCENT', 'toewijzingen'],
  ['STOCK_SHARE', 'aandeel van de voorraad', 'share of the stock', 'PERCENT', 'bestaande woningvoorraad'],
  ['NEW_BUILD_SHARE', 'aandeel van de nieuwbouw', 'share of new-build', 'PERCENT', 'nieuw gebouwde woningen'],
  ['PERSONS_HOUSED', 'gehuisveste personen', 'persons housed', 'PERSONS'],
  ['PROCESS_RESULT', 'procesresultaat', 'process result', 'DONE'],
];

export const RESULT_KINDS: readonly ResultKind[] = rows.map(([code, nl, en, unit, shareOf]) => ({
  code,
  nl,
  en,
  unit,
  countsPersons: unit === 'PERSONS',
  shareOf: shareOf ?? null,
  ...SINCE_FACTS_BEGIN,
  source: OWN_WORDS,
}));
