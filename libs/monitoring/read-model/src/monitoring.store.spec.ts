import type { ProgressState } from '@intekenboek/monitoring-domain';
import type { ReadModelHandle } from '@intekenboek/platform-sql';
import { projectionHarness } from '@intekenboek/platform-sql-testing';

import {
  agreement,
  AMSTERDAM,
  CARE,
  commitment,
  CORPORATION,
  day,
  escalation,
  HAARLEM,
  nation,
  NOORD_HOLLAND,
  PROGRAMME,
  progress,
  type Story,
  STRANGER,
  target,
  translator,
} from './monitoring.fixtures';
import { monitoringReadModel } from './monitoring.projection';
import { cursorOf, MonitoringStore } from './monitoring.store';
import type { MonitoringTables } from './monitoring.tables';
import type { Reader } from './sight';
import type { TargetView } from './target.view';

const harness = projectionHarness(monitoringReadModel(translator));

async function storeOf(story: Story): Promise<MonitoringStore> {
  const tables = await harness.tablesAfter(story.events);
  const remembered = new Map<string, Promise<unknown>>();
  const handle: ReadModelHandle<MonitoringTables> = {
    tables: () => tables,
    position: () => story.events.at(-1)!.position,
    waitFor: async () => undefined,
    cached: <T>(key: string, compute: () => Promise<T>) => {
      const known = remembered.get(key) ?? compute();
      remembered.set(key, known);
      return known as Promise<T>;
    },
  };
  return new MonitoringStore(handle);
}

let store: MonitoringStore;
beforeAll(async () => {
  store = await storeOf(nation());
});

const corporation: NonNullable<Reader> = { partyId: CORPORATION, partyKind: 'CORPORATION', territory: null };
const amsterdam: NonNullable<Reader> = { partyId: AMSTERDAM, partyKind: 'MUNICIPALITY', territory: 'GM0363' };
const haarlem: NonNullable<Reader> = { partyId: HAARLEM, partyKind: 'MUNICIPALITY', territory: 'GM0392' };
const care: NonNullable<Reader> = { partyId: CARE, partyKind: 'CARE_PROVIDER', territory: null };
const province: Reader = { partyId: NOORD_HOLLAND, partyKind: 'PROVINCE', territory: 'PV27' };
const otherProvince: Reader = { partyId: STRANGER, partyKind: 'PROVINCE', territory: 'PV28' };
const programme: Reader = { partyId: PROGRAMME, partyKind: 'NATIONAL_PROGRAMME', territory: 'NL' };
const stranger: Reader = { partyId: STRANGER, partyKind: 'MUNICIPALITY', territory: 'GM0599' };
const OCTOBER = day('2022-10-15');

describe('my commitments', () => {
  const mine = (
    reader: NonNullable<Reader>,
    { side = 'OWED_BY_US' as const, asOf = OCTOBER, state = null as ProgressState | null, limit = 9 } = {},
  ) => store.myCommitments(reader, { side, asOf, state, limit, after: null });
  const idsOf = ({ rows }: Awaited<ReturnType<typeof mine>>) => rows.map(({ id }) => id);

  it('are what my party owes in agreements in force, by deadline', async () => {
    const page = await mine(corporation);
    expect(idsOf(page).sort()).toEqual([commitment('build'), commitment('few'), commitment('house')].sort());
    expect(page.rows.map(({ deadline }) => deadline)).toEqual(['2022-12-31', '2022-12-31', '2025-12-31']);
    expect(page.totalCount).toBe(3);
  });

  it('are, on the other side, what is owed to my party', async () => {
    const page = await store.myCommitments(corporation, {
      side: 'OWED_TO_US',
      asOf: OCTOBER,
      state: null,
      limit: 9,
      after: null,
    });
    expect(idsOf(page)).toEqual([commitment('land')]);
    expect(page.rows[0]).toMatchObject({ isOwedToPublic: true, debtor: { name: 'Amsterdam' } });
  });

  it('are none before the agreement is in force', async () => {
    expect((await mine(corporation, { asOf: day('2022-02-28') })).totalCount).toBe(0);
  });

  it('are those in one state when only that is asked', async () => {
    const page = await mine(corporation, { state: 'BLOCKED' });
    expect([idsOf(page), page.totalCount]).toEqual([[commitment('build')], 1]);
  });

  it('come in pages that leave nothing out', async () => {
    const seen: string[] = [];
    let after: readonly [string, string, string] | null = null;
    for (;;) {
      const question = { side: 'OWED_BY_US', asOf: OCTOBER, state: null, limit: 1, after } as const;
      const [row] = (await store.myCommitments(corporation, question)).rows;
      if (row === undefined) break;
      seen.push(row.id);
      after = cursorOf(row);
    }
    expect(seen.sort()).toEqual([commitment('build'), commitment('few'), commitment('house')].sort());
  });

  it('show in full what my party signed, with the case that is open about it', async () => {
    const { rows } = await mine(care);
    expect(rows).toMatchObject([
      {
        agreementId: agreement('closed'),
        agreementTitle: 'closed',
        text: 'rooms in words',
        territoryName: 'Haarlem',
        verdict: { realised: 4, goal: 30, isSuppressed: false },
        openEscalationId: null,
      },
    ]);
    const [land] = (await mine(amsterdam)).rows;
    expect(land).toMatchObject({ id: commitment('land'), openEscalationId: escalation('blocked') });
  });
});

