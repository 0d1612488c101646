import { addDays, calendarDate } from '@intekenboek/event-sourcing-core';

import { isValidOn } from '../validity';
import { type CodeListEntry, codesOn, findCode } from './code-list';
import { CODE_LIST_NAMES, CODE_LISTS } from './code-lists';
import { DWELLING_KINDS } from './dwelling-kinds';
import { PRICE_SEGMENTS } from './price-segments';
import { RESULT_KINDS, UNITS } from './result-kinds';
import { TARGET_GROUPS } from './target-groups';
import { THEMES } from './themes';

const today = calendarDate('2026-11-21');
const codesOf = (list: readonly CodeListEntry[]) => list.map(({ code }) => code);

describe('every code list', () => {
  it.each(CODE_LIST_NAMES)('%s has words in both languages and a source for each code', (name) => {
    for (const { code, nl, en, source } of CODE_LISTS[name]) {
      expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
      expect([nl, en, source].filter((text) => text.trim() === '')).toEqual([]);
    }
  });

  it.each(CODE_LIST_NAMES)('%s never holds one code twice on one day', (name) => {
    const daysOfChange = CODE_LISTS[name].flatMap(({ validFrom, validUntil }) =>
      validUntil === null ? [validFrom] : [validFrom, validUntil, addDays(validUntil, 1)],
    );
    for (const day of [...daysOfChange, today]) {
      const codes = codesOf(codesOn(CODE_LISTS[name], day));
      expect(codes).toEqual([...new Set(codes)]);
    }
  });

  it.each(CODE_LIST_NAMES)('%s can be chosen from today', (name) => {
    expect(codesOn(CODE_LISTS[name], today).length).toBeGreaterThan(5);
  });
});

describe('a code on a day', () => {
  const entry = (nl: string, from: string, until: string | null): CodeListEntry => ({
    code: 'CHANGED',
    nl,
    en: nl,
    validFrom: calendarDate(from),
    validUntil: until === null ? null : calendarDate(until),
    source: 'this spec',
  });
  const list = [entry('old', '2021-01-01', '2024-06-30'), entry('new', '2024-07-01', null)];

  it('reads as it was called on that day', () => {
    expect(findCode(list, 'CHANGED', calendarDate('2024-06-30'))?.nl).toBe('old');
    expect(findCode(list, 'CHANGED', calendarDate('2024-07-01'))?.nl).toBe('new');
  });

  it('is not found before it is valid, and not under another name', () => {
    expect(findCode(list, 'CHANGED', calendarDate('2020-12-31'))).toBeUndefined();
    expect(findCode(list, 'changed', today)).toBeUndefined();
  });

  it('holds on the last day of its validity too', () => {
    const [old] = list;
    expect(old && isValidOn(old, calendarDate('2024-06-30'))).toBe(true);
    expect(old && isValidOn(old, calendarDate('2024-07-01'))).toBe(false);
  });
});

describe('target groups', () => {
  it('are the nine of the report', () => {
    expect(TARGET_GROUPS.filter(({ kind }) => kind === 'GROUP').map(({ nl }) => nl)).toEqual([
      'arbeidsmigranten',
      'dak- en thuisloze mensen',
      'ouderen',
      'sociaal urgenten en dreigend daklozen',
      'medisch urgenten en rolstoelafhankelijken',
      'statushouders',
      'studenten',
      'uitstroom uit een intramurale situatie',
      'woonwagenbewoners',
    ]);
  });

  it('have sub-groups whose parent is one of the nine', () => {
    const subGroups = TARGET_GROUPS.filter(({ parentCode }) => parentCode !== null);
    expect(subGroups.map(({ kind, parentCode }) => `${kind} of ${parentCode}`)).toEqual(
      Array(5).fill('SUB_GROUP of LEAVING_INSTITUTION'),
    );
    expect(findCode(TARGET_GROUPS, 'LEAVING_INSTITUTION', today)?.kind).toBe('GROUP');
  });

  it('are crossed by young adults and by regular home seekers', () => {
    const crossing = TARGET_GROUPS.filter(({ kind }) => kind === 'CROSS_CUTTING');
    expect(codesOf(crossing)).toEqual(['YOUNG_ADULTS_18_23', 'REGULAR_HOME_SEEKERS']);
  });
});

