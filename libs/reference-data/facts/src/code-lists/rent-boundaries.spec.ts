import { calendarDate } from '@intekenboek/event-sourcing-core';
import fc from 'fast-check';

import { priceSegmentOf, priceSegmentsOn } from './priced-segments';
import { isSameDefinition, RENT_BOUNDARIES, rentBoundary, rentBoundaryOn } from './rent-boundaries';

const segmentOf = (cents: number, day: string) => priceSegmentOf(cents, calendarDate(day))?.code;

describe('a rent boundary', () => {
  it('is named by its function and its year', () => {
    expect(rentBoundary('LOW_CAP', 2025)).toEqual({
      function: 'LOW_CAP',
      year: 2025,
      definition: 'UNTIL_2025',
      nl: 'lage aftoppingsgrens 2025',
      en: 'low rent cap 2025',
      cents: 68296,
      isConfirmed: true,
      validFrom: '2025-01-01',
      validUntil: '2025-12-31',
      source: 'Rijksoverheid, Huurtoeslag en huurprijsgrenzen 2025, 18 November 2024',
    });
  });

  it.each([
    [2021, [44246, 63325, 67866, 75233]],
    [2022, [44246, 63325, 67866, 76347]],
    [2023, [45220, 64719, 69360, 80806]],
    [2024, [45447, 65043, 69707, 87966, 115795]],
    [2025, [47720, 68296, 73193, 90007, 118482]],
    [2026, [49820, 71302, 76414, 93293, 122807]],
    [2027, []],
  ])('has, in %i, its published height', (year, heights) => {
    const inOrder = ['QUALITY_DISCOUNT', 'LOW_CAP', 'HIGH_CAP', 'LIBERALISATION', 'MIDDLE_RENT_TOP'] as const;
    expect(inOrder.flatMap((kind) => rentBoundary(kind, year)?.cents ?? [])).toEqual(heights);
  });

  it('is a whole number of cents, so that no comparison hangs on a rounding', () => {
    expect(RENT_BOUNDARIES.filter(({ cents }) => !Number.isInteger(cents))).toEqual([]);
    // In euros the step from the low to the high cap of 2025 does not arrive: 682.96 + 48.97 > 731.93.
    expect(682.96 + 48.97 <= 731.93).toBe(false);
    expect(segmentOf(68296 + 4897, '2025-07-01')).toBe('TO_HIGH_CAP');
  });

  it('is not the same before and after the break of 2026, under whatever name', () => {
    const [y2024, y2025, y2026] = [2024, 2025, 2026].map((year) => rentBoundary('LIBERALISATION', year));
    if (!y2024 || !y2025 || !y2026) throw new Error('The boundaries of 2024 to 2026 are known.');
    expect(isSameDefinition(y2024, y2025)).toBe(true);
    expect(isSameDefinition(y2025, y2026)).toBe(false);
  });

  it('is marked where it is still to be read at the source', () => {
    const open = RENT_BOUNDARIES.filter(({ isConfirmed }) => !isConfirmed).map(({ nl }) => nl);
    expect(open).toEqual([
      'liberalisatiegrens 2024',
      'bovengrens middenhuur 2024',
      'hoge aftoppingsgrens 2026',
    ]);
  });

  it('holds from the day on which its law came into force', () => {
    expect(rentBoundaryOn('MIDDLE_RENT_TOP', calendarDate('2024-06-30'))).toBeUndefined();
    expect(rentBoundaryOn('MIDDLE_RENT_TOP', calendarDate('2024-07-01'))?.cents).toBe(115795);
    expect(rentBoundaryOn('MIDDLE_RENT_TOP', calendarDate('2025-01-01'))?.cents).toBe(118482);
  });

  it('lies, in every year, below the next one', () => {
    for (const year of new Set(RENT_BOUNDARIES.map((boundary) => boundary.year))) {
      const heights = RENT_BOUNDARIES.filter((boundary) => boundary.year === year).map(({ cents }) => cents);
      expect(heights).toEqual([...heights].sort((a, b) => a - b));
    }
  });
});

describe('the segment of a rent', () => {
  it('ends with its boundary: a rent that is equal to it is still within', () => {
    expect(segmentOf(68296, '2025-07-01')).toBe('TO_LOW_CAP');
    expect(segmentOf(68297, '2025-07-01')).toBe('TO_HIGH_CAP');
    expect(segmentOf(0, '2025-07-01')).toBe('TO_QUALITY_DISCOUNT');
    expect(segmentOf(118482, '2025-07-01')).toBe('MIDDLE_RENT');
    expect(segmentOf(118483, '2025-07-01')).toBe('FREE_SECTOR');
  });

  it('may be another one in another year for the same rent', () => {
    expect(segmentOf(70000, '2025-12-31')).toBe('TO_HIGH_CAP');
    expect(segmentOf(70000, '2026-01-01')).toBe('TO_LOW_CAP');
  });

  it('is not known above the liberalisation boundary while every municipality sets its own', () => {
    expect(segmentOf(87966, '2024-06-30')).toBe('TO_LIBERALISATION');
    expect(segmentOf(87967, '2024-06-30')).toBeUndefined();
    expect(segmentOf(87967, '2024-07-01')).toBe('MIDDLE_RENT');
  });

  it('is not known in a year without boundaries, and no other year stands in', () => {
    expect(priceSegmentsOn(calendarDate('2027-01-01'))).toEqual([]);
    expect(segmentOf(50000, '2027-01-01')).toBeUndefined();
  });

  it('is exactly one for every rent, since the middle segment is regulated', () => {
    const day = fc.constantFrom('2024-07-01', '2025-01-01', '2026-11-21').map(calendarDate);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), day, (cents, date) => {
        const around = priceSegmentsOn(date).filter(
          ({ above, upTo }) =>
            (above.kind !== 'BOUNDARY' || cents > above.boundary.cents) &&
            (upTo.kind !== 'BOUNDARY' || cents <= upTo.boundary.cents),
        );
        expect(around.map(({ segment }) => segment)).toEqual([priceSegmentOf(cents, date)]);
      }),
    );
  });
});
