import { explanationOf } from './explanation';
import { shownFigures, type View } from './shown-figures';
import type { Verdict } from './verdict';
import {
  build,
  CORPORATION,
  day,
  disputedBy,
  MUNICIPALITY,
  on,
  prerequisite,
  PROVINCE,
  reported,
  taakstelling,
  targetVerdictOn,
  verdictOn,
  waitsFor,
} from './verdict.fixtures';

const NAMES: Record<string, string> = {
  [MUNICIPALITY]: 'gemeente Amsterdam',
  [PROVINCE]: 'provincie Noord-Holland',
  [CORPORATION]: 'De Alliantie',
};
const UNITS: Record<string, { nl: string; en: string }> = {
  DWELLINGS: { nl: 'woningen', en: 'dwellings' },
  PERSONS: { nl: 'personen', en: 'persons' },
  PERCENT: { nl: 'procent', en: 'percent' },
  DONE: { nl: 'gereed', en: 'done' },
};

const explained = (verdict: Verdict, view: View = 'FULL') =>
  explanationOf(verdict, shownFigures(verdict, view), {
    unit: UNITS[verdict.unit]!,
    partyName: (id) => NAMES[id] ?? id,
  });

const HALFWAY = '2025-12-31';
const halfway = (amount: number) => build({ reports: [reported(amount, '2025-11-30')] });

