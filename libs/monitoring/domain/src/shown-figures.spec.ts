import * as fc from 'fast-check';

import { publicTotal, shownFigures } from './shown-figures';
import {
  build,
  confirmedBy,
  MUNICIPALITY,
  on,
  reported,
  taakstelling,
  targetVerdictOn,
  verdictOn,
} from './verdict.fixtures';

const housed = (persons: number) =>
  verdictOn('2025-12-31', {
    ...build({
      reports: [reported(persons, '2025-11-30', { judgements: [confirmedBy(MUNICIPALITY, '2025-12-01')] })],
    }),
    unit: 'PERSONS',
  });

describe('what who is not a party may see of persons', () => {
  it('is nothing of a count below ten', () => {
    expect(shownFigures(housed(9), 'PUBLIC')).toMatchObject({
      goal: 40,
      expected: 20,
      realised: null,
      confirmed: null,
      disputed: null,
      ratio: null,
      forecast: null,
      isSuppressed: true,
    });
  });

  it('is hidden for nought too, so that hidden never means nought', () => {
    expect(shownFigures(housed(0), 'PUBLIC').realised).toBeNull();
  });

  it('is rounded to five from ten on, and so is what is computed from it', () => {
    expect(shownFigures(housed(10), 'PUBLIC').realised).toBe(10);
    expect(shownFigures(housed(13), 'PUBLIC')).toMatchObject({
      realised: 15,
      confirmed: 15,
      disputed: null,
      ratio: 0.75,
      forecast: { mid: 25 },
      isSuppressed: true,
    });
  });

  it('is everything for a party', () => {
    expect(shownFigures(housed(7), 'FULL')).toMatchObject({ realised: 7, isSuppressed: false });
  });

  it('is everything of a published taakstelling', () => {
    const verdict = targetVerdictOn('2022-09-30', taakstelling({ realisations: [on('2022-09-30', 3)] }));
    expect(shownFigures(verdict, 'PUBLIC')).toMatchObject({ realised: 3, isSuppressed: false });
  });

  it('is not known, and not hidden, while an authority has recorded nothing', () => {
    expect(shownFigures(targetVerdictOn('2022-09-30', taakstelling()), 'FULL')).toMatchObject({
      realised: null,
      ratio: null,
      isSuppressed: false,
    });
  });

  it('does not concern dwellings', () => {
    const verdict = verdictOn('2025-12-31', build({ reports: [reported(7, '2025-11-30')] }));
    expect(shownFigures(verdict, 'PUBLIC')).toMatchObject({ realised: 7, isSuppressed: false });
  });

  it('is nothing at all where an agreement was counted that is not public', () => {
    const verdict = verdictOn('2025-12-31', build({ reports: [reported(70, '2025-11-30')] }));
    expect(shownFigures(verdict, 'HIDDEN')).toMatchObject({
      realised: null,
      ratio: null,
      isSuppressed: true,
    });
  });
});

describe('a total of persons for who is not a party', () => {
  it('is hidden when it is small itself', () => {
    expect(publicTotal([])).toBeNull();
    expect(publicTotal([0, 0])).toBeNull();
  });

  it('is hidden when one hidden cell could be computed from it', () => {
    expect(publicTotal([100, 4])).toBeNull();
  });

  it('is hidden when the hidden cells are small together', () => {
    expect(publicTotal([100, 4, 5])).toBeNull();
  });

  it('is rounded to five otherwise', () => {
    expect(publicTotal([100, 4, 8])).toBe(110);
    expect(publicTotal([11, 12])).toBe(25);
  });

  it('never leaves the hidden cells known to lie below ten together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }), (counts) => {
        const hidden = counts.filter((count) => count > 0 && count < 10);
        const sum = hidden.reduce((total, count) => total + count, 0);
        if (publicTotal(counts) !== null && hidden.length > 0) expect(sum).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});
