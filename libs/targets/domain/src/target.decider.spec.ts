import { type Actor, calendarDate } from '@intekenboek/event-sourcing-core';
import { commandMeta, scenarioFor, someone } from '@intekenboek/event-sourcing-testing';

import type { ApportionmentWish, ApportionTarget, ReviseTarget, SetTarget } from './target.commands';
import { targetDecider } from './target.decider';
import type { TargetApportioned, TargetId } from './target.events';
import { TARGET, targetSet } from './target.fixtures';

const given = scenarioFor(targetDecider);
const province = someone({ partyKind: 'PROVINCE', territory: 'PV27' });

const set = (part: Partial<SetTarget['data']> = {}, actor: Actor = province): SetTarget => ({
  type: 'SetTarget',
  data: { ...targetSet().data, ...part },
  meta: commandMeta({ actor }),
});

describe('setting a target', () => {
  it('records the number with its unit, period, path and source', () => {
    given().when(set()).then(targetSet());
  });

  it('is done once', () => {
    given(targetSet()).when(set()).thenRejected('TARGET_ALREADY_SET');
  });

  it.each<[string, Actor, string]>([
    ['a province for another province', province, 'PV28'],
    ['a municipality for its province', someone({ partyKind: 'MUNICIPALITY', territory: 'GM0363' }), 'PV27'],
    ['a corporation', someone({ partyKind: 'CORPORATION', territory: null }), 'PV27'],
    ['a person who may not draft', { ...province, roles: ['REPORTER'] }, 'PV27'],
  ])('is refused to %s', (_, actor, territory) => {
    given().when(set({ territory }, actor)).thenRejected('NOT_AUTHORISED_FOR_TERRITORY', { rule: '7' });
  });

  it('is open to a province for a municipality inside it', () => {
    given()
      .when(set({ territory: 'GM0363' }))
      .then(targetSet({ territory: 'GM0363' }));
  });

  it.each([
    ['TARGET_ID_INVALID', { targetId: TARGET.toUpperCase() as TargetId }],
    ['TARGET_NAME_MISSING', { name: ' ' }],
    ['TARGET_SOURCE_MISSING', { source: '' }],
    ['PERIOD_INVALID', { until: calendarDate('2022-01-01') }],
    ['QUANTITY_INVALID', { quantity: 0 }],
    ['QUANTITY_INVALID', { quantity: 10.5 }],
    ['QUANTITY_INVALID', { quantity: Number.NaN }],
    ['RESULT_KIND_UNKNOWN', { resultKind: 'CASTLES' }],
    ['RESULT_KIND_NOT_A_TARGET', { resultKind: 'PROCESS_RESULT' }],
  ])('is refused with %s for %j', (code, part) => {
    given().when(set(part)).thenRejected(code, { rule: '7' });
  });

  it('takes a share of the stock only for one municipality', () => {
    given()
      .when(set({ resultKind: 'STOCK_SHARE', quantity: 30 }))
      .thenRejected('SHARE_OF_OTHER_LEVEL');
  });

  it('takes a share of new building only above the municipality', () => {
    given()
      .when(set({ resultKind: 'NEW_BUILD_SHARE', quantity: 30, territory: 'GM0363' }))
      .thenRejected('SHARE_OF_OTHER_LEVEL');
  });

  it('takes a path that ascends to the whole on the last day', () => {
    const milestones = [
      { on: calendarDate('2025-12-31'), cumulative: 300 },
      { on: calendarDate('2030-12-31'), cumulative: 1_000 },
    ];
    given().when(set({ milestones })).then(targetSet({ milestones }));
  });

  it.each([
    ['that goes down', [300, 200, 1_000]],
    ['that ends below the whole', [300, 400, 900]],
  ])('is refused with a path %s', (_, numbers) => {
    const days = ['2025-12-31', '2027-12-31', '2030-12-31'].map(calendarDate);
    const milestones = numbers.map((cumulative, index) => ({ on: days[index]!, cumulative }));
    given().when(set({ milestones })).thenRejected('PATH_INVALID', { field: 'milestones' });
  });
});

