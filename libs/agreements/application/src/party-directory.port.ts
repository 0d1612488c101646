import type { PartyFacts } from '@intekenboek/agreements-domain';
import type { PartyId } from '@intekenboek/event-sourcing-core';

/** A party as the register knows it now. */
export interface KnownParty extends PartyFacts {
  readonly name: string;
}

/** The register of parties as agreements see it. It must never be a moment behind: a signatory is looked up here. */
export interface PartyDirectory {
  /** Null for a party that nobody registered. */
  find(partyId: PartyId): Promise<KnownParty | null>;
}
