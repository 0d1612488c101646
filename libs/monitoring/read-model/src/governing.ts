import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { PartyRow } from './monitoring.tables';
import { placeOn } from './places';

/** Who governs a territory on a day: its municipality or province, or the party in which that one went on. */
export type Governing = (territory: string, day: CalendarDate) => PartyId | null;

export function governingAmong(parties: ReadonlyMap<PartyId, PartyRow>): Governing {
  const byTerritory = new Map<string, PartyRow>();
  for (const party of parties.values()) {
    const governs = party.kind === 'MUNICIPALITY' || party.kind === 'PROVINCE';
    const known = party.territory === null ? undefined : byTerritory.get(party.territory);
    // Of two registrations of one territory the later one is meant.
    const isNewer = known === undefined || known.valid_from < party.valid_from;
    if (governs && party.territory !== null && isNewer) byTerritory.set(party.territory, party);
  }
  return (territory, day) => {
    const party = byTerritory.get(placeOn(territory, day)) ?? byTerritory.get(territory);
    return party === undefined ? null : goingOn(party, parties, day);
  };
}

function goingOn(party: PartyRow, parties: ReadonlyMap<PartyId, PartyRow>, day: CalendarDate): PartyId {
  const seen = new Set<PartyId>();
  let current = party;
  while (current.ended_on !== null && current.ended_on <= day && !seen.has(current.party_id)) {
    seen.add(current.party_id);
    const [successorId] = current.successor_ids;
    current = (successorId && parties.get(successorId)) ?? current;
  }
  return current.party_id;
}
