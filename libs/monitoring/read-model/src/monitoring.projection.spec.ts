import type { ProgressReport } from '@intekenboek/monitoring-domain';
import { projectionHarness } from '@intekenboek/platform-sql-testing';
import type { Kysely } from 'kysely';

import {
  agreement,
  AMSTERDAM,
  apportioned,
  backlog,
  CARE,
  commitment,
  corrected,
  CORPORATION,
  drafted,
  judged,
  left,
  nation,
  party,
  progress,
  promised,
  realised,
  registered,
  revised,
  Story,
  target,
  taakstelling,
  translator,
} from './monitoring.fixtures';
import { monitoringReadModel } from './monitoring.projection';
import type { MonitoringTables } from './monitoring.tables';

const harness = projectionHarness(monitoringReadModel(translator));

async function reportsOn(name: string, tables: Kysely<MonitoringTables>): Promise<readonly ProgressReport[]> {
  const rows = await tables
    .selectFrom('report')
    .selectAll()
    .where('commitment_key', 'like', `%|${commitment(name)}`)
    .orderBy('reported_position')
    .execute();
  return rows.map(({ report }) => report);
}

describe('the facts that progress is judged by', () => {
  it('are the same however often and in whatever pages the events are delivered', async () => {
    await harness.expectSameHoweverDelivered(nation().events);
  }, 60_000);

  it('hold every report with the days on which it was realised, recorded and judged', async () => {
    const story = nation()
      .late('2022-10-20', '2022-11-20', judged('disputed', 'house', 'open', 'house-2022-09-29'))
      .late('2022-09-29', '2022-12-01', corrected('house', 10, { inAgreement: 'open', on: '2022-09-29' }));
    const tables = await harness.tablesAfter(story.events);
    const row = await tables
      .selectFrom('commitment')
      .selectAll()
      .where('commitment_id', '=', commitment('house'))
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      territory: 'GM0363',
      province: 'PV27',
      commitment: { text: 'house in words' },
    });
    const reports = await reportsOn('house', tables);
    expect(reports).toMatchObject([
      {
        amount: 12,
        realisedOn: '2022-09-29',
        recordedOn: '2022-10-01',
        corrects: null,
        judgements: [
          { partyId: AMSTERDAM, isDispute: false, on: '2022-10-02', recordedOn: '2022-10-02' },
          { partyId: AMSTERDAM, isDispute: true, on: '2022-10-20', recordedOn: '2022-11-20' },
        ],
      },
      { amount: 10, recordedOn: '2022-12-01', corrects: reports[0]?.reportId, judgements: [] },
    ]);
  });

  it('keep the text that was revised last, and nothing of a commitment that was removed', async () => {
    const story = nation().on('2022-03-01', promised('house', 'open', { text: 'other words' }), {
      type: 'agreements.commitment-removed.v1',
      data: { agreementId: agreement('draft'), commitmentId: commitment('unsigned') },
    });
    const tables = await harness.tablesAfter(story.events);
    const rows = await tables.selectFrom('commitment').selectAll().execute();
    expect(rows).toHaveLength(5);
    expect(rows.map((row) => row.commitment_id)).not.toContain(commitment('unsigned'));
    const house = rows.find((row) => row.commitment_id === commitment('house'));
    expect(house?.commitment.text).toBe('other words');
    expect(await reportsOn('house', tables)).toHaveLength(1);
  });

  it('keep every number of a part with the day from which it holds', async () => {
    const story = nation().late(
      '2022-10-01',
      '2022-10-05',
      revised('2022-H2', 150, { GM0363: 46, GM0392: 23 }),
    );
    const tables = await harness.tablesAfter(story.events);
    const parts = await tables
      .selectFrom('target_part')
      .selectAll()
      .where('target_id', '=', target('2022-H2'))
      .where('territory', 'in', ['GM0363', 'NL'])
      .orderBy('territory')
      .execute();
    expect(parts).toMatchObject([
      {
        territory: 'GM0363',
        province: 'PV27',
        is_whole: false,
        quantities: [
          { on: '2022-04-02', quantity: 92, recordedOn: '2022-04-02' },
          { on: '2022-10-01', quantity: 46, recordedOn: '2022-10-05' },
        ],
        backlogs: [{ on: '2022-07-01', quantity: 8 }],
        realisations: [{ on: '2022-09-30', quantity: 20, recordedOn: '2022-09-30' }],
      },
      {
        territory: 'NL',
        is_whole: true,
        quantities: [{ quantity: 300 }, { quantity: 150 }],
        realisations: [],
      },
    ]);
  });

  it('keep results of a target that was never split with its whole', async () => {
    const story = new Story()
      .on('2022-04-01', taakstelling('whole', 300))
      .on(
        '2022-09-30',
        realised('whole', '2022-09-30', { NL: 100 }),
        backlog('whole', '2022-07-01', { NL: 5 }),
      );
    const tables = await harness.tablesAfter(story.events);
    expect(await tables.selectFrom('target_part').selectAll().execute()).toMatchObject([
      { is_whole: true, realisations: [{ quantity: 100 }], backlogs: [{ quantity: 5 }] },
    ]);
  });

  it('are made in time for a taakstelling of every municipality', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 344 }, (_, n) => [`GM${String(n + 1).padStart(4, '0')}`, n]),
    );
    const story = new Story().on('2022-04-01', taakstelling('all', 300), apportioned('all', parts));
    const tables = await harness.tablesAfter(story.events);
    expect(await tables.selectFrom('target_part').selectAll().execute()).toHaveLength(345);
  });

  it('know a party that merged by its old name and its successor', async () => {
    const story = new Story()
      .on(
        '2021-01-01',
        registered('Weesp', 'MUNICIPALITY', 'GM0457'),
        registered('Amsterdam', 'MUNICIPALITY', 'GM0363'),
      )
      .on('2022-03-24', {
        type: 'parties.party-merged.v1',
        data: { partyId: party('Weesp'), successorIds: [AMSTERDAM], mergedOn: '2022-03-24' as never },
      });
    const tables = await harness.tablesAfter(story.events);
    const weesp = await tables.selectFrom('party').selectAll().where('name', '=', 'Weesp').executeTakeFirst();
    expect(weesp).toMatchObject({ ended_on: '2022-03-24', successor_ids: [AMSTERDAM] });
  });

  it('leave out progress on what was never recorded', async () => {
    const story = new Story().on(
      '2022-03-01',
      progress('nothing', 1, { inAgreement: 'none', on: '2022-03-01' }),
    );
    const tables = await harness.tablesAfter(story.events);
    expect(await tables.selectFrom('commitment').selectAll().execute()).toEqual([]);
  });

  it('leave a signatory that left the draft out of who may know', async () => {
    const story = new Story().on(
      '2022-03-01',
      drafted('deal', 'PARTIES', CORPORATION, CARE),
      left('deal', CARE),
    );
    const tables = await harness.tablesAfter(story.events);
    const row = await tables.selectFrom('agreement').selectAll().executeTakeFirstOrThrow();
    expect(row.signatory_ids).toEqual([CORPORATION]);
  });
});
