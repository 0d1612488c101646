import type { PartyDirectory } from '@intekenboek/escalations-application';
import type { PartyId } from '@intekenboek/event-sourcing-core';
import type { ReadModelHandle } from '@intekenboek/platform-sql';

import type { EscalationTables, KnownPartyRow } from './escalation.tables';

/** Which registered parties govern which territories, after mergers. */
export class PartyDirectoryStore implements PartyDirectory {
  constructor(private readonly handle: ReadModelHandle<EscalationTables>) {}

  async governing(territories: readonly string[]): Promise<ReadonlyMap<string, PartyId>> {
    const rows = await this.handle
      .tables()
      .selectFrom('known_party')
      .selectAll()
      .where('kind', 'in', ['MUNICIPALITY', 'PROVINCE'])
      .orderBy('party_id')
      .execute();
    const byId = new Map(rows.map((row) => [row.party_id, row]));
    const byTerritory = new Map(rows.map((row) => [row.territory, row]));
    const governing = new Map<string, PartyId>();
    for (const territory of territories) {
      const party = byTerritory.get(territory);
      if (party !== undefined) governing.set(territory, lastSuccessor(party, byId));
    }
    return governing;
  }
}

/** A municipality that was divided over several has no one party that answers for it: then the old one stays. */
function lastSuccessor(party: KnownPartyRow, byId: ReadonlyMap<PartyId, KnownPartyRow>): PartyId {
  const seen = new Set<PartyId>();
  let current = party;
  while (current.successor_ids.length === 1 && !seen.has(current.party_id)) {
    seen.add(current.party_id);
    const [successorId] = current.successor_ids;
    const successor = successorId === undefined ? undefined : byId.get(successorId);
    if (successor === undefined) break;
    current = successor;
  }
  return current.party_id;
}
