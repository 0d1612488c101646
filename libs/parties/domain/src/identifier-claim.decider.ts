import {
  asStored,
  type Command,
  type Decider,
  eventCodec,
  type Message,
  type PartyId,
} from '@intekenboek/event-sourcing-core';

import type { IdentifierScheme } from './identifier';
import { PartyRejected } from './party.errors';

interface Claim {
  readonly scheme: IdentifierScheme;
  readonly value: string;
  readonly partyId: PartyId;
}

/** One stream per identifier: whoever claims it first has it, however many registrars are at work (ADR-0005). */
export type IdentifierClaimed = Message<'IdentifierClaimed', Claim>;
export type ClaimIdentifier = Command<'ClaimIdentifier', Claim>;

/** To whom an identifier belongs; null while nobody has it. */
export const identifierClaimDecider: Decider<ClaimIdentifier, IdentifierClaimed, PartyId | null> = {
  initialState: null,
  decide: ({ data: { scheme, value, partyId } }, owner) => {
    if (owner === partyId) return [];
    if (owner !== null) {
      throw new PartyRejected('IDENTIFIER_TAKEN', { rule: '4', field: 'identifiers', scheme, value });
    }
    return [{ type: 'IdentifierClaimed', data: { scheme, value, partyId } }];
  },
  evolve: (_, { data }) => data.partyId,
};

export const decodeIdentifierClaim = eventCodec<IdentifierClaimed>({ IdentifierClaimed: asStored });
