import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decodePartyEvent, PARTY_EVENT_TYPES } from './party.codec';
import { partyDecider } from './party.decider';
import type { PartyEvent } from './party.events';

const everWritten = JSON.parse(
  readFileSync(join(__dirname, 'party.events.fixture.json'), 'utf8'),
) as readonly PartyEvent[];

describe('events of the register, as they were ever written', () => {
  it('include every type that exists', () => {
    expect([...new Set(everWritten.map(({ type }) => type))].sort()).toEqual([...PARTY_EVENT_TYPES].sort());
  });

  it('are still readable and still tell a party’s life', () => {
    const events = everWritten.map(({ type, data }) => decodePartyEvent(type, data));
    expect(events.reduce(partyDecider.evolve, partyDecider.initialState)).toMatchObject({
      status: 'Ended',
      endedOn: '2023-01-01',
    });
  });

  it('of an unknown type are refused loudly', () => {
    expect(() => decodePartyEvent('PartyPainted', {})).toThrow('PartyPainted');
  });
});
