import type { CalendarDate, Message, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';

/** A party was entered in the register, or what is known of it changed: always the whole picture. */
export type PartyRegisteredV1 = Message<
  'parties.party-registered.v1',
  {
    partyId: PartyId;
    kind: PartyKind;
    name: string;
    /** GM…. for a municipality, PV.. for a province, NL for a national body, otherwise null. */
    territory: string | null;
    /** Municipalities (GM….) in which it works; empty when it is not bound to places. */
    workingArea: readonly string[];
    validFrom: CalendarDate;
  }
>;

/** A party ended in others, for example by a municipal merger. Its history stays readable under the old name. */
export type PartyMergedV1 = Message<
  'parties.party-merged.v1',
  { partyId: PartyId; successorIds: readonly PartyId[]; mergedOn: CalendarDate }
>;

export type PartyIntegrationEvent = PartyRegisteredV1 | PartyMergedV1;
