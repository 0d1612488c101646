import { DomainError } from '@intekenboek/event-sourcing-core';
import { commandMeta, someone } from '@intekenboek/event-sourcing-testing';
import fc from 'fast-check';

import type { PartyCommand } from './party.commands';
import { partyDecider } from './party.decider';
import { AMSTERDAM, MERGER_DAY, valid, WEESP, weespRegistered } from './party.fixtures';
import type { Party } from './party.state';

const meta = commandMeta({ actor: someone({ partyKind: 'NATIONAL_PROGRAMME' }) });
const successor = { partyId: AMSTERDAM, kind: 'MUNICIPALITY' as const, isEnded: false };
const COMMANDS: readonly PartyCommand[] = [
  { type: 'RegisterParty', data: weespRegistered().data, meta },
  { type: 'AddIdentifier', data: { partyId: WEESP, identifier: valid('KVK', '01234567') }, meta },
  {
    type: 'EndIdentifier',
    data: { partyId: WEESP, scheme: 'GM', value: 'GM0457', validUntil: MERGER_DAY, reason: 'r' },
    meta,
  },
  {
    type: 'MergeParty',
    data: { partyId: WEESP, successorIds: [AMSTERDAM], mergedOn: MERGER_DAY, reason: 'r' },
    successors: [successor],
    meta,
  },
];

describe('a party, whatever is asked of it in whatever order', () => {
  it('begins once, ends once, and changes no more after its end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...COMMANDS), { maxLength: 12 }), (commands) => {
        let state: Party = partyDecider.initialState;
        const types: string[] = [];
        for (const command of commands) {
          const events = decideOrNothing(command, state);
          types.push(...events.map(({ type }) => type));
          state = events.reduce(partyDecider.evolve, state);
        }
        expect(types.filter((type) => type === 'PartyRegistered').length).toBeLessThanOrEqual(1);
        if (types.includes('PartyMerged')) expect(types.indexOf('PartyMerged')).toBe(types.length - 1);
        if (types.length > 0) expect(types[0]).toBe('PartyRegistered');
      }),
    );
  });
});

function decideOrNothing(command: PartyCommand, state: Party) {
  try {
    return partyDecider.decide(command, state);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
