import {
  build,
  confirmedBy,
  CORPORATION,
  day,
  disputedBy,
  MUNICIPALITY,
  prerequisite,
  PROVINCE,
  reported,
  RULE,
  TENANTS,
  verdictOn,
  waitsFor,
} from './verdict.fixtures';

// Building 40 dwellings in 2024–2027 waits for land of the municipality, needed by 1 July 2025.
const NEEDED_BY = '2025-07-01';
const building = build({ conditions: [waitsFor('land', NEEDED_BY)] });
const land = prerequisite('land', MUNICIPALITY);
const landOn = (when: string) => ({ ...land, reports: [reported(1, when)] });

describe('a commitment that waits for another party', () => {
  it('is not yet due while the prerequisite is still in time', () => {
    expect(verdictOn(NEEDED_BY, building, { others: [land] })).toMatchObject({
      state: 'NOT_DUE',
      reason: 'WAITS_FOR_PREREQUISITE',
      expected: 0,
      attribution: null,
    });
  });

  it('is blocked once the needed-by day has passed, and the lag is that of the other party', () => {
    expect(verdictOn('2025-07-02', building, { others: [land] })).toMatchObject({
      state: 'BLOCKED',
      reason: 'PREREQUISITE_LATE',
      expected: 15,
      attribution: { partyId: MUNICIPALITY, commitmentId: 'land', chain: ['build', 'land'] },
    });
  });

  it('stays blocked after its own deadline, and however long it reported nothing', () => {
    expect(verdictOn('2029-01-01', building, { others: [land] }).state).toBe('BLOCKED');
  });

  it('is not blocked while it keeps up with its path all the same', () => {
    const ahead = { ...building, reports: [reported(16, '2025-07-01')] };
    expect(verdictOn('2025-07-02', ahead, { others: [land] })).toMatchObject({
      state: 'ON_TRACK',
      attribution: null,
    });
  });

  it('does not have to report while it waits for one who is late', () => {
    const ahead = { ...building, reports: [reported(25, '2025-07-01')] };
    expect(verdictOn('2026-05-01', ahead, { others: [land] })).toMatchObject({
      state: 'ON_TRACK',
      dataAgeDays: 304,
    });
  });

  it('is fulfilled by its whole, whatever it waited for', () => {
    const done = { ...building, reports: [reported(40, '2025-06-01')] };
    expect(verdictOn('2025-06-15', done, { others: [land] }).state).toBe('FULFILLED');
  });

  it('is judged by its own path when the prerequisite came in time', () => {
    expect(verdictOn('2025-07-02', building, { others: [landOn(NEEDED_BY)] })).toMatchObject({
      state: 'SEVERELY_LAGGING',
      expected: 15,
      deadline: '2027-12-31',
      shift: null,
    });
  });

  it('is blocked again when the delivery is disputed', () => {
    const disputed = {
      ...land,
      reports: [reported(1, '2025-06-01', { judgements: [disputedBy(CORPORATION, '2025-08-01')] })],
    };
    expect(verdictOn('2025-07-31', building, { others: [disputed] }).state).toBe('SEVERELY_LAGGING');
    expect(verdictOn('2025-08-01', building, { others: [disputed] }).state).toBe('BLOCKED');
  });

  it('waits until an amount that was promised is reached, not for its first part', () => {
    const plots = prerequisite('plots', MUNICIPALITY, {
      measure: { kind: 'AMOUNT', amount: 3 },
      unit: 'LOCATIONS',
      reports: [reported(2, '2025-01-01'), reported(1, '2025-09-01')],
    });
    const waiting = { ...building, conditions: [waitsFor('plots', NEEDED_BY)] };
    expect(verdictOn('2025-08-31', waiting, { others: [plots] }).state).toBe('BLOCKED');
    expect(verdictOn('2025-09-01', waiting, { others: [plots] })).toMatchObject({
      state: 'SEVERELY_LAGGING',
      shift: { days: 62 },
    });
  });

  describe('when it was delivered late', () => {
    const late = { others: [landOn('2025-10-09')] };

    it('has its path and deadline moved by the days of delay, and says because of whom', () => {
      expect(verdictOn('2025-10-09', building, late)).toMatchObject({
        expected: 15,
        deadline: '2028-04-09',
        shift: {
          days: 100,
          becauseOf: { partyId: MUNICIPALITY, commitmentId: 'land', chain: ['build', 'land'] },
        },
        attribution: null,
      });
    });

    it('is missed only after the moved deadline', () => {
      const short = { ...building, reports: [reported(39, '2027-12-01')] };
      expect(verdictOn('2028-04-09', short, late).state).not.toBe('MISSED');
      expect(verdictOn('2028-04-10', short, late).state).toBe('MISSED');
    });

    it('counts silence from the delivery', () => {
      expect(verdictOn('2026-04-27', building, late).state).toBe('SEVERELY_LAGGING');
      expect(verdictOn('2026-04-28', building, late).state).toBe('NO_DATA');
    });

    it('leaves a maximum where it is, because a cap allows and does not ask', () => {
      const cap = { ...building, measure: { kind: 'MAXIMUM', amount: 10 } as const };
      expect(verdictOn('2025-10-09', cap, late)).toMatchObject({ deadline: '2027-12-31', shift: null });
    });

    it('moves by the longest of several delays', () => {
      const permit = prerequisite('permit', PROVINCE, { reports: [reported(1, '2025-11-01')] });
      const both = { ...building, conditions: [waitsFor('land', NEEDED_BY), waitsFor('permit', NEEDED_BY)] };
      expect(verdictOn('2025-12-01', both, { others: [landOn('2025-10-09'), permit] }).shift).toEqual({
        days: 123,
        becauseOf: { partyId: PROVINCE, commitmentId: 'permit', chain: ['build', 'permit'] },
      });
    });

    it('names the root when the prerequisite was late because of another', () => {
      const road = prerequisite('road', PROVINCE, { reports: [reported(1, '2025-09-01')] });
      const waitingLand = { ...landOn('2025-10-09'), conditions: [waitsFor('road', '2025-03-01')] };
      expect(verdictOn('2025-10-09', building, { others: [road, waitingLand] }).shift?.becauseOf).toEqual({
        partyId: PROVINCE,
        commitmentId: 'road',
        chain: ['build', 'land', 'road'],
      });
    });
  });

  describe('through a chain', () => {
    const slow = { ...building, reports: [reported(1, '2025-06-01')] };
    const road = prerequisite('road', PROVINCE);
    const waitingLand = { ...land, conditions: [waitsFor('road', '2025-03-01')] };

    it('puts the lag at the root of all late prerequisites', () => {
      expect(verdictOn('2025-07-02', building, { others: [waitingLand, road] }).attribution).toEqual({
        partyId: PROVINCE,
        commitmentId: 'road',
        chain: ['build', 'land', 'road'],
      });
    });

    it('stops before a prerequisite that is not late', () => {
      const laterRoad = { ...land, conditions: [waitsFor('road', '2025-12-01')] };
      expect(verdictOn('2025-07-02', building, { others: [laterRoad, road] }).attribution?.commitmentId).toBe(
        'land',
      );
      const readyRoad = { ...road, reports: [reported(1, '2025-06-30')] };
      expect(
        verdictOn('2025-07-02', building, { others: [waitingLand, readyRoad] }).attribution?.commitmentId,
      ).toBe('land');
    });

    it('takes, of several late ones, the one that was needed first', () => {
      const permit = prerequisite('permit', TENANTS);
      const both = {
        ...building,
        conditions: [waitsFor('land', '2025-02-01'), waitsFor('permit', '2025-01-01')],
      };
      expect(verdictOn('2025-07-02', both, { others: [land, permit] }).attribution?.commitmentId).toBe(
        'permit',
      );
    });

    it('blocks nobody by what the debtor owes himself', () => {
      const own = { ...land, debtorId: CORPORATION };
      expect(verdictOn('2025-07-02', slow, { others: [own] })).toMatchObject({
        state: 'SEVERELY_LAGGING',
        inputs: { prerequisites: [], judged: { conditions: [] } },
      });
    });

    it('blocks nobody by an effort, which cannot be delivered', () => {
      const effort = { ...land, measure: { kind: 'EFFORT' as const } };
      expect(verdictOn('2025-07-02', slow, { others: [effort] }).state).toBe('SEVERELY_LAGGING');
    });

    it('does not hang on a circle', () => {
      const circle = { ...land, conditions: [waitsFor('build', '2025-01-01')] };
      expect(verdictOn('2025-07-02', building, { others: [circle] }).attribution?.chain).toEqual([
        'build',
        'land',
      ]);
    });
  });

  it('does not hold the days of waiting against its debtor', () => {
    const rule = { minimumDays: 30, keepDays: 30 };
    const late = {
      others: [landOn('2025-10-09')],
      rule: { ...verdictOn('2025-01-01', building).inputs.rule, ...rule },
    };
    expect(verdictOn('2025-11-06', building, late).state).toBe('AT_RISK');
    expect(verdictOn('2025-11-07', building, late).state).toBe('SEVERELY_LAGGING');
  });

  it('remembers its own lag over a short dispute of what it waited for', () => {
    const rule = { ...RULE, minimumDays: 20, keepDays: 30 };
    const judgements = [disputedBy(CORPORATION, '2025-03-01'), confirmedBy(CORPORATION, '2025-03-10')];
    const others = [{ ...land, reports: [reported(1, '2025-02-01', { judgements })] }];
    const heard = { ...building, reports: [reported(1, '2024-12-01')] };
    for (const [asOf, state] of [
      ['2025-02-19', 'AT_RISK'],
      ['2025-02-20', 'SEVERELY_LAGGING'],
      ['2025-03-05', 'NOT_DUE'],
      ['2025-03-10', 'SEVERELY_LAGGING'],
      ['2025-03-21', 'SEVERELY_LAGGING'],
    ] as const) {
      expect([asOf, verdictOn(asOf, heard, { others, rule }).state]).toEqual([asOf, state]);
    }
  });

  it('carries all it rests on in its inputs', () => {
    const { inputs } = verdictOn('2025-07-02', building, { others: [land] });
    expect(inputs).toMatchObject({
      kind: 'COMMITMENT',
      asOf: '2025-07-02',
      judged: { conditions: [{ prerequisiteId: 'land', neededBy: day(NEEDED_BY) }] },
      prerequisites: [{ commitmentId: 'land', debtorId: MUNICIPALITY, goal: 1, reports: [] }],
    });
  });
});
