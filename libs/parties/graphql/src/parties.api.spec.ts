import { calendarDate, type PartyId, uuidOf } from '@intekenboek/event-sourcing-core';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { someone } from '@intekenboek/event-sourcing-testing';
import { partyReadModel, PartyStore } from '@intekenboek/parties-read-model';
import { EVENT_STORE } from '@intekenboek/platform-nest';
import { testEngine } from '@intekenboek/platform-sql-testing';
import { startTestApi, type TestApi } from '@intekenboek/platform-testing';
import { ReferenceDataModule } from '@intekenboek/reference-data-graphql';

import { PartiesModule } from './parties.module';
import { PARTY_STORE } from './tokens';

const registrar = someone({ partyKind: 'NATIONAL_PROGRAMME', territory: 'NL' });
const idOf = (name: string) => uuidOf(`party:${name}`) as PartyId;
const from = calendarDate('2021-01-01');
const municipality = (name: string, code: string) => ({
  commandId: uuidOf(`register:${name}`),
  partyId: idOf(name),
  kind: 'MUNICIPALITY',
  name,
  territory: code,
  identifiers: [{ scheme: 'GM', value: code, validFrom: from }],
  validFrom: from,
  source: 'CBS',
});
const REGISTER =
  'mutation ($input: RegisterPartyInput!) { registerParty(input: $input) { id revision position unchanged } }';

describe('the register of parties over GraphQL', () => {
  const eventStore = new InMemoryEventStore();
  const { engine, gate } = testEngine(eventStore, [partyReadModel]);
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({
      imports: [ReferenceDataModule, PartiesModule],
      providers: [
        { provide: EVENT_STORE, useValue: eventStore },
        { provide: PARTY_STORE, useValue: new PartyStore(engine().handle(partyReadModel)) },
      ],
      gate,
    });
  });
  afterAll(() => api.close());

  const register = (input: object, actor = registrar) =>
    api.ask<{ registerParty: { position: string; unchanged: boolean } }>(REGISTER, {
      variables: { input },
      actor,
    });

  it('shows a party to everyone as soon as its registration was acknowledged', async () => {
    const { data } = await register(municipality('Weesp', 'GM0457'));
    const { position } = data.registerParty;
    const found = await api.ask(
      'query ($id: ID!, $position: String) { party(id: $id, waitFor: $position) { name territory identifiers { scheme value validFrom validUntil } } }',
      { variables: { id: idOf('Weesp'), position } },
    );
    expect(found.data).toEqual({
      party: {
        name: 'Weesp',
        territory: 'GM0457',
        identifiers: [{ scheme: 'GM', value: 'GM0457', validFrom: '2021-01-01', validUntil: null }],
      },
    });
  });

  it('has one effect when a registration is sent again', async () => {
    const first = await register(municipality('Amsterdam', 'GM0363'));
    const second = await register(municipality('Amsterdam', 'GM0363'));
    expect(second.data.registerParty).toEqual({ ...first.data.registerParty, unchanged: true });
  });

  it('refuses the same command id with other content', async () => {
    const { errors } = await register({ ...municipality('Amsterdam', 'GM0363'), name: 'Mokum' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'COMMAND_ID_REUSED' });
  });

  it('is changed by its keeper only', async () => {
    const { errors } = await register(municipality('Diemen', 'GM0384'), someone());
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_REGISTRAR' });
  });

  it('says in both languages which identifier is wrong and what is expected', async () => {
    const input = municipality('Diemen', 'GM0384');
    const { errors } = await register({ ...input, identifiers: [{ ...input.identifiers[0], value: '384' }] });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'IDENTIFIER_INVALID',
      details: { value: '384', rule: '4', field: 'identifiers' },
      message: { nl: expect.stringContaining('384 is geen GM'), en: expect.stringContaining('GM0363') },
    });
  });

  it('leads from a party that merged to its successor, on the day it ended', async () => {
    const merged = await api.ask<{ mergeParty: { position: string } }>(
      'mutation ($input: MergePartyInput!) { mergeParty(input: $input) { position } }',
      {
        actor: registrar,
        variables: {
          input: {
            commandId: uuidOf('merge'),
            partyId: idOf('Weesp'),
            successorIds: [idOf('Amsterdam')],
            mergedOn: '2022-03-24',
            reason: 'Herindeling',
          },
        },
      },
    );
    const { data } = await api.ask(
      'query ($id: ID!, $position: String) { party(id: $id, waitFor: $position) { name endedOn successorIds } }',
      { variables: { id: idOf('Weesp'), position: merged.data.mergeParty.position } },
    );
    expect(data).toEqual({
      party: { name: 'Weesp', endedOn: '2022-03-24', successorIds: [idOf('Amsterdam')] },
    });
  });

  it('is listed page after page', async () => {
    const page = (after: string | null) =>
      api.ask<{ parties: { totalCount: number; edges: { cursor: string; node: { name: string } }[] } }>(
        'query ($after: String) { parties(kind: MUNICIPALITY, first: 1, after: $after) { totalCount edges { cursor node { name } } } }',
        { variables: { after } },
      );
    const first = (await page(null)).data.parties;
    const second = (await page(first.edges[0]?.cursor ?? null)).data.parties;
    expect([first.totalCount, first.edges[0]?.node.name, second.edges[0]?.node.name]).toEqual([
      2,
      'Amsterdam',
      'Weesp',
    ]);
  });
});
