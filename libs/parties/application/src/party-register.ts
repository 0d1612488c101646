import type { EventStore, PartyId, RecordedEvent } from '@intekenboek/event-sourcing-core';
import { decodePartyEvent, isSameIdentifier } from '@intekenboek/parties-domain';

import type { PartyCard, PartyRegister } from './party-register.port';

export const partyStream = (partyId: PartyId) => `party-${partyId}` as const;

/** Reads a party from its own stream: few events, and no read model that could lag. */
export const partyRegister = (eventStore: EventStore): PartyRegister => ({
  async find(partyId) {
    const { events } = await eventStore.readStream(partyStream(partyId));
    return events.reduce<PartyCard | null>(evolveCard, null);
  },
});

export function evolveCard(card: PartyCard | null, recorded: RecordedEvent): PartyCard | null {
  const { type, data } = decodePartyEvent(recorded.type, recorded.data);
  if (type === 'PartyRegistered') {
    const { partyId, kind, name, territory, workingArea, identifiers, validFrom } = data;
    const known = { partyId, kind, name, territory, workingArea, identifiers, validFrom };
    return { ...known, endedOn: null, successorIds: [] };
  }
  if (card === null) return null;
  switch (type) {
    case 'IdentifierAdded':
      return { ...card, identifiers: [...card.identifiers, data.identifier] };
    case 'IdentifierEnded':
      return {
        ...card,
        identifiers: card.identifiers.map((known) =>
          isSameIdentifier(known, data) ? { ...known, validUntil: data.validUntil } : known,
        ),
      };
    case 'PartyMerged':
      return { ...card, endedOn: data.mergedOn, successorIds: data.successorIds };
  }
}
