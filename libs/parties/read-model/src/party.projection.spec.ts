import { calendarDate, type PartyId, uuidOf } from '@intekenboek/event-sourcing-core';
import type { Identifier, PartyEvent } from '@intekenboek/parties-domain';
import { projectionHarness, recorded } from '@intekenboek/platform-sql-testing';

import { partyReadModel } from './party.projection';
import { PartyStore } from './party.store';

const idOf = (name: string) => uuidOf(`party:${name}`) as PartyId;
const from = calendarDate('2021-01-01');
const kvk: Identifier = { scheme: 'KVK', value: '01234567', validFrom: from, validUntil: null };
const registered = (
  name: string,
  territory: string | null,
  workingArea: readonly string[] = [],
): PartyEvent => ({
  type: 'PartyRegistered',
  data: {
    partyId: idOf(name),
    kind: territory === null ? 'CORPORATION' : 'MUNICIPALITY',
    name,
    territory,
    workingArea,
    identifiers: [],
    validFrom: from,
    source: 'spec',
  },
});
const history: readonly PartyEvent[] = [
  registered('Weesp', 'GM0457'),
  registered('Amsterdam', 'GM0363'),
  registered('De 100%_Sleutel', null, ['GM0363', 'GM0457']),
  { type: 'IdentifierAdded', data: { partyId: idOf('Weesp'), identifier: kvk } },
  {
    type: 'IdentifierEnded',
    data: { partyId: idOf('Weesp'), scheme: 'KVK', value: '01234567', validUntil: from, reason: 'r' },
  },
  {
    type: 'PartyMerged',
    data: {
      partyId: idOf('Weesp'),
      successorIds: [idOf('Amsterdam')],
      mergedOn: calendarDate('2022-03-24'),
      reason: 'r',
    },
  },
];
const events = recorded(history, { stream: ({ data }) => `party-${(data as { partyId: PartyId }).partyId}` });

describe('the register as it is read', () => {
  const harness = projectionHarness(partyReadModel);
  const store = async () => {
    const tables = await harness.tablesAfter(events);
    return new PartyStore({
      tables: () => tables,
      position: () => events[0]!.position,
      waitFor: async () => undefined,
      cached: (_, compute) => compute(),
    });
  };
  const namesOf = ({ rows }: { rows: readonly { name: string }[] }) => rows.map(({ name }) => name);

  it('is the same however often and in whatever pages the events are delivered', async () => {
    await harness.expectSameHoweverDelivered(events);
  });

  it('keeps a party that merged under its old name and leads to its successor', async () => {
    expect(await (await store()).find(idOf('Weesp'))).toMatchObject({
      name: 'Weesp',
      ended_on: '2022-03-24',
      successor_ids: [idOf('Amsterdam')],
      identifiers: [{ value: '01234567', validUntil: '2021-01-01' }],
    });
  });

  it('lists parties by name, page after page', async () => {
    const parties = await store();
    const first = await parties.list({}, 2, null);
    expect([namesOf(first), first.totalCount]).toEqual([['Amsterdam', 'De 100%_Sleutel'], 3]);
    expect(namesOf(await parties.list({}, 2, ['de 100%_sleutel', idOf('De 100%_Sleutel')]))).toEqual([
      'Weesp',
    ]);
  });

  it('finds parties by a part of the name, in which percent and underscore are letters', async () => {
    const parties = await store();
    expect(namesOf(await parties.list({ search: '0%_s' }, 5, null))).toEqual(['De 100%_Sleutel']);
    expect(namesOf(await parties.list({ search: '%' }, 5, null))).toEqual(['De 100%_Sleutel']);
  });

  it('finds parties of and in a territory', async () => {
    const found = await (await store()).list({ territory: 'GM0457' }, 5, null);
    expect(namesOf(found)).toEqual(['De 100%_Sleutel', 'Weesp']);
  });
});
