import { calendarDate } from '@intekenboek/event-sourcing-core';

import { INHABITANTS_2026 } from '../data/inhabitants-2026.data';
import { MUNICIPALITIES_2021 } from '../data/municipalities-2021.data';
import { rejectionOf } from '../rejection.fixtures';
import { municipalitiesOn } from './municipality';
import { POPULATION_DATES, populationEstimate, populationOn } from './population';
import { populationOfBorders } from './population-of-borders';
import { PROVINCES } from './province';
import { NATION, territoryCode } from './territory-code';

const day = calendarDate('2021-01-01');
const AMSTERDAM = territoryCode('GM0363');
const WEESP = territoryCode('GM0457');

const inBordersOf = (borders: string, code: string) =>
  populationOfBorders(calendarDate(borders), day).municipalities.find((one) => one.code === code);

describe('the population of a territory', () => {
  it('is the published number of a municipality, with its day and source', () => {
    expect(populationOn(AMSTERDAM, day)).toEqual({
      code: 'GM0363',
      inhabitants: 873338,
      date: '2021-01-01',
      isForChecks: true,
      source: MUNICIPALITIES_2021.source,
    });
  });

  it('is the sum of its municipalities for a province', () => {
    expect(PROVINCES.map(({ code }) => populationOn(code, day)?.inhabitants)).toEqual([
      586937, 651435, 494771, 1166533, 428226, 2096603, 1361153, 2888486, 3726050, 385400, 2573948, 1115873,
    ]);
  });

  it('is 17,475,415 for the nation on 1 January 2021', () => {
    expect(populationOn(NATION, day)?.inhabitants).toBe(17_475_415);
  });

  it.each(['2020-01-01', '2021-01-02', '2022-01-01', '2026-01-01'])(
    'is not known for %s, and nothing stands in for it',
    (other) => {
      expect(populationOn(AMSTERDAM, calendarDate(other))).toBeUndefined();
      expect(POPULATION_DATES).not.toContain(other);
    },
  );

  it('is not known of a municipality that did not exist on the day', () => {
    expect(populationOn(territoryCode('GM1982'), day)).toBeUndefined();
  });

  it('is marked as not for checks where its day is unknown', () => {
    expect(populationEstimate(AMSTERDAM)).toEqual({
      code: 'GM0363',
      inhabitants: 942504,
      around: 'spring 2026',
      isForChecks: false,
      source: INHABITANTS_2026.source,
    });
    expect(populationEstimate(WEESP)).toBeUndefined();
  });

  it('is estimated for every municipality of today', () => {
    const missing = municipalitiesOn(calendarDate('2026-11-21')).filter(
      ({ code }) => !populationEstimate(code),
    );
    expect(missing).toEqual([]);
  });
});

describe('the population of the borders of one day, counted on another', () => {
  it('gives a municipality that was in no merger its own inhabitants', () => {
    expect(inBordersOf('2022-07-01', 'GM0014')).toEqual({
      code: 'GM0014',
      name: 'Groningen',
      provinceCode: 'PV20',
      inhabitants: 233273,
      parts: [{ code: 'GM0014', name: 'Groningen', inhabitants: 233273 }],
    });
  });

  it('gives a municipality born of a merger the inhabitants of its parts (Huisvestingswet art. 30)', () => {
    expect(inBordersOf('2022-01-01', 'GM1982')).toMatchObject({
      name: 'Land van Cuijk',
      inhabitants: 29609 + 12486 + 11004 + 25404 + 11691,
      parts: [
        { name: 'Boxmeer', inhabitants: 29609 },
        { name: 'Grave', inhabitants: 12486 },
        { name: 'Mill en Sint Hubert', inhabitants: 11004 },
        { name: 'Cuijk', inhabitants: 25404 },
        { name: 'Sint Anthonis', inhabitants: 11691 },
      ],
    });
  });

  it('gives a municipality that grew the inhabitants of what it took in, beside its own', () => {
    expect(inBordersOf('2022-01-01', 'GM0439')).toMatchObject({
      inhabitants: 81683 + 10110,
      parts: [{ code: 'GM0370' }, { code: 'GM0439' }],
    });
  });

  it('counts Weesp for itself in the first half of 2022 and for Amsterdam in the second', () => {
    expect(inBordersOf('2022-01-01', 'GM0457')?.inhabitants).toBe(20445);
    expect(inBordersOf('2022-01-01', 'GM0363')?.inhabitants).toBe(873338);
    expect(inBordersOf('2022-07-01', 'GM0457')).toBeUndefined();
    expect(inBordersOf('2022-07-01', 'GM0363')?.inhabitants).toBe(893783);
  });

  it('names the national total, both days and the source', () => {
    expect(populationOfBorders(calendarDate('2022-07-01'), day)).toMatchObject({
      bordersOn: '2022-07-01',
      populationDate: '2021-01-01',
      nationalTotal: 17_475_415,
      source: MUNICIPALITIES_2021.source,
    });
  });

  it('is refused for a day on which nobody was counted, naming the days that are known', () => {
    const ask = () => populationOfBorders(calendarDate('2023-01-01'), calendarDate('2022-01-01'));
    expect(rejectionOf(ask)).toEqual({
      code: 'POPULATION_UNKNOWN',
      details: { populationDate: '2022-01-01', known: ['2021-01-01'] },
    });
  });

  it('is refused for borders of before the count, into which nobody can be divided', () => {
    expect(rejectionOf(() => populationOfBorders(calendarDate('2020-12-31'), day))).toEqual({
      code: 'BORDERS_BEFORE_POPULATION',
      details: { bordersOn: '2020-12-31', populationDate: '2021-01-01' },
    });
  });
});
