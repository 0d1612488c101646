import type { PartyKind } from '@intekenboek/event-sourcing-core';

import type { Day, Moment, TerritoryCode, Uuid } from './values';

// The register of parties is public, so these messages hold all that contexts know of it.

/**
 * A party was entered in the register, or what is known of it changed: always the whole picture (partij
 * ingeschreven). The later message of a party takes the place of the earlier one.
 */
export interface PartyRegisteredNoticeV1 {
  /** The party (kenmerk). */
  readonly partyId: Uuid;
  /** What kind of body it is; kinds may be added (soort). */
  readonly kind: PartyKind;
  /** Its name; a party is never a natural person (naam). */
  readonly name: string;
  /** GM…. for a municipality, PV.. for a province, NL for a national body, otherwise null (grondgebied). */
  readonly territory: TerritoryCode | null;
  /** Municipalities in which it works; empty when it is not bound to places (werkgebied). */
  readonly workingArea: readonly TerritoryCode[];
  /** First day of its existence (bestaat vanaf). */
  readonly validFrom: Day;
  /** When it happened in the world (moment van gebeuren). */
  readonly effectiveAt: Moment;
}

/** A party ended in others; its history stays readable under the old name (fusie of herindeling). */
export interface PartyMergedNoticeV1 {
  /** The party that ended (kenmerk). */
  readonly partyId: Uuid;
  /** The parties in which it goes on (rechtsopvolgers). */
  readonly successorIds: readonly Uuid[];
  /** The day on which it ended (fusiedatum). */
  readonly mergedOn: Day;
  /** When it happened in the world (moment van gebeuren). */
  readonly effectiveAt: Moment;
}
