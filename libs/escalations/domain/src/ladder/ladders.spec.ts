import { calendarDate } from '@intekenboek/event-sourcing-core';

import { AGREED_LADDERS } from './agreed-ladders.data';
import { INSTRUMENTS } from './ladder';
import { agreedLadderOn, ladderById, statutoryLadderOn } from './ladders';
import { placementPolicyOf, proposedRung } from './proposed-rung';
import { RESPONSE_REASONS, responseReasonOn } from './response-reasons.data';
import { STATUTORY_LADDERS } from './statutory-ladders.data';
import { supervisingProvince } from './supervising-province';

const TODAY = calendarDate('2026-11-20');

describe('the agreed ladder', () => {
  const { rungs } = agreedLadderOn(TODAY);

  it('goes from the parties among themselves to the national table', () => {
    expect(rungs.map(({ number, decides }) => [number, decides])).toEqual([
      [1, 'CREDITORS'],
      [2, 'MUNICIPALITY'],
      [3, 'PROVINCE'],
      [4, 'NATIONAL_PROGRAMME'],
    ]);
  });

  it('moves up on silence, except at the national table', () => {
    expect(rungs.map(({ onSilence }) => onSilence)).toEqual(['MOVES_UP', 'MOVES_UP', 'MOVES_UP', 'STAYS']);
  });

  it('knows the norm percentage as the last resort only', () => {
    const withNorm = rungs.filter(({ instruments }) => instruments.includes('NORM_PERCENTAGE'));
    expect(withNorm.map(({ number }) => number)).toEqual([4]);
    expect(new Set(rungs.flatMap(({ instruments }) => instruments))).toEqual(new Set(INSTRUMENTS));
  });
});

describe('the statutory ladder', () => {
  it('has the six steps of the general framework', () => {
    const { rungs } = statutoryLadderOn(TODAY);
    expect(rungs.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('publishes the intention and the decision (Gemeentewet art. 124)', () => {
    const published = statutoryLadderOn(TODAY).rungs.filter(({ publication }) => publication !== 'NONE');
    expect(published.map(({ number }) => number)).toEqual([4, 5]);
  });
});

describe('ladders as data', () => {
  it('are found under the name a case was raised with', () => {
    for (const ladder of [...AGREED_LADDERS, ...STATUTORY_LADDERS]) {
      expect(ladderById(ladder.ladderId)).toBe(ladder);
    }
    expect(ladderById('none')).toBeUndefined();
  });

  it('have no hole and no overlap from where the facts begin', () => {
    for (const ladders of [AGREED_LADDERS, STATUTORY_LADDERS]) {
      expect(ladders[0]!.validFrom).toBe('2021-01-01');
      ladders.forEach(({ validUntil }, index) => {
        expect(validUntil).toBe(ladders[index + 1]?.validFrom ?? null);
      });
    }
    expect(() => agreedLadderOn(calendarDate('2020-12-31'))).toThrow('No ladder is valid');
  });
});

describe('the rung to propose', () => {
  const rungs = (province: string, previous: number | null) =>
    [0, 1, 2, 3, 4, 5].map((missed) => proposedRung(placementPolicyOf(province, TODAY), missed, previous));

  it('is a letter after one miss and talks after two in Groningen', () => {
    expect(rungs('PV20', 2)).toEqual([null, 2, 3, 3, 3, 3]);
  });

  it('is the advance notice after four misses in a row in Zuid-Holland, when the talks went before', () => {
    expect(rungs('PV28', 3)).toEqual([null, 2, 3, 3, 4, 4]);
  });

  it('is never more than one above the last placement, and signalling goes without saying', () => {
    expect(rungs('PV28', null)).toEqual([null, 2, 2, 2, 2, 2]);
  });

  it('follows the general criteria in provinces whose policy is not entered', () => {
    expect(placementPolicyOf('PV27', TODAY).province).toBeNull();
    expect(rungs('PV27', 3)).toEqual([null, 2, 3, 3, 4, 4]);
  });
});

describe('reasons in comply-or-explain', () => {
  it('have a code of their own and a name in both languages', () => {
    const codes = RESPONSE_REASONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { nameNl, nameEn } of RESPONSE_REASONS) expect([nameNl, nameEn]).not.toContain('');
  });

  it('can be given only while they are valid', () => {
    expect(responseReasonOn('STAFF', TODAY)?.nameNl).toBe('Te weinig personeel');
    expect(responseReasonOn('STAFF', calendarDate('2020-12-31'))).toBeUndefined();
    expect(responseReasonOn('WEATHER', TODAY)).toBeUndefined();
  });
});

describe('the province that supervises', () => {
  it('is that of the municipality, itself for a province, and none for the country', () => {
    expect(supervisingProvince('GM0363')).toBe('PV27');
    expect(supervisingProvince('PV20')).toBe('PV20');
    expect(supervisingProvince('NL')).toBeNull();
  });

  it('is known for a municipality that ended', () => {
    expect(supervisingProvince('GM0457')).toBe('PV27');
  });
});
