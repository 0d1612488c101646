import { calendarDate } from '@intekenboek/event-sourcing-core';
import { commandMeta, someone } from '@intekenboek/event-sourcing-testing';
import { projectionHarness, recorded } from '@intekenboek/platform-sql-testing';
import { targetDecider, type TargetEvent, type TargetId } from '@intekenboek/targets-domain';

import { targetReadModel } from './target.projection';

const targetId = '7d444840-9dc0-51d1-b245-5ffdce74fad2' as TargetId;
const minister = commandMeta({ actor: someone({ partyKind: 'MINISTRY', territory: 'NL' }) });
const published = targetDecider.decide(
  {
    type: 'PublishTaakstelling',
    data: {
      targetId,
      halfYear: '2022-H2',
      persons: 13_500,
      publishedOn: calendarDate('2022-04-08'),
      source: 'Staatscourant',
      standIn: null,
    },
    meta: minister,
  },
  targetDecider.initialState,
);
const state = published.reduce(targetDecider.evolve, targetDecider.initialState);
const revised = targetDecider.decide(
  {
    type: 'ReviseTarget',
    data: { targetId, quantity: 10_000, reason: 'Herzien', source: 'Brief', parts: null },
    meta: minister,
  },
  state,
);
const realised = (upTo: string, quantity: number): TargetEvent => ({
  type: 'RealisationRecorded',
  data: { targetId, upTo: calendarDate(upTo), parts: [{ territory: 'GM0363', quantity }], source: 'COA' },
});
const history: readonly TargetEvent[] = [
  ...published,
  {
    type: 'BacklogRecorded',
    data: {
      targetId,
      on: calendarDate('2022-07-01'),
      carriedOverFrom: null,
      parts: [{ territory: 'GM0363', quantity: 40 }],
      source: 'Opgave',
    },
  },
  realised('2022-07-31', 90),
  realised('2022-07-31', 95),
  ...revised,
];
const events = recorded(history, { stream: `target-${targetId}` });

describe('targets as they are read', () => {
  const harness = projectionHarness(targetReadModel);

  it('are the same however often and in whatever pages the events are delivered', async () => {
    await harness.expectSameHoweverDelivered(events);
  });

  it('keep every number they ever had and show how the last one was split', async () => {
    const tables = await harness.tablesAfter(events);
    const target = await tables.selectFrom('target').selectAll().executeTakeFirstOrThrow();
    expect(target.numbers.map(({ quantity }) => quantity)).toEqual([13_500, 10_000]);
    expect(target).toMatchObject({ quantity: 10_000, parts_count: 344, half_year: '2022-H2' });
    expect(target.parts_sum).toBeGreaterThan(10_000);
  });

  it('keep the backlog beside the part, and both records of one day', async () => {
    const tables = await harness.tablesAfter(events);
    const amsterdam = await tables
      .selectFrom('target_part')
      .selectAll()
      .where('territory', '=', 'GM0363')
      .executeTakeFirstOrThrow();
    expect(amsterdam).toMatchObject({
      backlog: 40,
      weight: 873_338 + 20_445,
      quantity: Math.ceil((10_000 * (873_338 + 20_445)) / 17_475_415),
    });
    expect(amsterdam.realisations.map(({ quantity }) => quantity)).toEqual([90, 95]);
  });
});
