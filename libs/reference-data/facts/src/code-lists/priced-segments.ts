import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import { codesOn } from './code-list';
import { PRICE_SEGMENTS, type PriceSegment, type SegmentEndRule } from './price-segments';
import { type RentBoundary, rentBoundaryOn } from './rent-boundaries';

/** Where a segment ends, in euro cents of one year. */
export type SegmentEnd =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'SET_LOCALLY' }
  | { readonly kind: 'BOUNDARY'; readonly boundary: RentBoundary };

/** A segment with the amounts that hold on a day. */
export interface PricedSegment {
  readonly segment: PriceSegment;
  readonly above: SegmentEnd;
  readonly upTo: SegmentEnd;
}

/** All segments with their amounts on a day; none at all for a year whose boundaries are not known. */
export function priceSegmentsOn(date: CalendarDate): readonly PricedSegment[] {
  return codesOn(PRICE_SEGMENTS, date).flatMap((segment) => {
    const above = endOn(segment.above, date);
    const upTo = endOn(segment.upTo, date);
    return above === undefined || upTo === undefined ? [] : [{ segment, above, upTo }];
  });
}

/**
 * The segment of a rent in euro cents a month on a day. Undefined where no national rule decides: above the
 * liberalisation boundary before 1 July 2024, and in years whose boundaries are not known.
 */
export const priceSegmentOf = (rentCents: number, date: CalendarDate): PriceSegment | undefined =>
  priceSegmentsOn(date).find(({ above, upTo }) => isAbove(rentCents, above) && !isBeyond(rentCents, upTo))
    ?.segment;

function endOn(rule: SegmentEndRule, date: CalendarDate): SegmentEnd | undefined {
  if (rule === 'NONE' || rule === 'SET_LOCALLY') return { kind: rule };
  const boundary = rentBoundaryOn(rule, date);
  return boundary === undefined ? undefined : { kind: 'BOUNDARY', boundary };
}

const isAbove = (cents: number, end: SegmentEnd): boolean =>
  end.kind === 'BOUNDARY' ? cents > end.boundary.cents : end.kind === 'NONE';

const isBeyond = (cents: number, end: SegmentEnd): boolean =>
  end.kind === 'BOUNDARY' ? cents > end.boundary.cents : end.kind === 'SET_LOCALLY';
