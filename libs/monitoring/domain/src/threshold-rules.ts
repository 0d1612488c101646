import { calendarDate } from '@intekenboek/event-sourcing-core';

import type { ThresholdRule } from './threshold-rule';

const OWN_RULE = 'own rule of this product, to be set by the programme';
// Before every agreement and taakstelling that the product can hold.
const FROM_THE_START = calendarDate('2000-01-01');

/**
 * Agreed commitments and targets are reported every half-year at the least, so silence starts after that and some
 * weeks for collecting figures. A taakstelling has figures every month and is measured within one half-year, so its
 * terms are shorter.
 */
export const THRESHOLD_RULES: readonly ThresholdRule[] = [
  {
    version: 'agreed-1',
    programme: 'AGREED',
    validFrom: FROM_THE_START,
    validUntil: null,
    laggingBelow: 0.9,
    severelyLaggingBelow: 0.6,
    noDataAfterDays: 200,
    minimumDays: 30,
    keepDays: 30,
    source: OWN_RULE,
  },
  {
    version: 'taakstelling-1',
    programme: 'TAAKSTELLING',
    validFrom: FROM_THE_START,
    validUntil: null,
    laggingBelow: 0.9,
    severelyLaggingBelow: 0.5,
    noDataAfterDays: 75,
    minimumDays: 30,
    keepDays: 14,
    source: OWN_RULE,
  },
];
