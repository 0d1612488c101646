import { asStored, eventCodec } from '@intekenboek/event-sourcing-core';

import type { PartyEvent } from './party.events';

export const decodePartyEvent = eventCodec<PartyEvent>({
  PartyRegistered: asStored,
  IdentifierAdded: asStored,
  IdentifierEnded: asStored,
  PartyMerged: asStored,
});

export const PARTY_EVENT_TYPES: readonly PartyEvent['type'][] = [
  'PartyRegistered',
  'IdentifierAdded',
  'IdentifierEnded',
  'PartyMerged',
];
