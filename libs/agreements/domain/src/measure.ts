/**
 * What is promised, in numbers (rule 6.2). A `BAND` is kept from `min` upwards; a `SHARE` is a percentage of a
 * denominator in words; a `MAXIMUM` is kept by staying below it; a `PROCESS_RESULT` is done or not done by the
 * deadline; an `EFFORT` (inspanning) cannot be measured and never counts to a target.
 */
export type Measure =
  | { readonly kind: 'AMOUNT'; readonly amount: number }
  | { readonly kind: 'BAND'; readonly min: number; readonly max: number }
  | { readonly kind: 'SHARE'; readonly percent: number; readonly denominator: string }
  | { readonly kind: 'MAXIMUM'; readonly amount: number }
  | { readonly kind: 'PROCESS_RESULT'; readonly result: string }
  | { readonly kind: 'EFFORT' };

export type MeasureKind = Measure['kind'];

export const isMeasurable = (measure: Measure): boolean => measure.kind !== 'EFFORT';

/** The number that year slices sum to: the whole, or the least of a band. Null where slices mean nothing. */
export function wholeOf(measure: Measure): number | null {
  switch (measure.kind) {
    case 'AMOUNT':
    case 'MAXIMUM':
      return measure.amount;
    case 'BAND':
      return measure.min;
    case 'SHARE':
    case 'PROCESS_RESULT':
    case 'EFFORT':
      return null;
  }
}
