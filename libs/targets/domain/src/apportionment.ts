import type { ApportionedPart } from './target.events';

/** A territory with what its part is computed from: inhabitants, dwellings. A whole number, not negative. */
export interface Weighted {
  readonly territory: string;
  readonly weight: number;
}

/**
 * Huisvestingswet 2014 art. 29 paragraph 1: vg × iG / iN, rounded up to a whole number. The sum exceeds the national
 * number and is never corrected: the law rounds each municipality on its own.
 */
export function statutoryCeil(
  national: number,
  nationalInhabitants: number,
  municipalities: readonly Weighted[],
): readonly ApportionedPart[] {
  return municipalities.map(({ territory, weight }) => ({
    territory,
    weight,
    quantity: ceilOfQuotient(national * weight, nationalInhabitants),
  }));
}

/**
 * Largest remainder (Hamilton): every part is the exact share rounded down, and what is left goes one by one to the
 * largest remainders, on a tie to the code that comes first. The parts sum to the whole; none is off by one or more.
 */
export function largestRemainder(
  whole: number,
  territories: readonly Weighted[],
): readonly ApportionedPart[] {
  const total = territories.reduce((sum, { weight }) => sum + weight, 0);
  const shares = territories.map(({ territory, weight }) => {
    const product = whole * weight;
    return { territory, weight, remainder: product % total, quantity: (product - (product % total)) / total };
  });
  const left = whole - shares.reduce((sum, { quantity }) => sum + quantity, 0);
  const favoured = new Set(
    [...shares]
      .sort((a, b) => b.remainder - a.remainder || (a.territory < b.territory ? -1 : 1))
      .slice(0, left)
      .map(({ territory }) => territory),
  );
  return shares.map(({ territory, weight, quantity }) => ({
    territory,
    weight,
    quantity: quantity + (favoured.has(territory) ? 1 : 0),
  }));
}

// Whole-number arithmetic below 2^53: dividing as fractions rounds some exact quotients up by one.
function ceilOfQuotient(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend)) throw new Error('The product of number and inhabitants is too large.');
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest > 0 ? 1 : 0);
}
