import { PageSize } from './page-size';

const after = (isServing: boolean, ...pages: readonly (readonly [events: number, tookMs: number])[]) => {
  const size = new PageSize();
  for (const [events, tookMs] of pages) size.adapt(events, tookMs, isServing);
  return size.current;
};

describe('the size of a page', () => {
  it('grows far while nobody is served', () => {
    expect(after(false, [500, 900], [2_000, 900], [8_000, 900], [32_000, 900])).toBe(50_000);
  });

  it('grows while pages are quick', () => {
    expect(after(true, [500, 10], [1_000, 20], [2_000, 40], [4_000, 80], [5_000, 90])).toBe(5_000);
  });

  it('shrinks when queries would wait too long', () => {
    expect(after(true, [500, 10], [1_000, 400], [500, 400])).toBe(500);
  });

  it('begins small again at the end of the feed', () => {
    expect(after(true, [500, 10], [1_000, 10], [3, 1])).toBe(500);
  });
});
