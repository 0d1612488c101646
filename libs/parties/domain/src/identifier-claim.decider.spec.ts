import type { PartyId } from '@intekenboek/event-sourcing-core';
import { commandMeta, scenarioFor, someone } from '@intekenboek/event-sourcing-testing';

import {
  type ClaimIdentifier,
  decodeIdentifierClaim,
  identifierClaimDecider,
  type IdentifierClaimed,
} from './identifier-claim.decider';
import { AMSTERDAM, WEESP } from './party.fixtures';

const given = scenarioFor(identifierClaimDecider);
const claimed = (partyId: PartyId): IdentifierClaimed => ({
  type: 'IdentifierClaimed',
  data: { scheme: 'KVK', value: '01234567', partyId },
});
const claim = (partyId: PartyId): ClaimIdentifier => ({
  type: 'ClaimIdentifier',
  data: { scheme: 'KVK', value: '01234567', partyId },
  meta: commandMeta({ actor: someone() }),
});

describe('claiming an identifier', () => {
  it('gives it to the first party that asks', () => {
    given().when(claim(WEESP)).then(claimed(WEESP));
  });

  it('changes nothing when the same party asks again', () => {
    given(claimed(WEESP)).when(claim(WEESP)).thenNothing();
  });

  it('is refused to every other party', () => {
    given(claimed(WEESP)).when(claim(AMSTERDAM)).thenRejected('IDENTIFIER_TAKEN', { value: '01234567' });
  });
});

describe('the claim of an identifier, as it was ever written', () => {
  const stored = { scheme: 'L_NUMBER', value: 'L0123', partyId: '0d1f5a3e-5b0e-5c7e-9d55-1f4c8a1b2c3d' };

  it('is still readable and still names the owner', () => {
    const event = decodeIdentifierClaim('IdentifierClaimed', stored);
    expect(identifierClaimDecider.evolve(null, event)).toBe(stored.partyId);
  });
});
