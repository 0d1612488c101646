import {
  MUNICIPALITY,
  build,
  confirmedBy,
  day,
  disputedBy,
  reported,
  RULE,
  TENANTS,
  verdictOn,
} from './verdict.fixtures';

// On 31 December 2025 half of the term has passed: 20 of 40 dwellings are expected.
const HALFWAY = '2025-12-31';
const halfway = (amount: number) => build({ reports: [reported(amount, '2025-11-30')] });

describe('judging a commitment', () => {
  it.each([
    [24, 'ON_TRACK', 'ON_PATH'],
    [20, 'ON_TRACK', 'ON_PATH'],
    [19, 'AT_RISK', 'FORECAST_MISSES'],
    [18, 'AT_RISK', 'FORECAST_MISSES'],
    [17, 'LAGGING', 'BEHIND'],
    [12, 'LAGGING', 'BEHIND'],
    [11, 'SEVERELY_LAGGING', 'BEHIND'],
    [0, 'SEVERELY_LAGGING', 'BEHIND'],
    [40, 'FULFILLED', 'REACHED'],
  ])('with %i of 20 expected is %s', (realised, state, reason) => {
    expect(verdictOn(HALFWAY, halfway(realised))).toMatchObject({ state, reason, expected: 20, realised });
  });

  it('is not due before its term begins', () => {
    expect(verdictOn('2023-12-31', build())).toMatchObject({
      state: 'NOT_DUE',
      reason: 'NOT_STARTED',
      ratio: null,
    });
  });

  it('is not due while the path expects nothing yet', () => {
    expect(verdictOn('2024-02-01', build())).toMatchObject({
      state: 'NOT_DUE',
      reason: 'NOTHING_EXPECTED_YET',
    });
  });

  it('gives the numbers that it rests on', () => {
    const reports = [
      reported(5, '2024-10-01', { judgements: [confirmedBy(MUNICIPALITY, '2024-10-20')] }),
      reported(7, '2025-11-30'),
      reported(3, '2025-12-01', { judgements: [disputedBy(TENANTS, '2025-12-10')] }),
    ];
    expect(verdictOn(HALFWAY, build({ reports }))).toMatchObject({
      subject: { kind: 'COMMITMENT', agreementId: 'agreement-1', commitmentId: 'build' },
      goal: 40,
      expected: 20,
      realised: 12,
      confirmed: 5,
      disputed: 3,
      ratio: 0.6,
      lastReportOn: '2025-12-01',
      dataAgeDays: 30,
      deadline: '2027-12-31',
      ruleVersion: 'test-1',
      route: 'AGREED',
      unit: 'DWELLINGS',
      debtorId: 'party-corporation',
      creditorIds: ['party-municipality'],
    });
  });

  describe('without a report', () => {
    it('for longer than the term of silence is a state of its own and never on track', () => {
      const early = build({ reports: [reported(40 - 1, '2024-03-01')] });
      expect(verdictOn('2024-09-17', early)).toMatchObject({ state: 'ON_TRACK', dataAgeDays: 200 });
      expect(verdictOn('2024-09-18', early)).toMatchObject({
        state: 'NO_DATA',
        reason: 'SILENT',
        dataAgeDays: 201,
      });
    });

    it('at all, counts silence from the start of its term', () => {
      expect(verdictOn('2024-07-18', build()).state).toBe('SEVERELY_LAGGING');
      expect(verdictOn('2024-07-19', build())).toMatchObject({ state: 'NO_DATA', dataAgeDays: null });
    });

    it('at all, counts silence from the day it came into force when that was later', () => {
      const late = build({ inForceFrom: day('2024-12-31') });
      expect(verdictOn('2025-01-31', late).state).toBe('SEVERELY_LAGGING');
    });

    it('is missed after the deadline: silence is no way out', () => {
      expect(verdictOn('2028-01-01', build())).toMatchObject({ state: 'MISSED', reason: 'DEADLINE_PASSED' });
    });
  });

  describe('at the end', () => {
    const short = build({ reports: [reported(39, '2027-12-01')] });

    it('is judged by the path on the day of the deadline itself', () => {
      expect(verdictOn('2027-12-31', short).state).toBe('AT_RISK');
    });

    it('is missed from the day after the deadline', () => {
      expect(verdictOn('2028-01-01', short)).toMatchObject({ state: 'MISSED', forecast: null });
    });

    it('is fulfilled by the one that comes late', () => {
      const late = build({ reports: [reported(39, '2027-12-01'), reported(1, '2028-02-01')] });
      expect(verdictOn('2028-01-31', late).state).toBe('MISSED');
      expect(verdictOn('2028-02-01', late).state).toBe('FULFILLED');
    });

    it('is no longer fulfilled once a part of it is disputed', () => {
      const disputed = reported(20, '2027-01-01', { judgements: [disputedBy(MUNICIPALITY, '2027-02-01')] });
      const facts = build({ reports: [reported(20, '2026-12-01'), disputed] });
      expect(verdictOn('2027-01-31', facts).state).toBe('FULFILLED');
      expect(verdictOn('2027-02-01', facts)).toMatchObject({ state: 'LAGGING', realised: 20, disputed: 20 });
    });
  });

  describe('a band', () => {
    const band = build({ measure: { kind: 'BAND', min: 20, max: 60 } });

    it('is expected to reach its least', () => {
      expect(verdictOn(HALFWAY, band)).toMatchObject({ goal: 20, expected: 10 });
    });

    it('is fulfilled by its least', () => {
      expect(verdictOn(HALFWAY, { ...band, reports: [reported(20, '2025-12-01')] }).state).toBe('FULFILLED');
    });
  });

  describe('a process result', () => {
    const plan = build({
      measure: { kind: 'PROCESS_RESULT', result: 'plan adopted' },
      unit: 'DONE',
      deadline: day('2025-03-01'),
    });

    it('is not due before its day, however long nothing was heard', () => {
      expect(verdictOn('2025-02-28', plan)).toMatchObject({ state: 'NOT_DUE', expected: 0, forecast: null });
    });

    it('is expected whole on its day, and missed from the day after', () => {
      expect(verdictOn('2025-03-01', plan)).toMatchObject({ state: 'NO_DATA', expected: 1 });
      expect(verdictOn('2025-03-02', plan).state).toBe('MISSED');
    });

    it('is fulfilled once it is done', () => {
      expect(verdictOn('2024-05-01', { ...plan, reports: [reported(1, '2024-05-01')] }).state).toBe(
        'FULFILLED',
      );
    });
  });

  describe('a share', () => {
    const share = build({
      measure: { kind: 'SHARE', percent: 30, denominator: 'toewijzingen' },
      unit: 'PERCENT',
      deadline: day('2025-12-31'),
    });
    const at = (level: number, when = '2025-06-01') => ({ ...share, reports: [reported(level, when)] });

    it('is not due before its deadline', () => {
      expect(verdictOn('2025-06-01', share)).toMatchObject({ state: 'NOT_DUE', expected: 0 });
      expect(verdictOn('2025-06-01', at(31))).toMatchObject({ state: 'NOT_DUE', forecast: { mid: 31 } });
    });

    it('is at risk before its deadline while the last level lies below it', () => {
      expect(verdictOn('2025-06-01', at(29))).toMatchObject({ state: 'AT_RISK', reason: 'LEVEL_BELOW_GOAL' });
    });

    it('is judged by the level on its deadline', () => {
      expect(verdictOn('2025-12-31', at(30)).state).toBe('FULFILLED');
      expect(verdictOn('2026-01-01', at(29)).state).toBe('MISSED');
    });

    it('is fulfilled by a level that is reached late', () => {
      const late = { ...share, reports: [reported(25, '2025-12-01'), reported(30, '2026-04-01')] };
      expect(verdictOn('2026-03-31', late).state).toBe('MISSED');
      expect(verdictOn('2026-04-01', late).state).toBe('FULFILLED');
    });

    it('stays fulfilled when the level falls after the deadline', () => {
      const fallen = { ...share, reports: [reported(30, '2025-12-01'), reported(25, '2026-04-01')] };
      expect(verdictOn('2026-05-01', fallen)).toMatchObject({ state: 'FULFILLED', realised: 25 });
    });

    it('with slices grows along them', () => {
      const growing = {
        ...share,
        yearSlices: [
          { year: 2024, amount: 20 },
          { year: 2025, amount: 10 },
        ],
      };
      const level = (amount: number) => ({ ...growing, reports: [reported(amount, '2024-12-30')] });
      expect(verdictOn('2024-12-31', level(20))).toMatchObject({ state: 'ON_TRACK', expected: 20 });
      expect(verdictOn('2024-12-31', level(15)).state).toBe('LAGGING');
    });
  });

  describe('a maximum', () => {
    const cap = build({ measure: { kind: 'MAXIMUM', amount: 10 } });
    const used = (amount: number) => ({ ...cap, reports: [reported(amount, '2025-12-01')] });

    it.each([
      [4, 'ON_TRACK', 'UNDER_CAP'],
      [6, 'AT_RISK', 'FORECAST_MISSES'],
      [10, 'AT_RISK', 'FORECAST_MISSES'],
      [11, 'LAGGING', 'CAP_EXCEEDED'],
      [17, 'SEVERELY_LAGGING', 'CAP_EXCEEDED'],
    ])('of which %i of 10 was used halfway is %s', (amount, state, reason) => {
      expect(verdictOn(HALFWAY, used(amount))).toMatchObject({ state, reason, isCap: true, expected: 10 });
    });

    it('is kept when the term has passed and it was not exceeded', () => {
      const kept = { ...cap, reports: [reported(10, '2027-12-01'), reported(3, '2028-01-05')] };
      expect(verdictOn('2027-12-31', kept).state).toBe('ON_TRACK');
      expect(verdictOn('2028-02-01', kept)).toMatchObject({ state: 'FULFILLED', realised: 10 });
    });

    it('is missed when it was exceeded', () => {
      const exceeded = { ...cap, reports: [reported(11, '2027-12-01')] };
      expect(verdictOn('2028-01-01', exceeded).state).toBe('MISSED');
    });

    it('is not kept by silence', () => {
      expect(verdictOn('2028-01-01', cap).state).toBe('NO_DATA');
      expect(verdictOn('2028-01-01', used(1)).state).toBe('NO_DATA');
      const brief = { ...cap, deadline: day('2024-02-01') };
      expect(verdictOn('2024-02-02', brief).state).toBe('NO_DATA');
    });
  });

  it('never judges an effort', () => {
    const effort = build({ measure: { kind: 'EFFORT' }, reports: [reported(1, '2024-05-01')] });
    expect(verdictOn('2028-06-01', effort)).toMatchObject({
      state: 'NO_DATA',
      reason: 'NOT_MEASURABLE',
      isMeasurable: false,
      expected: 0,
      forecast: null,
    });
  });

  describe('the forecast', () => {
    it('carries the pace so far on to the end, with the pace of the last half-year as the other end', () => {
      const reports = [reported(5, '2024-12-01'), reported(7, '2025-11-30')];
      // 12 of the 20 expected gives 24 of 40; the last half-year 7 of the 5 expected, so 12 and 1.4 times 20.
      expect(verdictOn(HALFWAY, build({ reports })).forecast).toEqual({ low: 24, mid: 24, high: 40 });
    });

    it('measures the pace against the path, so that a path agreed to start slowly blames nobody', () => {
      const yearSlices = [
        { year: 2024, amount: 2 },
        { year: 2025, amount: 2 },
        { year: 2026, amount: 18 },
        { year: 2027, amount: 18 },
      ];
      const slow = build({ yearSlices, reports: [reported(4, '2025-12-01')] });
      expect(verdictOn(HALFWAY, slow)).toMatchObject({ state: 'ON_TRACK', forecast: { mid: 40 } });
    });
  });

  describe('how long a lag must last', () => {
    const PATIENT = { ...RULE, minimumDays: 30, keepDays: 14 };
    const onTime = [reported(20, '2025-12-31')];

    it('is at risk until the lag has held on every day of the minimum', () => {
      // On 20 April 2026 the path asks for the 23rd dwelling, and 20 are less than nine tenths of 23.
      const facts = build({ reports: onTime });
      expect(verdictOn('2026-04-19', facts, { rule: PATIENT }).expected).toBe(22);
      const first = '2026-04-20';
      expect(verdictOn(first, facts, { rule: PATIENT })).toMatchObject({
        state: 'AT_RISK',
        reason: 'BEHIND_FOR_SHORT_TIME',
        expected: 23,
      });
      expect(verdictOn('2026-05-18', facts, { rule: PATIENT }).state).toBe('AT_RISK');
      expect(verdictOn('2026-05-19', facts, { rule: PATIENT }).state).toBe('LAGGING');
    });

    it('keeps a lag until its absence has held on every day of the keep-duration', () => {
      const facts = build({ reports: [...onTime, reported(10, '2026-06-01')] });
      expect(verdictOn('2026-05-31', facts, { rule: PATIENT }).state).toBe('LAGGING');
      expect(verdictOn('2026-06-01', facts, { rule: PATIENT })).toMatchObject({
        state: 'LAGGING',
        reason: 'RECOVERED_FOR_SHORT_TIME',
      });
      expect(verdictOn('2026-06-13', facts, { rule: PATIENT }).state).toBe('LAGGING');
      expect(verdictOn('2026-06-14', facts, { rule: PATIENT }).state).toBe('ON_TRACK');
    });

    it('begins when the agreement comes into force, not before', () => {
      const late = build({ inForceFrom: day('2025-12-01') });
      expect(verdictOn('2025-12-29', late, { rule: PATIENT }).state).toBe('AT_RISK');
      expect(verdictOn('2025-12-30', late, { rule: PATIENT }).state).toBe('SEVERELY_LAGGING');
    });
  });
});
