import { calendarDate, type PartyId, uuidOf } from '@intekenboek/event-sourcing-core';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { commandMeta, someone } from '@intekenboek/event-sourcing-testing';
import type { Identifier, RegisterParty } from '@intekenboek/parties-domain';

import { partyCommands } from './party.command-handler';
import { partyRegister } from './party-register';

const registrar = someone({ partyKind: 'NATIONAL_PROGRAMME', territory: 'NL' });
const from = calendarDate('2021-01-01');
const kvk: Identifier = { scheme: 'KVK', value: '01234567', validFrom: from, validUntil: null };
let sent = 0;
const meta = () => commandMeta({ actor: registrar, commandId: uuidOf(`sent:${(sent += 1)}`) });
const idOf = (name: string) => uuidOf(`party:${name}`) as PartyId;

const tenants = (name: string, identifiers = [kvk]): RegisterParty => ({
  type: 'RegisterParty',
  data: {
    partyId: idOf(name),
    kind: 'TENANTS_ORGANISATION',
    name,
    territory: null,
    workingArea: ['GM0363'],
    identifiers,
    validFrom: from,
    source: 'spec',
  },
  meta: meta(),
});

describe('the register of parties', () => {
  const open = () => {
    const eventStore = new InMemoryEventStore();
    return { commands: partyCommands(eventStore), register: partyRegister(eventStore) };
  };

  it('knows a party as soon as it is registered', async () => {
    const { commands, register } = open();
    await commands.register(tenants('Alert'));
    expect(await register.find(idOf('Alert'))).toMatchObject({
      name: 'Alert',
      identifiers: [kvk],
      endedOn: null,
    });
    expect(await register.find(idOf('Nobody'))).toBeNull();
  });

  it('gives an identifier to one party only, however many ask at once', async () => {
    const { commands } = open();
    const answers = await Promise.allSettled(['A', 'B', 'C'].map((name) => commands.register(tenants(name))));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = answers.find((answer) => answer.status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'IDENTIFIER_TAKEN', details: { value: '01234567' } } });
  });

  it('claims nothing for a party that it refuses', async () => {
    const { commands } = open();
    await expect(commands.register(tenants('', [kvk]))).rejects.toMatchObject({ code: 'PARTY_NAME_MISSING' });
    await commands.register(tenants('Alert'));
  });

  it('claims nothing for somebody who does not keep the register', async () => {
    const { commands } = open();
    await commands.register(tenants('Samen', []));
    const added = { partyId: idOf('Samen'), identifier: kvk };
    const outsider = commandMeta({ actor: someone(), commandId: uuidOf('outsider') });
    await expect(
      commands.addIdentifier({ type: 'AddIdentifier', data: added, meta: outsider }),
    ).rejects.toMatchObject({ code: 'NOT_REGISTRAR' });
    await commands.register(tenants('Alert'));
  });

  it('answers a repeated registration as the first time', async () => {
    const { commands } = open();
    const command = tenants('Alert');
    const first = await commands.register(command);
    expect(await commands.register(command)).toEqual({ ...first, isUnchanged: true });
  });

  it('lets a party end in its successors and keeps its name', async () => {
    const { commands, register } = open();
    await commands.register(tenants('Alert'));
    await commands.register(tenants('Samen', []));
    const wish = { partyId: idOf('Alert'), mergedOn: calendarDate('2023-01-01'), reason: 'Fusie' };
    const data = { ...wish, successorIds: [idOf('Samen')] };
    await commands.merge({ type: 'MergeParty', data, meta: meta() });
    expect(await register.find(idOf('Alert'))).toMatchObject({
      name: 'Alert',
      endedOn: '2023-01-01',
      successorIds: [idOf('Samen')],
    });
  });

  it('refuses successors that nobody registered', async () => {
    const { commands } = open();
    await commands.register(tenants('Alert'));
    const wish = { partyId: idOf('Alert'), mergedOn: calendarDate('2023-01-01'), reason: 'Fusie' };
    const data = { ...wish, successorIds: [idOf('Nobody')] };
    await expect(commands.merge({ type: 'MergeParty', data, meta: meta() })).rejects.toMatchObject({
      code: 'SUCCESSOR_UNKNOWN',
    });
  });
});
