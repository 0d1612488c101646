import type { PartyIntegrationEvent } from '@intekenboek/messaging-contracts';

import type { PartyRow } from './monitoring.tables';
import type { RowRules } from './published';

type OfParties = PartyIntegrationEvent;
const isOfParties = (event: { readonly type: string }): event is OfParties =>
  event.type.startsWith('parties.');

/** Names and territories of parties. */
export const partyRows: RowRules<'party'> = {
  table: 'party',
  key: 'party_id',
  keysOf: (event) => (isOfParties(event) ? [event.data.partyId] : []),
  evolve: (row, { event }) => (isOfParties(event) ? evolve(row, event) : row),
};

function evolve(row: PartyRow | null, { type, data }: OfParties): PartyRow | null {
  switch (type) {
    case 'parties.party-registered.v1':
      return {
        party_id: data.partyId,
        kind: data.kind,
        name: data.name,
        territory: data.territory,
        valid_from: data.validFrom,
        ended_on: row?.ended_on ?? null,
        successor_ids: row?.successor_ids ?? [],
      };
    case 'parties.party-merged.v1':
      return row && { ...row, ended_on: data.mergedOn, successor_ids: data.successorIds };
  }
}
