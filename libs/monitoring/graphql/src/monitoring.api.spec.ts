import { monitoringReadModel, MonitoringStore } from '@intekenboek/monitoring-read-model';
import { projectionHarness } from '@intekenboek/platform-sql-testing';
import { startTestApi, type TestApi } from '@intekenboek/platform-testing';
import { ReferenceDataModule } from '@intekenboek/reference-data-graphql';

import {
  AMSTERDAM,
  clock,
  HISTORY,
  idOf,
  NOORD_HOLLAND,
  PROGRAMME,
  ROTTERDAM,
  translator,
  YMERE,
} from './monitoring.fixtures';
import { MonitoringModule } from './monitoring.module';
import { MONITORING_STORE } from './tokens';

const harness = projectionHarness(monitoringReadModel(translator));
let api: TestApi;
const remembered = new Map<string, Promise<unknown>>();

beforeAll(async () => {
  const tables = await harness.tablesAfter(HISTORY);
  const store = new MonitoringStore({
    tables: () => tables,
    position: () => HISTORY.at(-1)!.position,
    waitFor: async () => undefined,
    cached: <T>(key: string, compute: () => Promise<T>) => {
      const known = remembered.get(key) ?? compute();
      remembered.set(key, known);
      return known as Promise<T>;
    },
  });
  const providers = [{ provide: MONITORING_STORE, useValue: store }];
  api = await startTestApi({ imports: [ReferenceDataModule, MonitoringModule], providers, clock });
}, 60_000);
afterAll(() => api.close());

type Asker = Parameters<TestApi['ask']>[1];
async function answerTo<Data>(query: string, asking: Asker = {}): Promise<Data> {
  const { data, errors } = await api.ask<Data>(query, asking);
  expect(errors).toBeUndefined();
  return data;
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly text: string } }[];
}
interface VerdictAnswer {
  readonly state: string;
  readonly inputs: string;
  readonly explanation: { readonly nl: string };
}
interface RowAnswer {
  readonly code: string;
  readonly commitments: number;
  readonly targets: readonly {
    readonly committed: number | null;
    readonly realisedByCommitments: number | null;
    readonly isSuppressed: boolean;
  }[];
}
interface NationAnswer {
  readonly municipalities: readonly object[];
  readonly provinces: readonly object[];
  readonly totals: { readonly targets: readonly object[] };
}