describe('the explanation beside a state', () => {
  it('names, for a lag, what was realised, what was expected and the threshold', () => {
    expect(explained(verdictOn(HALFWAY, halfway(12)))).toEqual({
      nl: '12 van 40 woningen; op deze dag (31 december 2025) 20 verwacht. Dat is 60 procent van wat verwacht is, minder dan 90 procent.',
      en: '12 of 40 dwellings; 20 expected on this day (31 December 2025). That is 60 percent of what is expected, less than 90 percent.',
    });
  });

  it('names the forecast with its interval', () => {
    expect(explained(verdictOn(HALFWAY, halfway(19))).nl).toContain(
      'In dit tempo 38 op 31 december 2027 (tussen 38 en 95).',
    );
  });

  it('tells what is disputed and not counted', () => {
    const reports = [
      reported(20, '2025-11-30'),
      reported(3, '2025-12-01', { judgements: [disputedBy(MUNICIPALITY, '2025-12-02')] }),
    ];
    expect(explained(verdictOn(HALFWAY, build({ reports }))).nl).toContain('3 betwist en niet meegeteld.');
  });

  it('names the day of the last figures when nothing was heard since', () => {
    const silent = build({ reports: [reported(2, '2024-10-01')] });
    expect(explained(verdictOn(HALFWAY, silent)).en).toContain(
      'The last figures are about 1 October 2024 and 456 days old; more than 200 days of silence count as no data.',
    );
    expect(explained(verdictOn(HALFWAY, build())).nl).toContain(
      'Al langer dan 200 dagen zijn er geen cijfers.',
    );
  });

  it('names who holds it up, since when, and who is at the root of it', () => {
    const building = build({ conditions: [waitsFor('land', '2025-07-01')] });
    const land = prerequisite('land', MUNICIPALITY, { conditions: [waitsFor('road', '2025-03-01')] });
    const road = prerequisite('road', PROVINCE);
    expect(explained(verdictOn('2025-06-01', building, { others: [land] })).nl).toBe(
      '0 van 40 woningen. Nog niet aan de orde: wacht op gemeente Amsterdam, die uiterlijk 1 juli 2025 moet leveren.',
    );
    expect(explained(verdictOn('2025-07-02', building, { others: [land] })).nl).toBe(
      '0 van 40 woningen; op deze dag (2 juli 2025) 15 verwacht. Opgehouden: gemeente Amsterdam moest uiterlijk 1 juli 2025 leveren en heeft dat niet gedaan.',
    );
    expect(explained(verdictOn('2025-07-02', building, { others: [land, road] })).en).toContain(
      'Held up: gemeente Amsterdam had to deliver by 1 July 2025 and did not, because provincie Noord-Holland is behind.',
    );
  });

  it('tells by how much a late delivery moved the term', () => {
    const building = build({ conditions: [waitsFor('land', '2025-07-01')] });
    const late = prerequisite('land', MUNICIPALITY, { reports: [reported(1, '2025-10-09')] });
    expect(explained(verdictOn('2025-10-09', building, { others: [late] })).nl).toContain(
      'De termijn is 100 dagen verschoven, omdat gemeente Amsterdam later leverde.',
    );
  });

  it('shows the backlog of a taakstelling beside the number', () => {
    const facts = taakstelling({
      quantities: [on('2022-04-01', 1092)],
      backlogs: [on('2022-07-01', 8)],
      realisations: [on('2022-12-31', 1000)],
    });
    expect(explained(targetVerdictOn('2023-01-01', facts)).nl).toBe(
      '1.000 van 1.100 personen, waarvan 8 achterstand. De laatste dag, 31 december 2022, is voorbij.',
    );
    const ahead = { ...facts, backlogs: [on('2022-07-01', -92)] };
    expect(explained(targetVerdictOn('2023-01-01', ahead)).en).toBe(
      '1,000 of 1,000 persons, less an advance of 92. Reached.',
    );
  });

  it('names the day of the figures that an authority recorded', () => {
    const facts = taakstelling({ realisations: [on('2022-09-30', 40)] });
    expect(explained(targetVerdictOn('2022-10-15', facts)).nl).toContain(
      '40 van 92 personen; op de dag van deze cijfers (30 september 2022) 46 verwacht.',
    );
    expect(explained(targetVerdictOn('2022-10-15', taakstelling())).en).toBe(
      'There are no figures yet; the task is 92 persons.',
    );
  });

  it('tells a number that nobody knows yet from one that is hidden', () => {
    expect(explained(targetVerdictOn('2022-06-30', taakstelling())).nl).toBe(
      'Nog onbekend aantal van 92 personen. Begint op 1 juli 2022.',
    );
  });

  it('foresees whole dwellings only', () => {
    const cap = { ...halfway(4), measure: { kind: 'MAXIMUM', amount: 10 } as const };
    const verdict = verdictOn('2025-12-30', cap);
    expect(verdict.forecast?.mid).toBe(8.01);
    expect(explained(verdict).nl).toContain('In dit tempo 8 op 31 december 2027 (tussen 8 en 20).');
  });

  it('speaks of done and not done where nothing is counted', () => {
    const plan = prerequisite('plan', MUNICIPALITY);
    expect(explained(verdictOn('2024-05-01', plan)).nl).toBe(
      'Niet als gereed gemeld. Verwacht op 1 januari 2025.',
    );
    expect(explained(verdictOn('2024-05-01', { ...plan, reports: [reported(1, '2024-04-01')] })).nl).toBe(
      'Gereed. Bereikt.',
    );
  });

  it('speaks of at most where there is a cap', () => {
    const cap = { ...halfway(11), measure: { kind: 'MAXIMUM', amount: 10 } as const };
    expect(explained(verdictOn(HALFWAY, cap)).nl).toBe(
      '11 van ten hoogste 10 woningen. Meer dan de 10 die tot nu toe mogen.',
    );
  });

  it('does not tell a hidden number', () => {
    const persons = { ...halfway(7), unit: 'PERSONS' };
    expect(explained(verdictOn(HALFWAY, persons), 'PUBLIC')).toEqual({
      nl: 'Onderdrukt aantal van 40 personen; op deze dag (31 december 2025) 20 verwacht. Dat is minder dan 60 procent.',
      en: 'A suppressed number of 40 persons; 20 expected on this day (31 December 2025). That is less than 60 percent.',
    });
  });

  it('does not tell when the last report came to someone who may not know that there was one', () => {
    const silent = build({ reports: [reported(2, '2024-10-01')] });
    expect(explained(verdictOn(HALFWAY, silent), 'HIDDEN').nl).toBe(
      'Onderdrukt aantal van 40 woningen; op deze dag (31 december 2025) 20 verwacht. Al langer dan 200 dagen zijn er geen cijfers.',
    );
  });

  it.each([
    ['2023-12-01', halfway(0)],
    ['2024-01-02', halfway(0)],
    ['2027-12-31', halfway(39)],
    ['2028-01-01', halfway(39)],
    [HALFWAY, halfway(40)],
    [HALFWAY, build({ measure: { kind: 'EFFORT' } })],
  ])('is there in both languages on %s', (asOf, facts) => {
    const { nl, en } = explained(verdictOn(asOf, facts));
    expect(nl.length).toBeGreaterThan(20);
    expect(en.length).toBeGreaterThan(20);
    expect(nl).not.toBe(en);
  });

  it('names the day on which it begins', () => {
    expect(explained(verdictOn('2023-12-01', build({ from: day('2024-01-01') }))).nl).toContain(
      'Begint op 1 januari 2024.',
    );
  });
});
