import fc from 'fast-check';

import { largestRemainder, statutoryCeil } from './apportionment';

const weights = fc
  .array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 60 })
  .map((list) => list.map((weight, index) => ({ territory: `GM${String(index).padStart(4, '0')}`, weight })));
const totalOf = (parts: readonly { weight: number }[]) => parts.reduce((sum, { weight }) => sum + weight, 0);
const sumOf = (parts: readonly { quantity: number }[]) =>
  parts.reduce((sum, { quantity }) => sum + quantity, 0);

describe('the statutory apportionment (Huisvestingswet art. 29)', () => {
  it('rounds every municipality up', () => {
    const parts = statutoryCeil(100, 1_000, [
      { territory: 'GM0001', weight: 11 },
      { territory: 'GM0002', weight: 989 },
    ]);
    expect(parts.map(({ quantity }) => quantity)).toEqual([2, 99]);
  });

  it('leaves an exact part as it is', () => {
    const parts = statutoryCeil(21_200, 17_475_415, [{ territory: 'NL', weight: 17_475_415 }]);
    expect(sumOf(parts)).toBe(21_200);
  });

  it('never gives less than the exact part, nor one more than it', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 50_000 }), (territories, national) => {
        const total = totalOf(territories);
        for (const { weight, quantity } of statutoryCeil(national, total, territories)) {
          const [exact, divisor] = [BigInt(national) * BigInt(weight ?? 0), BigInt(total)];
          expect(BigInt(quantity) * divisor >= exact).toBe(true);
          expect((BigInt(quantity) - 1n) * divisor < exact).toBe(true);
        }
      }),
    );
  });

  it('gives a sum above the national number, by less than one per municipality', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 50_000 }), (territories, national) => {
        const sum = sumOf(statutoryCeil(national, totalOf(territories), territories));
        expect(sum).toBeGreaterThanOrEqual(national);
        expect(sum).toBeLessThan(national + territories.length);
      }),
    );
  });
});

describe('the apportionment by largest remainder', () => {
  it('gives parts that sum exactly to the whole and are off by less than one', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 1_000_000 }), (territories, whole) => {
        const parts = largestRemainder(whole, territories);
        expect(sumOf(parts)).toBe(whole);
        for (const { weight, quantity } of parts) {
          expect(Math.abs(quantity - (whole * (weight ?? 0)) / totalOf(territories))).toBeLessThan(1);
        }
      }),
    );
  });

  it('gives a tie to the code that comes first, in whatever order the territories come', () => {
    const territories = ['GM0003', 'GM0001', 'GM0002'].map((territory) => ({ territory, weight: 1 }));
    const favoured = largestRemainder(4, territories).filter(({ quantity }) => quantity === 2);
    expect(favoured.map(({ territory }) => territory)).toEqual(['GM0001']);
  });
});
