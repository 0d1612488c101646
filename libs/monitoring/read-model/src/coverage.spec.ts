import { type Coverage, coverageView, totalCoverage } from './coverage';

const cell = (shown: number | null, ...counts: readonly number[]) => ({ shown, counts });

/** Persons promised in a municipality, as someone sees it who is not a party. */
const persons = (asked: number, shown: number | null, ...counts: readonly number[]): Coverage => {
  const all = cell(shown, ...counts);
  const cells = {
    committed: all,
    conditionsMet: all,
    conditionsOpen: cell(0),
    realised: all,
    forecast: all,
  };
  return { asked, isProtected: true, commitments: counts.length, cells };
};
const committed = (...parts: readonly Coverage[]) => coverageView(totalCoverage(parts)).committed;

describe('coverage of several territories together', () => {
  it('adds up what was asked, promised and not promised', () => {
    expect(
      coverageView(totalCoverage([persons(50, 20, 20), persons(50, 30, 30), persons(10, 0)])),
    ).toMatchObject({
      commitments: 2,
      committed: 50,
      conditionsMet: 50,
      conditionsOpen: 0,
      uncovered: 60,
      isSuppressed: true,
    });
  });

  it('hides the total when one part of it is hidden, because the others would tell it', () => {
    expect(committed(persons(50, 30, 5, 6, 20), persons(50, null, 100, 4))).toBeNull();
    expect(coverageView(totalCoverage([persons(50, 100, 100), persons(50, null, 4)])).uncovered).toBeNull();
  });

  it('shows it, rounded, when several hidden parts are not small together', () => {
    expect(committed(persons(50, 100, 100), persons(50, null, 8), persons(50, null, 9))).toBe(115);
  });

  it('hides it when the hidden parts are small together', () => {
    expect(committed(persons(50, 100, 100), persons(50, null, 4), persons(50, null, 3))).toBeNull();
  });

  it('is of nobody where nothing is promised, and hides nothing', () => {
    expect(coverageView(totalCoverage([persons(50, 0), persons(50, 0)]))).toMatchObject({
      committed: 0,
      uncovered: 100,
      isSuppressed: false,
    });
  });
});

describe('the part of a promise that waits', () => {
  it('is not told apart when it is small, because the sum and the other part would tell it', () => {
    const cells = {
      committed: cell(60, 56, 4),
      conditionsMet: cell(55, 56),
      conditionsOpen: cell(null, 4),
      realised: cell(null),
      forecast: cell(null),
    };
    expect(coverageView({ asked: 100, isProtected: true, commitments: 2, cells })).toMatchObject({
      committed: 60,
      conditionsMet: null,
      conditionsOpen: null,
      uncovered: 40,
    });
  });
});
