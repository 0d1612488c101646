import { calendarDate, lastDayOf } from '@intekenboek/event-sourcing-core';

import { INHABITANTS_2026 } from '../data/inhabitants-2026.data';
import { PROFILE_ROWS } from '../data/municipality-profiles.data';
import { rejectionOf } from '../rejection.fixtures';
import { BORDERS_CHECKED_ON, bordersSince, municipalitiesOn, municipalityOn } from './municipality';
import { municipalityProfile } from './municipality-profile';
import { PROVINCES } from './province';
import { territoryCode } from './territory-code';

const WEESP = territoryCode('GM0457');
const LAND_VAN_CUIJK = territoryCode('GM1982');

const codesOn = (day: string) => municipalitiesOn(calendarDate(day)).map(({ code }) => code);

describe('the municipalities on a day', () => {
  it.each([
    ['2021-01-01', 352],
    ['2021-12-31', 352],
    ['2022-01-01', 345],
    ['2022-03-23', 345],
    ['2022-03-24', 344],
    ['2022-12-31', 344],
    ['2023-01-01', 342],
    ['2026-11-21', 342],
  ])('are, on %s, %i', (day, count) => {
    expect(new Set(codesOn(day)).size).toBe(count);
  });

  it('stand in order of their codes', () => {
    expect(codesOn('2023-01-01')).toEqual([...codesOn('2023-01-01')].sort());
  });

  it('are refused for a day before the facts begin', () => {
    expect(rejectionOf(() => codesOn('2020-12-31'))).toEqual({
      code: 'DATE_BEFORE_FACTS',
      details: { field: 'date', date: '2020-12-31', from: '2021-01-01' },
    });
  });

  it('have, after the last merger that we know, the newest borders for good', () => {
    expect(municipalitiesOn(lastDayOf(2031))).toBe(municipalitiesOn(calendarDate('2023-01-01')));
  });

  it.each([
    ['2021-12-31', '2021-01-01'],
    ['2022-01-01', '2022-01-01'],
    ['2022-03-23', '2022-01-01'],
    ['2022-07-01', '2022-03-24'],
    ['2026-11-21', '2023-01-01'],
  ])('have, on %s, had their borders since %s', (day, since) => {
    expect(bordersSince(calendarDate(day))).toBe(since);
    expect(municipalitiesOn(calendarDate(day))).toBe(municipalitiesOn(calendarDate(since)));
  });

  it('come out of the mergers as the list of 2026 has them', () => {
    const listed = PROFILE_ROWS.value.map(([code]) => code);
    expect(listed).toHaveLength(342);
    expect(municipalitiesOn(BORDERS_CHECKED_ON).map(({ code }) => code)).toEqual([...listed].sort());
    expect(INHABITANTS_2026.value.map(([code]) => code).sort()).toEqual([...listed].sort());
  });

  it('are spread over the provinces as CBS counts them', () => {
    const inProvinces = PROVINCES.map(({ code }) => [
      code,
      municipalitiesOn(calendarDate('2021-01-01')).filter(({ provinceCode }) => provinceCode === code).length,
      municipalitiesOn(BORDERS_CHECKED_ON).filter(({ provinceCode }) => provinceCode === code).length,
    ]);
    expect(inProvinces).toEqual([
      ['PV20', 10, 10],
      ['PV21', 18, 18],
      ['PV22', 12, 12],
      ['PV23', 25, 25],
      ['PV24', 6, 6],
      ['PV25', 51, 51],
      ['PV26', 26, 26],
      ['PV27', 47, 44],
      ['PV28', 52, 50],
      ['PV29', 13, 13],
      ['PV30', 61, 56],
      ['PV31', 31, 31],
    ]);
  });
});

describe('one municipality on a day', () => {
  it('is there through the day before it ends, in the middle of a year too', () => {
    expect(municipalityOn(WEESP, calendarDate('2022-03-23'))).toEqual({
      code: 'GM0457',
      name: 'Weesp',
      provinceCode: 'PV27',
      validFrom: '2021-01-01',
      validUntil: '2022-03-23',
    });
    expect(municipalityOn(WEESP, calendarDate('2022-03-24'))).toBeUndefined();
  });

  it('is there from the day of the merger that it is born of', () => {
    expect(municipalityOn(LAND_VAN_CUIJK, calendarDate('2021-12-31'))).toBeUndefined();
    expect(municipalityOn(LAND_VAN_CUIJK, calendarDate('2022-01-01'))).toEqual({
      code: 'GM1982',
      name: 'Land van Cuijk',
      provinceCode: 'PV30',
      validFrom: '2022-01-01',
      validUntil: null,
    });
  });

  it('goes on as it was when others end in it', () => {
    const amsterdam = territoryCode('GM0363');
    expect(municipalityOn(amsterdam, calendarDate('2026-01-01'))).toBe(
      municipalityOn(amsterdam, calendarDate('2021-01-01')),
    );
  });

  it('is never found under the code of a province', () => {
    expect(municipalityOn(territoryCode('PV27'), calendarDate('2026-01-01'))).toBeUndefined();
  });

  it('has a profile when it exists today, and none when it ended', () => {
    expect(municipalityProfile(territoryCode('GM0363'))).toMatchObject({
      corop: { code: 'CR23', name: 'Groot-Amsterdam' },
      careOfficeRegion: 'Amsterdam',
      landHectares: 16550,
      tile: { row: 11, column: 10 },
    });
    expect(municipalityProfile(WEESP)).toBeUndefined();
  });

  it('has a tile on the map to itself', () => {
    const tiles = PROFILE_ROWS.value.map(([, , , , row, column]) => `${row},${column}`);
    expect(new Set(tiles).size).toBe(342);
  });
});
