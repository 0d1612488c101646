import type { CalendarDate, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';
import type { Identifier } from '@intekenboek/parties-domain';

/** A party as the register knows it now. */
export interface PartyCard {
  readonly partyId: PartyId;
  readonly kind: PartyKind;
  readonly name: string;
  readonly territory: string | null;
  readonly workingArea: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly validFrom: CalendarDate;
  /** The day on which it ended; null while it exists. */
  readonly endedOn: CalendarDate | null;
  readonly successorIds: readonly PartyId[];
}

/** The register as the writing side sees it: never a moment behind. */
export interface PartyRegister {
  /** Null for a party that nobody registered. */
  find(partyId: PartyId): Promise<PartyCard | null>;
}