describe('one commitment', () => {
  const seenBy = (reader: Reader, name: string, asOf = OCTOBER) =>
    store.commitment(commitment(name), { asOf, knownOn: null }, reader);

  it('names the party that holds it up, and until when it waited', async () => {
    expect(await seenBy(null, 'build')).toMatchObject({
      verdict: {
        state: 'BLOCKED',
        attribution: {
          party: { name: 'Amsterdam' },
          commitment: { id: commitment('land'), text: 'land in words' },
          chain: [{ party: { name: 'Ymere' } }, { party: { name: 'Amsterdam' } }],
        },
        waitsFor: { commitment: { text: 'land in words' }, neededBy: '2022-09-01' },
        explanation: {
          nl: expect.stringContaining('Opgehouden: Amsterdam moest uiterlijk 1 september 2022 leveren'),
        },
      },
      conditions: [
        { commitment: { text: 'land in words', party: { name: 'Amsterdam' } }, neededBy: '2022-09-01' },
      ],
    });
    expect((await seenBy(null, 'build', day('2022-09-01')))?.verdict.state).toBe('NOT_DUE');
  });

  it('is judged by what was known on a day when that is asked', async () => {
    const asked = async (knownOn: string | null) => {
      const moment = { asOf: OCTOBER, knownOn: knownOn === null ? null : day(knownOn) };
      return (await store.commitment(commitment('house'), moment, corporation))?.verdict.realised;
    };
    expect([await asked(null), await asked('2022-10-01'), await asked('2022-09-30')]).toEqual([12, 12, 0]);
    expect(await asked('2022-01-31')).toBeUndefined();
  });

  it('does not exist for those who may not know of it', async () => {
    for (const reader of [null, stranger, otherProvince, amsterdam]) {
      expect(await seenBy(reader, 'rooms')).toBeNull();
    }
    for (const reader of [haarlem, corporation, care, province, programme]) {
      expect((await seenBy(reader, 'rooms'))?.verdict).toMatchObject({ realised: 4, isSuppressed: false });
    }
    for (const reader of [corporation, programme]) expect(await seenBy(reader, 'unsigned')).toBeNull();
  });

  it('hides small counts of persons and rounds others for those who are not a party', async () => {
    expect((await seenBy(corporation, 'few'))?.verdict).toMatchObject({ realised: 6, isSuppressed: false });
    for (const reader of [province, programme]) {
      const verdict = (await seenBy(reader, 'few'))?.verdict;
      expect(verdict).toMatchObject({ realised: null, ratio: null, isSuppressed: true, inputs: null });
      expect(JSON.stringify(verdict)).not.toContain('6 van 8');
    }
    expect((await seenBy(null, 'house'))?.verdict).toMatchObject({
      realised: 10,
      confirmed: 10,
      isSuppressed: true,
    });
    expect((await seenBy(amsterdam, 'house'))?.verdict).toMatchObject({ realised: 12, isSuppressed: false });
  });

  it('gives its inputs to who may see all that is in them', async () => {
    const inputs = (await seenBy(null, 'build'))?.verdict.inputs;
    expect(JSON.parse(inputs ?? 'null')).toMatchObject({
      judged: { goal: 200 },
      prerequisites: [{ unit: 'DONE' }],
    });
    expect((await seenBy(null, 'house'))?.verdict.inputs).toBeNull();
  });
});

