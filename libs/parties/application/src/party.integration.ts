import { decodePartyEvent, PARTY_EVENT_TYPES } from '@intekenboek/parties-domain';
import type { IntegrationTranslator } from '@intekenboek/messaging-contracts';

/** What other contexts may know of the register. Identifiers stay here. */
export const partyIntegration: IntegrationTranslator = {
  eventTypes: PARTY_EVENT_TYPES,
  translate: (recorded) => {
    const { type, data } = decodePartyEvent(recorded.type, recorded.data);
    switch (type) {
      case 'PartyRegistered': {
        const { partyId, kind, name, territory, workingArea, validFrom } = data;
        return [
          {
            type: 'parties.party-registered.v1',
            data: { partyId, kind, name, territory, workingArea, validFrom },
          },
        ];
      }
      case 'PartyMerged': {
        const { partyId, successorIds, mergedOn } = data;
        return [{ type: 'parties.party-merged.v1', data: { partyId, successorIds, mergedOn } }];
      }
      case 'IdentifierAdded':
      case 'IdentifierEnded':
        return [];
    }
  },
};
