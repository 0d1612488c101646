import { uuidOf } from '@intekenboek/event-sourcing-core';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { someone } from '@intekenboek/event-sourcing-testing';
import { EVENT_STORE } from '@intekenboek/platform-nest';
import { testEngine } from '@intekenboek/platform-sql-testing';
import { startTestApi, type TestApi } from '@intekenboek/platform-testing';
import { ReferenceDataModule } from '@intekenboek/reference-data-graphql';
import { targetReadModel, TargetStore } from '@intekenboek/targets-read-model';

import { TargetsModule } from './targets.module';
import { TARGET_STORE } from './tokens';

const minister = someone({ partyKind: 'MINISTRY', territory: 'NL' });
const targetId = uuidOf('target:2022-H2');

interface Shown {
  readonly quantity: number;
  readonly numbers: readonly { quantity: number }[];
  readonly apportionment: {
    sumOfParts: number;
    partsCount: number;
    weightTotal: number;
    populationDate: string;
  };
  readonly parts: readonly { territory: string; weight: number; quantity: number; calculation: string }[];
}

describe('targets over GraphQL', () => {
  const eventStore = new InMemoryEventStore();
  const { engine, gate } = testEngine(eventStore, [targetReadModel]);
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({
      imports: [ReferenceDataModule, TargetsModule],
      providers: [
        { provide: EVENT_STORE, useValue: eventStore },
        { provide: TARGET_STORE, useValue: new TargetStore(engine().handle(targetReadModel)) },
      ],
      gate,
    });
  });
  afterAll(() => api.close());

  const send = (mutation: string, type: string, input: object, actor = minister) =>
    api.ask<Record<string, { position: string }>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { position } }`,
      { variables: { input: { targetId, ...input } }, actor },
    );
  const show = async (position: string | undefined): Promise<Shown> => {
    const { data } = await api.ask<{ target: Shown }>(
      `query ($id: ID!, $position: String) { target(id: $id, waitFor: $position) {
        quantity numbers { quantity } apportionment { sumOfParts partsCount weightTotal populationDate }
        parts { territory weight quantity calculation } } }`,
      { variables: { id: targetId, position } },
    );
    return data.target;
  };
  const published = {
    commandId: uuidOf('publish'),
    halfYear: '2022-H2',
    persons: 13_500,
    publishedOn: '2022-04-08',
    source: 'Staatscourant',
  };

  it('let anyone compute every part and their sum again by hand', async () => {
    const { data } = await send('publishTaakstelling', 'PublishTaakstellingInput', published);
    const { apportionment, parts, quantity } = await show(data['publishTaakstelling']?.position);
    expect(apportionment).toMatchObject({
      partsCount: 344,
      weightTotal: 17_475_415,
      populationDate: '2021-01-01',
    });
    for (const part of parts) {
      expect(part.quantity).toBe(Math.ceil((quantity * part.weight) / apportionment.weightTotal));
      expect(part.calculation).toMatch(
        new RegExp(`^13500 × ${part.weight} / 17475415 = .* → ${part.quantity}$`),
      );
    }
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(apportionment.weightTotal);
    expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(apportionment.sumOfParts);
    expect(apportionment.sumOfParts).toBeGreaterThan(quantity);
  });

  it('keep the earlier number beside a revision', async () => {
    const { data } = await send('reviseTarget', 'ReviseTargetInput', {
      commandId: uuidOf('revise'),
      quantity: 10_000,
      reason: 'Herzien',
      source: 'Brief',
    });
    const { numbers, quantity } = await show(data['reviseTarget']?.position);
    expect([quantity, numbers]).toEqual([10_000, [{ quantity: 13_500 }, { quantity: 10_000 }]]);
  });

  it('show the latest record of what was realised, beside all earlier ones', async () => {
    const record = (commandId: string, upTo: string, quantity: number) =>
      send(
        'recordRealisation',
        'RecordRealisationInput',
        { commandId: uuidOf(commandId), upTo, parts: [{ territory: 'GM0363', quantity }], source: 'COA' },
        someone({ partyKind: 'NATIONAL_AGENCY', territory: 'NL' }),
      );
    await record('july', '2022-07-31', 80);
    const { data } = await record('august', '2022-08-31', 170);
    const answer = await api.ask(
      `query ($id: ID!, $position: String) { target(id: $id, waitFor: $position) {
        parts(territory: "GM0363") { territoryName realised realisations { upTo quantity } } } }`,
      { variables: { id: targetId, position: data['recordRealisation']?.position } },
    );
    expect(answer.data).toEqual({
      target: {
        parts: [
          {
            territoryName: 'Amsterdam',
            realised: 170,
            realisations: [
              { upTo: '2022-07-31', quantity: 80 },
              { upTo: '2022-08-31', quantity: 170 },
            ],
          },
        ],
      },
    });
  });

  it('refuse with the rule, the field and what to do', async () => {
    const { errors } = await send('publishTaakstelling', 'PublishTaakstellingInput', {
      ...published,
      commandId: uuidOf('publish-2023'),
      targetId: uuidOf('target:2023-H1'),
      halfYear: '2023-H1',
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'POPULATION_UNKNOWN',
      details: { rule: '7', field: 'standIn', populationDate: '2022-01-01' },
    });
  });

  it('are split explicitly by whoever governs the territory', async () => {
    const province = someone({ partyKind: 'PROVINCE', territory: 'PV27' });
    const ofProvince = { targetId: uuidOf('target:province') };
    await send(
      'setTarget',
      'SetTargetInput',
      {
        ...ofProvince,
        commandId: uuidOf('set'),
        name: 'Flexwoningen',
        resultKind: 'DWELLINGS_DELIVERED',
        territory: 'PV27',
        from: '2025-01-01',
        until: '2026-12-31',
        quantity: 100,
        realisedBy: 'COMMITMENTS',
        source: 'Woondeal',
      },
      province,
    );
    const split = await send(
      'apportionTarget',
      'ApportionTargetInput',
      {
        ...ofProvince,
        commandId: uuidOf('split'),
        strategy: 'EXPLICIT',
        legalBasis: 'Woondeal',
        explanation: 'Naar locaties',
        parts: [
          { territory: 'GM0363', quantity: 60 },
          { territory: 'GM0394', quantity: 39 },
        ],
      },
      province,
    );
    expect(split.errors?.[0]?.extensions).toMatchObject({
      reason: 'APPORTIONMENT_SUM_DIFFERS',
      details: { sum: 99, whole: 100 },
    });
  });
});