describe('splitting a target over territories', () => {
  const apportion = (wish: ApportionmentWish): ApportionTarget => ({
    type: 'ApportionTarget',
    data: { targetId: TARGET, wish },
    meta: commandMeta({ actor: province }),
  });
  const explicit = (...parts: [string, number][]): ApportionTarget =>
    apportion({
      strategy: 'EXPLICIT',
      legalBasis: 'Woondeal art. 3',
      explanation: 'Naar plancapaciteit',
      parts: parts.map(([territory, quantity]) => ({ territory, quantity })),
    });

  it('keeps explicit parts with their explanation', () => {
    const inputs = {
      strategy: 'EXPLICIT' as const,
      legalBasis: 'Woondeal art. 3',
      explanation: 'Naar plancapaciteit',
    };
    given(targetSet())
      .when(explicit(['GM0363', 900], ['GM0392', 100]))
      .then({
        type: 'TargetApportioned',
        data: {
          targetId: TARGET,
          inputs,
          parts: [
            { territory: 'GM0363', quantity: 900, weight: null },
            { territory: 'GM0392', quantity: 100, weight: null },
          ],
        },
      });
  });

  it.each<[string, string, [string, number][]]>([
    ['that do not sum to the whole', 'APPORTIONMENT_SUM_DIFFERS', [['GM0363', 900]]],
    ['outside the territory', 'APPORTIONMENT_TERRITORY_OUTSIDE', [['GM0599', 1_000]]],
    [
      'that name a territory twice',
      'APPORTIONMENT_TERRITORY_TWICE',
      [
        ['GM0363', 500],
        ['GM0363', 500],
      ],
    ],
    ['that are none', 'APPORTIONMENT_EMPTY', []],
  ])('is refused with parts %s', (_, code, parts) => {
    given(targetSet())
      .when(explicit(...parts))
      .thenRejected(code, { field: 'parts' });
  });

  it('by inhabitants sums exactly to the whole, within the borders of its first day', () => {
    const command = apportion({
      strategy: 'LARGEST_REMAINDER',
      legalBasis: 'Woondeal',
      weight: 'POPULATION',
    });
    const [event] = targetDecider.decide(
      command,
      targetDecider.evolve(targetDecider.initialState, targetSet()),
    );
    const { parts } = (event as TargetApportioned).data;
    expect(parts.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(1_000);
    expect(parts.map(({ territory }) => territory)).toContain('GM1980');
    expect(parts.map(({ territory }) => territory)).not.toContain('GM0398');
  });

  it('is refused for a target that nobody set', () => {
    given()
      .when(explicit(['GM0363', 1_000]))
      .thenRejected('TARGET_UNKNOWN');
  });
});

describe('revising a target', () => {
  const revise = (part: Partial<ReviseTarget['data']> = {}): ReviseTarget => ({
    type: 'ReviseTarget',
    data: { targetId: TARGET, quantity: 800, reason: 'Herijking', source: 'Brief', parts: null, ...part },
    meta: commandMeta({ actor: province }),
  });

  it('keeps the earlier number beside the new one', () => {
    given(targetSet())
      .when(revise())
      .then({
        type: 'TargetRevised',
        data: {
          targetId: TARGET,
          previousQuantity: 1_000,
          quantity: 800,
          reason: 'Herijking',
          source: 'Brief',
          apportionment: null,
        },
      });
  });

  it('changes nothing when the number is the same', () => {
    given(targetSet())
      .when(revise({ quantity: 1_000 }))
      .thenNothing();
  });

  it('needs a reason', () => {
    given(targetSet())
      .when(revise({ reason: '' }))
      .thenRejected('TARGET_REASON_MISSING');
  });
});
