import type { CalendarDate, Message, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';

import type { Identifier, IdentifierScheme } from './identifier';

// These names and fields are stored for good: change them only together with `party.codec.ts`.
// A party is a legal person or public body, never a natural person, so its name may be kept for ever.

export type PartyRegistered = Message<
  'PartyRegistered',
  {
    partyId: PartyId;
    kind: PartyKind;
    name: string;
    /** GM…. for a municipality, PV.. for a province, NL for a national body, otherwise null. */
    territory: string | null;
    workingArea: readonly string[];
    identifiers: readonly Identifier[];
    validFrom: CalendarDate;
    /** Where the facts come from; says so when a party is invented for a demonstration. */
    source: string;
  }
>;

export type IdentifierAdded = Message<'IdentifierAdded', { partyId: PartyId; identifier: Identifier }>;

export type IdentifierEnded = Message<
  'IdentifierEnded',
  { partyId: PartyId; scheme: IdentifierScheme; value: string; validUntil: CalendarDate; reason: string }
>;

export type PartyMerged = Message<
  'PartyMerged',
  { partyId: PartyId; successorIds: readonly PartyId[]; mergedOn: CalendarDate; reason: string }
>;

export type PartyEvent = PartyRegistered | IdentifierAdded | IdentifierEnded | PartyMerged;