describe('a province on a day', () => {
  const of = async (reader: Reader, asOf = OCTOBER, targetId: string | null = null) =>
    store.overview('PV27', asOf, reader, targetId);
  const municipality = async (reader: Reader, code: string, asOf = OCTOBER) =>
    (await of(reader, asOf)).municipalities.find((row) => row.code === code);
  const targetOf = async (reader: Reader, code: string, name: string): Promise<TargetView | undefined> =>
    (await municipality(reader, code))?.targets.find(({ targetId }) => targetId === target(name));

  it('lists every municipality that it has on that day', async () => {
    expect((await of(null)).municipalities).toHaveLength(44);
    expect((await of(null, day('2022-01-01'))).municipalities).toHaveLength(45);
  });

  it('shows the number, the backlog beside it and the verdict to everyone', async () => {
    expect(await targetOf(null, 'GM0363', '2022-H2')).toMatchObject({
      apportioned: 92,
      backlog: 8,
      isStatutory: true,
      verdict: { goal: 100, realised: 20, state: 'AT_RISK', isSuppressed: false },
    });
    expect(await targetOf(null, 'GM0392', '2022-H2')).toMatchObject({
      apportioned: 46,
      backlog: -10,
      verdict: { goal: 36, realised: 30 },
    });
    const inputs = (await targetOf(null, 'GM0363', '2022-H2'))?.verdict.inputs;
    expect(JSON.parse(inputs ?? 'null')).toMatchObject({ judged: { quantities: [{ quantity: 92 }] } });
  });

  it('shows what commitments cover, and what nobody promised', async () => {
    expect((await targetOf(amsterdam, 'GM0363', '2022-H2'))?.coverage).toEqual({
      commitments: 1,
      committed: 46,
      conditionsMet: 46,
      conditionsOpen: 0,
      realised: 12,
      forecast: 21.23,
      uncovered: 54,
      isSuppressed: false,
    });
    expect((await targetOf(null, 'GM0363', 'dwellings'))?.coverage).toMatchObject({
      committed: 200,
      conditionsMet: 0,
      conditionsOpen: 200,
      uncovered: 100,
    });
  });

  it('does not count for a reader what does not exist for him', async () => {
    expect((await targetOf(null, 'GM0392', '2022-H2'))?.coverage).toMatchObject({
      commitments: 0,
      committed: 0,
      uncovered: 36,
      isSuppressed: false,
    });
    expect((await targetOf(haarlem, 'GM0392', '2022-H2'))?.coverage).toMatchObject({
      committed: 8,
      uncovered: 28,
    });
    expect([
      (await municipality(null, 'GM0392'))?.commitments,
      (await municipality(province, 'GM0392'))?.commitments,
    ]).toEqual([0, 2]);
  });

  it('hides a small number of persons, and what would tell it, from who is not a party', async () => {
    expect((await targetOf(province, 'GM0392', '2022-H2'))?.coverage).toMatchObject({
      commitments: 1,
      committed: null,
      conditionsMet: null,
      realised: null,
      uncovered: null,
      isSuppressed: true,
    });
    const totals = (await of(province)).totals.targets.find(({ targetId }) => targetId === target('2022-H2'));
    expect(totals?.coverage).toMatchObject({ committed: null, uncovered: null, isSuppressed: true });
  });

  it('hides the results of a target to which something counts that does not exist for the reader', async () => {
    expect((await targetOf(null, 'GM0392', 'dwellings'))?.verdict).toMatchObject({
      realised: null,
      lastReportOn: null,
      inputs: null,
      isSuppressed: true,
    });
    expect((await targetOf(null, 'GM0363', 'dwellings'))?.verdict).toMatchObject({
      realised: 0,
      isSuppressed: false,
    });
    expect((await targetOf(programme, 'GM0392', 'dwellings'))?.verdict).toMatchObject({ realised: 4 });
    const totalsFor = async (reader: Reader) =>
      (await of(reader)).totals.targets.find(({ targetId }) => targetId === target('dwellings'));
    expect((await totalsFor(null))?.realised).toBeNull();
    expect((await totalsFor(province))?.realised).toBe(4);
  });

  it('counts open cases where they lie, of what the reader may see', async () => {
    const casesOf = async (reader: Reader, code: string, asOf = OCTOBER) =>
      (await municipality(reader, code, asOf))?.openEscalations;
    expect(await casesOf(null, 'GM0363')).toBe(2);
    expect(await casesOf(null, 'GM0363', day('2022-10-10'))).toBe(1);
    expect([await casesOf(null, 'GM0392'), await casesOf(province, 'GM0392')]).toEqual([0, 1]);
    expect(await casesOf(province, 'GM0392', day('2022-11-01'))).toBe(0);
  });

  it('shows one target when only that is asked', async () => {
    const { municipalities, totals } = await of(null, OCTOBER, target('2022-H2'));
    expect(new Set(municipalities.flatMap(({ targets }) => targets.map(({ name }) => name)))).toEqual(
      new Set(['2022-H2']),
    );
    expect(totals.targets).toHaveLength(1);
  });

  it('is computed once until something happens', async () => {
    expect(await of(null)).toBe(await of(null));
    expect(await of(stranger)).toBe(await of(null));
    expect(await of(province)).not.toBe(await of(null));
  });

  it('does not show a target before it was set', async () => {
    expect((await municipality(null, 'GM0363', day('2022-03-31')))?.targets.map(({ name }) => name)).toEqual([
      'dwellings',
    ]);
  });
});

