import { calendarDate } from '@intekenboek/event-sourcing-core';

import { rejectionOf } from '../rejection.fixtures';
import { PROVINCES } from './province';
import { municipalityPredecessors, municipalitySuccessors, municipalityWithAreaOf } from './succession';
import { isTerritoryWithin, territoryName } from './territory';
import { NATION, territoryCode } from './territory-code';

const GRONINGEN = territoryCode('GM0014');
const PROVINCE_OF_GRONINGEN = territoryCode('PV20');
const NOORD_HOLLAND = territoryCode('PV27');
const AMSTERDAM = territoryCode('GM0363');
const WEESP = territoryCode('GM0457');
const LAND_VAN_CUIJK = territoryCode('GM1982');

const today = calendarDate('2026-11-21');
const beforeMerger = calendarDate('2022-03-23');
const dayOfMerger = calendarDate('2022-03-24');

describe('where a municipality went', () => {
  it('is nowhere while it exists', () => {
    expect(municipalitySuccessors(AMSTERDAM)).toEqual([]);
  });

  it('names the day and the successor of one that ended', () => {
    expect(municipalitySuccessors(WEESP)).toEqual([{ on: '2022-03-24', ended: 'GM0457', into: 'GM0363' }]);
  });

  it('can be followed back to the parts', () => {
    expect(municipalityPredecessors(LAND_VAN_CUIJK).map(({ ended }) => ended)).toEqual([
      'GM0756',
      'GM0786',
      'GM0815',
      'GM1684',
      'GM1702',
    ]);
    expect(municipalityPredecessors(WEESP)).toEqual([]);
  });

  it('gives its area to the successor from the day of the merger', () => {
    expect(municipalityWithAreaOf(WEESP, beforeMerger)?.code).toBe(WEESP);
    expect(municipalityWithAreaOf(WEESP, dayOfMerger)?.code).toBe(AMSTERDAM);
    expect(municipalityWithAreaOf(LAND_VAN_CUIJK, calendarDate('2021-06-01'))).toBeUndefined();
  });
});

describe('one territory within another', () => {
  it('is every territory within the nation, and the nation within itself alone', () => {
    for (const code of [NATION, NOORD_HOLLAND, AMSTERDAM]) {
      expect(isTerritoryWithin(code, NATION, today)).toBe(true);
    }
    expect(isTerritoryWithin(NATION, NOORD_HOLLAND, today)).toBe(false);
  });

  it('is a municipality within its own province and no other', () => {
    const provincesWithAmsterdam = PROVINCES.filter(({ code }) => isTerritoryWithin(AMSTERDAM, code, today));
    expect(provincesWithAmsterdam.map(({ code }) => code)).toEqual([NOORD_HOLLAND]);
  });

  it('is not the wider within the narrower, though they share a name', () => {
    expect(isTerritoryWithin(GRONINGEN, PROVINCE_OF_GRONINGEN, today)).toBe(true);
    expect(isTerritoryWithin(PROVINCE_OF_GRONINGEN, GRONINGEN, today)).toBe(false);
    expect(isTerritoryWithin(PROVINCE_OF_GRONINGEN, NOORD_HOLLAND, today)).toBe(false);
    expect(isTerritoryWithin(PROVINCE_OF_GRONINGEN, PROVINCE_OF_GRONINGEN, today)).toBe(true);
  });

  it('is the area of a municipality that ended, within its successor and not before', () => {
    expect(isTerritoryWithin(WEESP, AMSTERDAM, beforeMerger)).toBe(false);
    expect(isTerritoryWithin(WEESP, AMSTERDAM, dayOfMerger)).toBe(true);
    expect(isTerritoryWithin(WEESP, NOORD_HOLLAND, dayOfMerger)).toBe(true);
  });

  it('is nothing within a municipality that ended, not even its own area', () => {
    expect(isTerritoryWithin(WEESP, WEESP, beforeMerger)).toBe(true);
    expect(isTerritoryWithin(WEESP, WEESP, dayOfMerger)).toBe(false);
    expect(isTerritoryWithin(AMSTERDAM, WEESP, dayOfMerger)).toBe(false);
  });

  it('is not a municipality that does not exist yet', () => {
    expect(isTerritoryWithin(LAND_VAN_CUIJK, NATION, calendarDate('2021-12-31'))).toBe(false);
    expect(isTerritoryWithin(LAND_VAN_CUIJK, NATION, calendarDate('2022-01-01'))).toBe(true);
  });

  it('is refused for a day before the facts begin', () => {
    const ask = () => isTerritoryWithin(NATION, NATION, calendarDate('2020-12-31'));
    expect(rejectionOf(ask).code).toBe('DATE_BEFORE_FACTS');
  });
});

describe('the name of a territory', () => {
  it('is the one that its code stands for, where names collide', () => {
    expect(territoryName(NATION, today)).toBe('Nederland');
    expect(territoryName(PROVINCE_OF_GRONINGEN, today)).toBe('Groningen');
    expect(territoryName(GRONINGEN, today)).toBe('Groningen');
    expect(territoryName(territoryCode('GM0373'), today)).toBe('Bergen (NH.)');
    expect(territoryName(territoryCode('GM0893'), today)).toBe('Bergen (L.)');
  });

  it('stays readable after the territory ended', () => {
    expect(territoryName(WEESP, today)).toBe('Weesp');
  });
});
