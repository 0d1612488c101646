import { addDays } from '@intekenboek/event-sourcing-core';

import {
  on,
  build,
  confirmedBy,
  day,
  disputedBy,
  id,
  MUNICIPALITY,
  reported,
  RULE,
  taakstelling,
  targetVerdictOn,
  TENANTS,
} from './verdict.fixtures';

// 92 persons in 184 days: 46 are expected at the end of 30 September 2022.
const HALFWAY = '2022-09-30';

describe('judging the part of a taakstelling', () => {
  it('follows a straight line within the half-year, counted in persons', () => {
    const facts = taakstelling({ realisations: [on('2022-09-30', 46)] });
    expect(targetVerdictOn(HALFWAY, facts)).toMatchObject({
      subject: { kind: 'TARGET', targetId: 'taakstelling-2022-H2', territory: 'GM0363' },
      state: 'ON_TRACK',
      goal: 92,
      expected: 46,
      realised: 46,
      confirmed: 46,
      unit: 'PERSONS',
      route: 'STATUTORY',
      halfYear: '2022-H2',
      debtorId: MUNICIPALITY,
    });
  });

  it('expects exactly one person every second day', () => {
    for (let n = 0; n < 184; n += 1) {
      const { expected } = targetVerdictOn(addDays(day('2022-07-01'), n), taakstelling());
      expect(expected).toBe(Math.floor((n + 1) / 2));
    }
  });

  it('asks for the backlog beside the number and shows it apart', () => {
    const facts = taakstelling({ backlogs: [on('2022-07-01', 8)], realisations: [on('2022-09-30', 46)] });
    expect(targetVerdictOn(HALFWAY, facts)).toMatchObject({ goal: 100, backlog: 8, expected: 50 });
    expect(targetVerdictOn(HALFWAY, facts).inputs.judged.quantities).toEqual([on('2022-04-01', 92)]);
  });

  it('asks for less after an advance, and never for less than nothing', () => {
    const ahead = (backlog: number) => taakstelling({ backlogs: [on('2022-07-01', backlog)] });
    expect(targetVerdictOn(HALFWAY, ahead(-12))).toMatchObject({ goal: 80, backlog: -12 });
    expect(targetVerdictOn(HALFWAY, ahead(-100))).toMatchObject({ goal: 0, state: 'FULFILLED', ratio: null });
  });

  it('takes the last record up to the day, and of two up to one day the later one', () => {
    const facts = taakstelling({
      realisations: [on('2022-08-31', 20), on('2022-09-30', 40), on('2022-09-30', 44), on('2022-10-31', 60)],
    });
    expect(targetVerdictOn(HALFWAY, facts)).toMatchObject({ realised: 44, dataAgeDays: 0 });
  });

  it('is fulfilled or missed on the measuring day', () => {
    const housed = (persons: number) => taakstelling({ realisations: [on('2022-12-31', persons)] });
    expect(targetVerdictOn('2023-01-01', housed(92)).state).toBe('FULFILLED');
    expect(targetVerdictOn('2023-01-01', housed(91)).state).toBe('MISSED');
    expect(targetVerdictOn('2022-12-31', housed(91)).state).toBe('AT_RISK');
  });

  it('is not missed while the figures of the whole half-year are not in: they are those of an authority', () => {
    const facts = taakstelling({ realisations: [on('2022-11-30', 60)] });
    expect(targetVerdictOn('2023-01-01', facts)).toMatchObject({
      state: 'NO_DATA',
      reason: 'FIGURES_INCOMPLETE',
    });
  });

  it('has no data when nothing was recorded for longer than the term of silence', () => {
    const rule = { ...RULE, noDataAfterDays: 60 };
    const august = taakstelling({ realisations: [on('2022-08-01', 4)] });
    expect(targetVerdictOn('2022-09-30', august, { rule }).state).toBe('SEVERELY_LAGGING');
    expect(targetVerdictOn('2022-10-01', august, { rule })).toMatchObject({
      state: 'NO_DATA',
      reason: 'SILENT',
    });
  });

  it('has no data, and lags by nothing, while nothing was recorded at all', () => {
    expect(targetVerdictOn('2022-07-01', taakstelling()).state).toBe('NOT_DUE');
    expect(targetVerdictOn('2022-07-02', taakstelling())).toMatchObject({
      state: 'NO_DATA',
      reason: 'NO_FIGURES',
    });
    const patient = { ...RULE, minimumDays: 30, keepDays: 30 };
    const known = taakstelling({ realisations: [on('2022-09-30', 46)] });
    expect(targetVerdictOn('2022-09-30', known, { rule: patient }).state).toBe('ON_TRACK');
  });

  it('is held against what was expected on the day of the figures, because figures come late', () => {
    const september = taakstelling({ realisations: [on('2022-09-30', 46)] });
    expect(targetVerdictOn('2022-10-31', september)).toMatchObject({
      state: 'ON_TRACK',
      expected: 46,
      expectedOn: '2022-09-30',
      ratio: 1,
      forecast: { mid: 92 },
      dataAgeDays: 31,
    });
    const half = taakstelling({ realisations: [on('2022-09-30', 23)] });
    const patient = { ...RULE, minimumDays: 30, keepDays: 30 };
    expect(targetVerdictOn('2022-10-28', half, { rule: patient }).state).toBe('AT_RISK');
    expect(targetVerdictOn('2022-10-29', half, { rule: patient }).state).toBe('SEVERELY_LAGGING');
  });

  it('judges by the number of the day: a revision holds from the day it was made', () => {
    const revised = taakstelling({
      quantities: [on('2022-04-01', 92), on('2022-10-01', 46)],
      realisations: [on('2022-09-30', 20)],
    });
    expect(targetVerdictOn(HALFWAY, revised)).toMatchObject({ goal: 92, expected: 46 });
    expect(targetVerdictOn('2022-10-01', revised)).toMatchObject({ goal: 46, expected: 23 });
    expect(targetVerdictOn('2022-10-01', revised, { knownOn: '2022-09-30' }).goal).toBe(92);
  });

  it('is not due before the half-year, whenever it was published', () => {
    expect(targetVerdictOn('2022-06-30', taakstelling()).state).toBe('NOT_DUE');
  });
});

