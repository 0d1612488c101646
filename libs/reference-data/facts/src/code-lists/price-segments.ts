import { addDays, type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';

import type { Validity } from '../validity';
import type { CodeListEntry } from './code-list';
import type { RentBoundaryFunction } from './rent-boundaries';
import { OWN_WORDS, SINCE_FACTS_BEGIN } from './sources';

/** An end of a segment: where, without an end, or left to each municipality because no national rule sets it. */
export type SegmentEndRule = RentBoundaryFunction | 'NONE' | 'SET_LOCALLY';

/** A class of rents (prijssegment), named by the boundaries between which it lies. The amounts follow from the year. */
export interface PriceSegment extends CodeListEntry {
  /** Rents in the segment are above this. */
  readonly above: SegmentEndRule;
  /** Rents in the segment are at most this. */
  readonly upTo: SegmentEndRule;
}

const MIDDLE_RENT_REGULATED = calendarDate('2024-07-01');
const DEFINITIONS_BREAK = calendarDate('2026-01-01');

const before = (day: CalendarDate): Validity => ({ ...SINCE_FACTS_BEGIN, validUntil: addDays(day, -1) });
const from = (day: CalendarDate): Validity => ({ validFrom: day, validUntil: null });

const LAW_ON_AFFORDABLE_RENT = 'Wet betaalbare huur, in force on 1 July 2024';
const LAW_ON_HOUSING_BENEFIT = 'Wet op de huurtoeslag, as it stands since 1 January 2026';

type Row = readonly [
  code: string,
  nl: string,
  en: string,
  ends: readonly [SegmentEndRule, SegmentEndRule],
  Validity,
  source?: string,
];

const toLiberalisation: readonly [SegmentEndRule, SegmentEndRule] = ['HIGH_CAP', 'LIBERALISATION'];

const rows: readonly Row[] = [
  [
    'TO_QUALITY_DISCOUNT',
    'tot de kwaliteitskortingsgrens',
    'up to the quality discount boundary',
    ['NONE', 'QUALITY_DISCOUNT'],
    SINCE_FACTS_BEGIN,
  ],
  [
    'TO_LOW_CAP',
    'tot de lage aftoppingsgrens',
    'up to the low rent cap',
    ['QUALITY_DISCOUNT', 'LOW_CAP'],
    SINCE_FACTS_BEGIN,
  ],
  [
    'TO_HIGH_CAP',
    'tot de hoge aftoppingsgrens',
    'up to the high rent cap',
    ['LOW_CAP', 'HIGH_CAP'],
    SINCE_FACTS_BEGIN,
  ],
  [
    'TO_LIBERALISATION',
    'tot de liberalisatiegrens (ook de grens van de huurtoeslag)',
    'up to the liberalisation boundary (also that of housing benefit)',
    toLiberalisation,
    before(DEFINITIONS_BREAK),
  ],
  [
    'TO_LIBERALISATION',
    'tot de liberalisatiegrens (DAEB-grens)',
    'up to the liberalisation boundary (that of social housing)',
    toLiberalisation,
    from(DEFINITIONS_BREAK),
    LAW_ON_HOUSING_BENEFIT,
  ],
  [
    'MIDDLE_RENT',
    'middenhuur (grens per gemeente)',
    'middle rent (boundary set by the municipality)',
    ['LIBERALISATION', 'SET_LOCALLY'],
    before(MIDDLE_RENT_REGULATED),
  ],
  [
    'MIDDLE_RENT',
    'middenhuur (tot en met 186 punten)',
    'middle rent (up to 186 points)',
    ['LIBERALISATION', 'MIDDLE_RENT_TOP'],
    from(MIDDLE_RENT_REGULATED),
    LAW_ON_AFFORDABLE_RENT,
  ],
  ['FREE_SECTOR', 'vrije sector', 'free sector', ['SET_LOCALLY', 'NONE'], before(MIDDLE_RENT_REGULATED)],
  [
    'FREE_SECTOR',
    'vrije sector',
    'free sector',
    ['MIDDLE_RENT_TOP', 'NONE'],
    from(MIDDLE_RENT_REGULATED),
    LAW_ON_AFFORDABLE_RENT,
  ],
];

/** Six segments, from cheap to dear. A code goes on where its meaning changes, under a new line with a new validity. */
export const PRICE_SEGMENTS: readonly PriceSegment[] = rows.map(
  ([code, nl, en, [above, upTo], validity, source]) => ({
    code,
    nl,
    en,
    above,
    upTo,
    ...validity,
    source: source ?? OWN_WORDS,
  }),
);