describe('asking for my commitments', () => {
  const mine = async (query: string) =>
    (await answerTo<{ myCommitments: Page }>(query, { actor: YMERE })).myCommitments;
  const owed = (side: string, more = '') => `{ myCommitments(side: ${side} ${more}) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node {
      id text agreementTitle debtor { name } creditors { name kind } isOwedToPublic territoryName targetGroups
      deadline openEscalationId
      conditions { neededBy commitment { text party { name } } }
      verdict { state expected realised goal isSuppressed attribution { party { name } commitment { text } chain { text } } }
    } }
  } }`;

  it('gives what my party owes, by deadline, with who holds it up', async () => {
    const myCommitments = await mine(owed('OWED_BY_US'));
    expect(myCommitments.totalCount).toBe(2);
    expect(myCommitments.edges.map(({ node }) => node)).toEqual([
      expect.objectContaining({
        text: 'house in words',
        verdict: expect.objectContaining({ realised: 6, goal: 20, isSuppressed: false, attribution: null }),
      }),
      {
        id: idOf('build'),
        text: 'build in words',
        agreementTitle: 'Afspraken open',
        debtor: { name: 'Ymere' },
        creditors: [{ name: 'Amsterdam', kind: 'MUNICIPALITY' }],
        isOwedToPublic: false,
        territoryName: 'Amsterdam',
        targetGroups: ['STUDENTS'],
        deadline: '2025-12-31',
        openEscalationId: null,
        conditions: [
          { neededBy: '2022-09-01', commitment: { text: 'land in words', party: { name: 'Amsterdam' } } },
        ],
        verdict: {
          state: 'BLOCKED',
          expected: 7,
          realised: 0,
          goal: 40,
          isSuppressed: false,
          attribution: {
            party: { name: 'Amsterdam' },
            commitment: { text: 'land in words' },
            chain: [{ text: 'build in words' }, { text: 'land in words' }],
          },
        },
      },
    ]);
  });

  it('gives what is owed to my party, with the case that is open about it', async () => {
    const myCommitments = await mine(owed('OWED_TO_US'));
    expect(myCommitments.edges).toMatchObject([
      { node: { text: 'land in words', isOwedToPublic: true, openEscalationId: idOf('case') } },
    ]);
  });

  it('gives one state, one day and one page when asked', async () => {
    const asked = async (more: string) => mine(owed('OWED_BY_US', more));
    expect((await asked(', state: BLOCKED')).totalCount).toBe(1);
    expect((await asked(', asOf: "2022-01-31"')).totalCount).toBe(0);
    const first = await asked(', first: 1');
    expect([first.edges.length, first.pageInfo.hasNextPage, first.totalCount]).toEqual([1, true, 2]);
    const second = await asked(`, first: 1, after: "${first.pageInfo.endCursor}"`);
    expect([second.edges[0]?.node.text, second.pageInfo.hasNextPage]).toEqual(['build in words', false]);
  });

  it('is refused without a token, and with a cursor of another list', async () => {
    expect((await api.ask(owed('OWED_BY_US'))).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const wrong = await api.ask(owed('OWED_BY_US', ', after: "W10"'), { actor: YMERE });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('asking for a verdict', () => {
  const verdictOn = (name: string, asOf = '2022-10-15') =>
    `{ commitmentVerdict(commitmentId: "${idOf(name)}", asOf: "${asOf}") {
      asOf state realised ratio isSuppressed isMeasurable unit deadline shiftedDays dataAgeDays ruleVersion inputs
      forecast { low mid high } explanation { nl en } waitsFor { neededBy commitment { text } }
    } }`;
  const asked = async (name: string, asking: Asker = {}, asOf?: string) =>
    (await answerTo<{ commitmentVerdict: VerdictAnswer | null }>(verdictOn(name, asOf), asking))
      .commitmentVerdict;

  it('gives it to everyone when the agreement is public, with its explanation and inputs', async () => {
    const verdict = await asked('build');
    expect(verdict).toMatchObject({
      state: 'BLOCKED',
      ruleVersion: 'agreed-1',
      explanation: {
        nl: '0 van 40 woningen; op deze dag (15 oktober 2022) 7 verwacht. Opgehouden: Amsterdam moest uiterlijk 1 september 2022 leveren en heeft dat niet gedaan.',
        en: '0 of 40 dwellings; 7 expected on this day (15 October 2022). Held up: Amsterdam had to deliver by 1 September 2022 and did not.',
      },
      waitsFor: { neededBy: '2022-09-01', commitment: { text: 'land in words' } },
    });
    expect(JSON.parse(verdict!.inputs)).toMatchObject({ asOf: '2022-10-15', rule: { version: 'agreed-1' } });
    expect((await asked('build', {}, '2022-08-31'))?.state).toBe('NOT_DUE');
  });

  it('gives nothing on what is not public to who is neither party nor supervisor', async () => {
    for (const actor of [null, ROTTERDAM]) expect(await asked('house', { actor })).toBeNull();
    expect(await asked('house', { actor: AMSTERDAM })).toMatchObject({ realised: 6, isSuppressed: false });
  });

  it('hides a small count of persons from the province, in every field', async () => {
    for (const actor of [NOORD_HOLLAND, PROGRAMME]) {
      const verdict = await asked('house', { actor });
      expect(verdict).toMatchObject({
        realised: null,
        ratio: null,
        forecast: null,
        inputs: null,
        isSuppressed: true,
      });
      expect(verdict?.explanation.nl).toContain('Onderdrukt aantal van 20 personen');
    }
  });

  it('gives it as it was known on a day', async () => {
    const known = (on: string) =>
      `{ commitmentVerdict(commitmentId: "${idOf('build')}", asOf: "2022-10-15", knownOn: "${on}") { state } }`;
    expect(await answerTo(known('2022-02-01'))).toEqual({ commitmentVerdict: { state: 'BLOCKED' } });
    expect(await answerTo(known('2022-01-31'))).toEqual({ commitmentVerdict: null });
  });

  it('gives nothing on what does not exist, and refuses what is no id', async () => {
    expect(await asked('nothing')).toBeNull();
    const { errors } = await api.ask('{ commitmentVerdict(commitmentId: "x") { state } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('asking for a province', () => {
  type Rows = { provinceOverview: readonly RowAnswer[] };
  const QUERY = `query($asOf: CalendarDate) { provinceOverview(provinceCode: "PV27", asOf: $asOf) {
    municipality { code name province { code } } code commitments openEscalations
    targets {
      name halfYear territoryName apportioned backlog realised committed conditionsMet realisedByCommitments uncovered
      isSuppressed isStatutory verdict { state expected explanation { nl } }
    }
  } }`;
  const amsterdamFor = async (asking: Asker = {}) => {
    const { provinceOverview } = await answerTo<Rows>(QUERY, asking);
    return provinceOverview.find(({ code }) => code === 'GM0363');
  };

  it('gives its municipalities on that day', async () => {
    expect((await answerTo<Rows>(QUERY)).provinceOverview).toHaveLength(44);
    expect(
      (await answerTo<Rows>(QUERY, { variables: { asOf: '2021-06-01' } })).provinceOverview,
    ).toHaveLength(47);
  });

  it('gives the published taakstelling to everyone, and nothing of what is not public', async () => {
    expect(await amsterdamFor()).toMatchObject({
      municipality: { name: 'Amsterdam', province: { code: 'PV27' } },
      commitments: 2,
      openEscalations: 1,
      targets: [
        {
          halfYear: '2022-H2',
          isStatutory: true,
          apportioned: 92,
          backlog: 8,
          realised: 7,
          committed: 0,
          uncovered: 100,
          isSuppressed: false,
        },
      ],
    });
  });

  it('gives what is covered to a party, and hides small counts from who supervises', async () => {
    expect((await amsterdamFor({ actor: AMSTERDAM }))?.targets[0]).toMatchObject({
      committed: 20,
      conditionsMet: 20,
      realisedByCommitments: 6,
      uncovered: 80,
    });
    const seen = (await amsterdamFor({ actor: NOORD_HOLLAND }))!;
    const [target] = seen.targets;
    expect([seen.commitments, target?.committed, target?.realisedByCommitments]).toEqual([3, 20, null]);
    expect(target?.isSuppressed).toBe(true);
  });

  it('gives nothing under the code of a municipality, and refuses one that does not exist', async () => {
    expect(await answerTo('{ provinceOverview(provinceCode: "GM0363") { code } }')).toEqual({
      provinceOverview: [],
    });
    const { errors } = await api.ask('{ provinceOverview(provinceCode: "PV99") { code } }');
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'TERRITORY_UNKNOWN' });
  });

  it('refuses a day before the facts begin', async () => {
    const { errors } = await api.ask(QUERY, { variables: { asOf: '2020-12-31' } });
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'DATE_BEFORE_FACTS' });
  });
});

describe('asking for the country', () => {
  it('gives it rolled up from municipalities to provinces and to the nation', async () => {
    const { nationOverview } = await answerTo<{
      nationOverview: NationAnswer;
    }>(`{ nationOverview(targetId: "${idOf('2022-H2')}") {
      asOf municipalities { code }
      provinces { code name targets { apportioned } }
      totals { municipalities targets { territories apportioned backlog goal realised uncovered states { state count } } }
      ownTargets { name }
    } }`);
    expect(nationOverview).toMatchObject({
      asOf: '2022-10-15',
      ownTargets: [],
      totals: {
        municipalities: 344,
        targets: [
          {
            territories: 2,
            apportioned: 276,
            backlog: 8,
            goal: 284,
            realised: 7,
            states: [
              { state: 'NO_DATA', count: 1 },
              { state: 'AT_RISK', count: 1 },
            ],
          },
        ],
      },
    });
    expect(nationOverview.municipalities).toHaveLength(344);
    expect(nationOverview.provinces).toHaveLength(12);
  });

  it('gives one target as flat rows, of the municipalities that have a part of it', async () => {
    const query = `query($id: ID!) { targetOverview(targetId: $id, asOf: "2022-10-15") {
      code name provinceCode apportioned backlog expected realised committed uncovered state openEscalations
      verdict { explanation { en } }
    } }`;
    expect(await answerTo(query, { variables: { id: idOf('2022-H2') } })).toEqual({
      targetOverview: [
        {
          code: 'GM0363',
          name: 'Amsterdam',
          provinceCode: 'PV27',
          apportioned: 92,
          backlog: 8,
          expected: 50,
          realised: 7,
          committed: 0,
          uncovered: 100,
          state: 'AT_RISK',
          openEscalations: 1,
          verdict: { explanation: { en: expect.stringContaining('7 of 100 persons, 8 of them backlog') } },
        },
        expect.objectContaining({ code: 'GM0599', realised: null, state: 'NO_DATA' }),
      ],
    });
    const { errors } = await api.ask(query, { variables: { id: 'x' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('gives nothing of a target that it is not asked for', async () => {
    const { nationOverview } = await answerTo<{ nationOverview: NationAnswer }>(
      `{ nationOverview(targetId: "${idOf('other')}") { totals { targets { name } } } }`,
    );
    expect(nationOverview.totals.targets).toEqual([]);
  });
});

describe('asking a municipality or a province for its progress', () => {
  it('gives it at the municipality', async () => {
    const { municipality } = await answerTo<{ municipality: object }>(`{ municipality(code: "GM0363") {
      name openEscalationCount then: openEscalationCount(asOf: "2022-01-31")
      targets(asOf: "2023-01-01") { name backlog verdict { state explanation { en } } }
    } }`);
    expect(municipality).toEqual({
      name: 'Amsterdam',
      openEscalationCount: 1,
      then: 0,
      targets: [
        {
          name: 'Taakstelling 2022-H2',
          backlog: 8,
          verdict: {
            state: 'NO_DATA',
            explanation: {
              en: '7 of 100 persons, 8 of them backlog. Figures up to 31 December 2022 are missing; they end on 30 September 2022.',
            },
          },
        },
      ],
    });
  });

  it('gives it at each municipality of a list', async () => {
    const { municipalities } = await answerTo<{ municipalities: readonly RowAnswer[] }>(
      '{ municipalities(provinceCode: "PV28") { code targets { apportioned } } }',
    );
    expect(municipalities.find(({ code }) => code === 'GM0599')?.targets).toEqual([{ apportioned: 184 }]);
  });

  it('gives the totals at the province', async () => {
    const { province } = await answerTo<{ province: object }>(
      '{ province(code: "PV27") { progress { name municipalities targets { apportioned } } targets { name } } }',
    );
    expect(province).toEqual({
      progress: { name: 'Noord-Holland', municipalities: 44, targets: [{ apportioned: 92 }] },
      targets: [],
    });
  });
});
