import type { CalendarDate, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';

/** A party as it was known when the agreement was drafted: stored, so that every decision can be told again. */
export interface Signatory {
  readonly partyId: PartyId;
  readonly kind: PartyKind;
  /** GM…. for a municipality, PV.. for a province, otherwise null or NL. */
  readonly territory: string | null;
  /** Municipalities in which it works; empty when it is not bound to places. */
  readonly workingArea: readonly string[];
}

/** What the register of parties knows of a party that is named in a command. */
export interface PartyFacts extends Signatory {
  readonly validFrom: CalendarDate;
  /** The first day on which it no longer exists, null while it does. */
  readonly endedOn: CalendarDate | null;
  readonly successorIds: readonly PartyId[];
}
