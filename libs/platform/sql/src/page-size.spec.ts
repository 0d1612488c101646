import { PageSize } from './page-size';

const after = (isServing: boolean, ...pages: readonly (readonly [goesOn: boolean, tookMs: number])[]) => {
  const size = new PageSize();
  for (const [goesOn, tookMs] of pages) size.adapt(goesOn, tookMs, isServing);
  return size.current;
};

const times = (count: number, tookMs: number) => Array.from({ length: count }, () => [true, tookMs] as const);

describe('the size of a page', () => {
  it('grows far while nobody is served', () => {
    expect(after(false, ...times(5, 900))).toBe(50_000);
  });

  it('grows while pages are quick', () => {
    expect(after(true, ...times(9, 20))).toBe(5_000);
  });

  it('shrinks when queries would wait too long', () => {
    expect(after(true, ...times(2, 20), ...times(1, 400))).toBe(1_000);
    expect(after(true, ...times(2, 20), ...times(9, 400))).toBe(500);
  });

  it('begins small again at the end of the feed', () => {
    expect(after(true, ...times(9, 20), [false, 1])).toBe(500);
  });
});