describe('themes', () => {
  it('are seven', () => {
    expect(codesOf(THEMES)).toEqual([
      'PREVENTION',
      'MORE_SUPPLY',
      'FINANCE_AND_REGULATION',
      'RESILIENT_NEIGHBOURHOOD',
      'YOUNG_ADULTS_18_23',
      'BALANCED_DISTRIBUTION',
      'HOUSING_CARE_WORK',
    ]);
  });
});

describe('result kinds', () => {
  it('have one unit each, and every unit has a use', () => {
    expect(RESULT_KINDS.map(({ code, unit }) => `${code} in ${unit}`)).toEqual([
      'DWELLINGS_DELIVERED in DWELLINGS',
      'DWELLINGS_ALLOCATED in DWELLINGS',
      'CARE_PLACES in PLACES',
      'PITCHES in PITCHES',
      'LOCATIONS_MADE_AVAILABLE in LOCATIONS',
      'PERMITS_GRANTED in PERMITS',
      'EVICTIONS_PREVENTED in HOUSEHOLDS',
      'EURO_INVESTED in EURO',
      'FTE_DEPLOYED in FTE',
      'ALLOCATION_SHARE in PERCENT',
      'STOCK_SHARE in PERCENT',
      'NEW_BUILD_SHARE in PERCENT',
      'PERSONS_HOUSED in PERSONS',
      'PROCESS_RESULT in DONE',
    ]);
    expect(new Set(RESULT_KINDS.map(({ unit }) => unit))).toEqual(new Set(codesOf(UNITS)));
  });

  it('count persons in one case only: a taakstelling counts persons and not dwellings', () => {
    expect(codesOf(RESULT_KINDS.filter(({ countsPersons }) => countsPersons))).toEqual(['PERSONS_HOUSED']);
  });

  it('keep a share of the stock apart from a share of new-build', () => {
    const shareOf = (code: string) => findCode(RESULT_KINDS, code, today)?.shareOf;
    expect(shareOf('STOCK_SHARE')).toBe('bestaande woningvoorraad');
    expect(shareOf('NEW_BUILD_SHARE')).toBe('nieuw gebouwde woningen');
  });

  it('say of every share what it is a percentage of, and of nothing else', () => {
    for (const { unit, shareOf } of RESULT_KINDS) expect(shareOf !== null).toBe(unit === 'PERCENT');
  });

  it('are counted in halves only where a half exists', () => {
    expect(codesOf(UNITS.filter(({ isWhole }) => !isWhole))).toEqual(['FTE', 'PERCENT']);
  });
});

describe('dwelling kinds', () => {
  it('tell a form of dwelling from the way it comes to be there', () => {
    const withAspect = (aspect: string) => codesOf(DWELLING_KINDS.filter((kind) => kind.aspect === aspect));
    expect(withAspect('FORM')).toHaveLength(9);
    expect(withAspect('ORIGIN')).toEqual([
      'NEW_BUILD',
      'TRANSFORMATION',
      'SPLITTING_OR_TOPPING_UP',
      'EXISTING_STOCK',
    ]);
  });
});

describe('price segments', () => {
  it('are six on every day, from cheap to dear', () => {
    for (const day of ['2021-01-01', '2024-06-30', '2024-07-01', '2025-12-31', '2026-01-01']) {
      expect(codesOf(codesOn(PRICE_SEGMENTS, calendarDate(day)))).toEqual([
        'TO_QUALITY_DISCOUNT',
        'TO_LOW_CAP',
        'TO_HIGH_CAP',
        'TO_LIBERALISATION',
        'MIDDLE_RENT',
        'FREE_SECTOR',
      ]);
    }
  });

  it('change their meaning under one code when the definitions break in 2026', () => {
    expect(findCode(PRICE_SEGMENTS, 'TO_LIBERALISATION', calendarDate('2025-12-31'))?.nl).toContain(
      'huurtoeslag',
    );
    expect(findCode(PRICE_SEGMENTS, 'TO_LIBERALISATION', calendarDate('2026-01-01'))?.nl).toContain('DAEB');
  });
});