describe('the country on a day', () => {
  it('rolls municipalities up to provinces and to the nation', async () => {
    const { totals, provinces, municipalities, ownTargets } = await store.overview('NL', OCTOBER, programme);
    expect([municipalities.length, provinces.length, totals.municipalities]).toEqual([344, 12, 344]);
    const ofTarget = (each: typeof totals) =>
      each.targets.find(({ targetId }) => targetId === target('2022-H2'));
    expect(ofTarget(totals)).toMatchObject({
      territories: 3,
      apportioned: 322,
      backlog: -2,
      goal: 320,
      realised: 142,
      states: [
        { state: 'ON_TRACK', count: 2 },
        { state: 'AT_RISK', count: 1 },
      ],
    });
    expect(provinces.map(ofTarget).filter(Boolean)).toMatchObject([
      { apportioned: 138 },
      { apportioned: 184 },
    ]);
    expect(ownTargets).toEqual([]);
  });
});

describe('the facts for the escalation policy', () => {
  it('are the commitments in force and the parts of targets, with who must answer', async () => {
    const { commitments, targets } = await store.factsOn({ asOf: OCTOBER, knownOn: null });
    expect(commitments).toHaveLength(5);
    expect(targets.map(({ territory, debtorId, halfYear }) => [territory, debtorId, halfYear])).toEqual(
      expect.arrayContaining([
        ['GM0363', AMSTERDAM, '2022-H2'],
        ['GM0392', HAARLEM, '2022-H2'],
        ['GM0363', AMSTERDAM, null],
      ]),
    );
    expect(targets).toHaveLength(5);
  });

  it('leave out what was not known then', async () => {
    const late = await storeOf(
      nation().late(
        '2022-09-01',
        '2022-12-01',
        progress('house', 30, { inAgreement: 'open', on: '2022-09-01' }),
      ),
    );
    const { commitments } = await late.factsOn({ asOf: day('2022-02-28'), knownOn: null });
    expect(commitments).toEqual([]);
    expect((await late.factsOn({ asOf: OCTOBER, knownOn: day('2022-01-31') })).commitments).toEqual([]);
    expect((await late.factsOn({ asOf: OCTOBER, knownOn: day('2022-03-31') })).targets).toHaveLength(2);
  });
});