describe('judging a target that commitments realise', () => {
  const first = { ...build(), commitmentId: id('first') };
  const target = (reports = [reported(5, '2022-08-01')]) =>
    taakstelling({
      realisedBy: 'COMMITMENTS',
      unit: 'DWELLINGS',
      route: 'AGREED',
      halfYear: null,
      contributions: [
        { commitmentId: first.commitmentId, inForceFrom: day('2022-01-01'), reports },
        { commitmentId: id('second'), inForceFrom: day('2022-09-01'), reports: [reported(40, '2022-08-20')] },
      ],
    });

  it('adds up what counts towards it, from the day it binds', () => {
    expect(targetVerdictOn('2022-08-31', target()).realised).toBe(5);
    expect(targetVerdictOn('2022-09-01', target()).realised).toBe(45);
  });

  it('keeps confirmed and disputed apart', () => {
    const reports = [
      reported(5, '2022-08-01', { judgements: [confirmedBy(MUNICIPALITY, '2022-08-10')] }),
      reported(3, '2022-08-02', { judgements: [disputedBy(TENANTS, '2022-08-10')] }),
    ];
    expect(targetVerdictOn('2022-08-31', target(reports))).toMatchObject({
      realised: 5,
      confirmed: 5,
      disputed: 3,
    });
  });

  it('is missed after its last day, also when nothing was told', () => {
    expect(targetVerdictOn('2023-01-01', target([])).state).toBe('MISSED');
  });

  it('goes along the milestones of the whole, in proportion', () => {
    const milestones = [
      { on: day('2022-09-30'), cumulative: 800 },
      { on: day('2022-12-31'), cumulative: 1000 },
    ];
    const part = taakstelling({ ...target(), milestones, quantities: [on('2022-04-01', 50)] });
    expect(targetVerdictOn(HALFWAY, part)).toMatchObject({ goal: 50, expected: 40 });
  });
});

describe('judging a target for a share', () => {
  const share = (levels: readonly (readonly [string, number])[]) =>
    taakstelling({
      unit: 'PERCENT',
      quantities: [on('2022-04-01', 30)],
      realisations: levels.map(([when, level]) => on(when, level)),
    });

  it('expects the share on the last day only, unless milestones say otherwise', () => {
    expect(targetVerdictOn(HALFWAY, share([['2022-08-01', 31]]))).toMatchObject({
      state: 'NOT_DUE',
      expected: 0,
    });
    expect(targetVerdictOn(HALFWAY, share([['2022-08-01', 29]])).state).toBe('AT_RISK');
    expect(targetVerdictOn('2023-01-01', share([['2022-12-31', 30]])).state).toBe('FULFILLED');
  });
});
