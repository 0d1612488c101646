import { type Actor, type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';
import { commandMeta, scenarioFor, someone } from '@intekenboek/event-sourcing-testing';

import type {
  ApportionTarget,
  CarryOverBacklog,
  PublishTaakstelling,
  RecordRealisation,
  ReviseTarget,
} from './target.commands';
import { targetDecider } from './target.decider';
import type {
  TaakstellingPublished,
  TargetApportioned,
  TargetEvent,
  TerritoryQuantity,
} from './target.events';
import { EARLIER, TARGET } from './target.fixtures';
import { remaindersOf } from './target.state';

const given = scenarioFor(targetDecider);
const minister = someone({ partyKind: 'MINISTRY', territory: 'NL' });
const coa = someone({ partyKind: 'NATIONAL_AGENCY', territory: 'NL' });

const publish = (
  part: Partial<PublishTaakstelling['data']> = {},
  actor: Actor = minister,
): PublishTaakstelling => ({
  type: 'PublishTaakstelling',
  data: {
    targetId: TARGET,
    halfYear: '2022-H2',
    persons: 13_500,
    publishedOn: calendarDate('2022-04-08'),
    source: 'Staatscourant',
    standIn: null,
    ...part,
  },
  meta: commandMeta({ actor }),
});

const published = (command: PublishTaakstelling = publish()) =>
  targetDecider.decide(command, targetDecider.initialState) as readonly [
    TaakstellingPublished,
    TargetApportioned,
  ];
const fold = (...events: readonly TargetEvent[]) =>
  events.reduce(targetDecider.evolve, targetDecider.initialState);

describe('publishing a taakstelling', () => {
  it('splits the national number at once, by the population of 1 January of the year before', () => {
    const [, { data }] = published();
    expect(data.inputs).toMatchObject({
      strategy: 'STATUTORY_CEIL',
      nationalNumber: 13_500,
      nationalInhabitants: 17_475_415,
      legalPopulationDate: '2021-01-01',
      populationDate: '2021-01-01',
      bordersOn: '2022-07-01',
      standInReason: null,
    });
    expect(data.parts).toHaveLength(344);
  });

  it('gives a municipality the product of number and inhabitants by the nation’s, rounded up', () => {
    const { parts } = published()[1].data;
    for (const { weight, quantity } of parts) {
      expect(quantity).toBe(Number((13_500n * BigInt(weight ?? 0) + 17_475_414n) / 17_475_415n));
    }
  });

  it('leaves the municipal sum above the national number', () => {
    const sum = published()[1].data.parts.reduce((total, { quantity }) => total + quantity, 0);
    expect(sum).toBeGreaterThan(13_500);
    expect(sum).toBeLessThan(13_500 + 344);
  });

  it('counts the inhabitants of Weesp with Amsterdam only after the merger within the year', () => {
    const territories = (halfYear: string) =>
      published(publish({ halfYear }))[1].data.parts.map(({ territory }) => territory);
    expect(territories('2022-H1')).toContain('GM0457');
    expect(territories('2022-H2')).not.toContain('GM0457');
  });

  it('tells whether the thirteen weeks were kept and refuses nothing for it', () => {
    expect(published()[0].data.isPublishedInTime).toBe(false);
    const inTime = publish({ publishedOn: calendarDate('2022-04-01') });
    expect(published(inTime)[0].data.isPublishedInTime).toBe(true);
  });

  it('is refused when the population of the legal day is not known', () => {
    given()
      .when(publish({ halfYear: '2023-H1' }))
      .thenRejected('POPULATION_UNKNOWN', { populationDate: '2022-01-01', field: 'standIn' });
  });

  it('takes another day’s population only with a reason, and marks it', () => {
    const standIn = { populationDate: calendarDate('2021-01-01'), reason: 'Cijfers van 2022 ontbreken' };
    const [, { data }] = published(publish({ halfYear: '2023-H1', standIn }));
    expect(data.inputs).toMatchObject({
      legalPopulationDate: '2022-01-01',
      populationDate: '2021-01-01',
      standInReason: 'Cijfers van 2022 ontbreken',
    });
    given()
      .when(publish({ halfYear: '2023-H1', standIn: { ...standIn, reason: ' ' } }))
      .thenRejected('STAND_IN_REASON_MISSING');
  });

  it('is the minister’s alone', () => {
    given()
      .when(publish({}, someone({ partyKind: 'PROVINCE' })))
      .thenRejected('NOT_TAAKSTELLING_AUTHORITY');
  });

  it('is done once for a target', () => {
    given(...published())
      .when(publish())
      .thenRejected('TARGET_ALREADY_SET');
  });

  it('cannot be split in another way afterwards', () => {
    const other: ApportionTarget = {
      type: 'ApportionTarget',
      data: {
        targetId: TARGET,
        wish: { strategy: 'LARGEST_REMAINDER', legalBasis: 'x', weight: 'POPULATION' },
      },
      meta: commandMeta({ actor: minister }),
    };
    given(...published())
      .when(other)
      .thenRejected('APPORTIONMENT_STATUTORY');
  });
});

describe('revising a taakstelling', () => {
  it('splits the new number by the same inhabitants and keeps the earlier number', () => {
    const revise: ReviseTarget = {
      type: 'ReviseTarget',
      data: { targetId: TARGET, quantity: 10_000, reason: 'Herzien', source: 'Brief', parts: null },
      meta: commandMeta({ actor: minister }),
    };
    const [event] = targetDecider.decide(revise, fold(...published()));
    expect(event).toMatchObject({
      type: 'TargetRevised',
      data: { previousQuantity: 13_500, quantity: 10_000 },
    });
    const amsterdam = {
      territory: 'GM0363',
      quantity: Math.ceil((10_000 * (873_338 + 20_445)) / 17_475_415),
    };
    const parts = event?.type === 'TargetRevised' ? event.data.apportionment?.parts : [];
    expect(parts?.find(({ territory }) => territory === 'GM0363')).toMatchObject(amsterdam);
  });
});

describe('recording what was realised', () => {
  const record = (
    upTo: string,
    parts: readonly TerritoryQuantity[],
    actor: Actor = coa,
  ): RecordRealisation => ({
    type: 'RecordRealisation',
    data: { targetId: TARGET, upTo: calendarDate(upTo), parts, source: 'COA' },
    meta: commandMeta({ actor }),
  });
  const part = (quantity: number, territory = 'GM0363') => [{ territory, quantity }];
  const recorded = (upTo: string, quantity: number): TargetEvent => ({
    type: 'RealisationRecorded',
    data: { targetId: TARGET, upTo: calendarDate(upTo), parts: part(quantity), source: 'COA' },
  });

  it('keeps the count up to a day', () => {
    given(...published())
      .when(record('2022-07-31', part(90)))
      .then(recorded('2022-07-31', 90));
  });

  it('may replace the count of the same day, beside the earlier record', () => {
    given(...published(), recorded('2022-07-31', 90))
      .when(record('2022-07-31', part(80)))
      .then(recorded('2022-07-31', 80));
  });

  it('is refused below the count of an earlier day or above that of a later one', () => {
    given(...published(), recorded('2022-07-31', 90))
      .when(record('2022-08-31', part(89)))
      .thenRejected('REALISATION_DECREASES', { recorded: 90 });
    given(...published(), recorded('2022-08-31', 90))
      .when(record('2022-07-31', part(91)))
      .thenRejected('REALISATION_DECREASES');
  });

  it.each<[string, string, readonly TerritoryQuantity[]]>([
    ['REALISATION_OUTSIDE_PERIOD', '2023-01-01', part(1)],
    ['REALISATION_OUTSIDE_PERIOD', '2022-06-30', part(1)],
    ['TERRITORY_WITHOUT_PART', '2022-07-31', part(1, 'GM0457')],
    ['QUANTITY_INVALID', '2022-07-31', part(-1)],
    ['PARTS_NEEDED', '2022-07-31', []],
  ])('is refused with %s (%s)', (code, upTo, parts) => {
    given(...published())
      .when(record(upTo, parts))
      .thenRejected(code);
  });

  it('is refused ahead of today', () => {
    const command = record('2022-12-31', part(1));
    const meta = { ...command.meta, today: '2022-09-01' as CalendarDate };
    given(...published())
      .when({ ...command, meta })
      .thenRejected('REALISATION_AHEAD');
  });

  it('is refused to those who do not keep the count', () => {
    given(...published())
      .when(record('2022-07-31', part(1), someone()))
      .thenRejected('NOT_REALISATION_AUTHORITY');
  });
});

describe('the backlog of a taakstelling', () => {
  const carry = (previous: readonly TerritoryQuantity[]): CarryOverBacklog => ({
    type: 'CarryOverBacklog',
    data: { targetId: TARGET, previousTargetId: EARLIER },
    previous,
    meta: commandMeta({ actor: minister }),
  });

  it('stands beside the new number and leaves it as it is', () => {
    const history = published();
    const events = targetDecider.decide(carry([{ territory: 'GM0363', quantity: 40 }]), fold(...history));
    const state = fold(...history, ...events);
    expect(state).toMatchObject({ quantity: 13_500 });
    expect(state.status === 'Set' && [state.parts.get('GM0363'), state.backlog.get('GM0363')]).toEqual([
      history[1].data.parts.find(({ territory }) => territory === 'GM0363')?.quantity,
      40,
    ]);
  });

  it('of a municipality that merged passes to its successor', () => {
    const previous = [
      { territory: 'GM0363', quantity: 40 },
      { territory: 'GM0457', quantity: 3 },
    ];
    const [event] = targetDecider.decide(carry(previous), fold(...published()));
    expect(event).toMatchObject({ data: { parts: [{ territory: 'GM0363', quantity: 43 }] } });
  });

  it('is what was apportioned and left before, less what was realised; more done is an advance', () => {
    const part = published()[1].data.parts.find(({ territory }) => territory === 'GM0363')?.quantity ?? 0;
    const state = fold(...published(), {
      type: 'RealisationRecorded',
      data: {
        targetId: TARGET,
        upTo: calendarDate('2022-12-31'),
        parts: [{ territory: 'GM0363', quantity: part + 5 }],
        source: 'COA',
      },
    });
    const remainders = state.status === 'Set' ? remaindersOf(state) : [];
    expect(remainders.find(({ territory }) => territory === 'GM0363')?.quantity).toBe(-5);
  });

  it('carried over again changes nothing', () => {
    const command = carry([{ territory: 'GM0363', quantity: 40 }]);
    const events = targetDecider.decide(command, fold(...published()));
    given(...published(), ...events)
      .when(command)
      .thenNothing();
  });
});
