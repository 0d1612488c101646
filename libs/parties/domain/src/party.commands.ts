import type { CalendarDate, Command, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';

import type { IdentifierInput, IdentifierScheme } from './identifier';

export type RegisterParty = Command<
  'RegisterParty',
  {
    partyId: PartyId;
    kind: PartyKind;
    name: string;
    territory: string | null;
    workingArea: readonly string[];
    identifiers: readonly IdentifierInput[];
    validFrom: CalendarDate;
    source: string;
  }
>;

export type AddIdentifier = Command<'AddIdentifier', { partyId: PartyId; identifier: IdentifierInput }>;

export type EndIdentifier = Command<
  'EndIdentifier',
  { partyId: PartyId; scheme: IdentifierScheme; value: string; validUntil: CalendarDate; reason: string }
>;

/** The facts about the successors come with the command, so that the decision can be told again. */
export type MergeParty = Command<
  'MergeParty',
  {
    partyId: PartyId;
    successors: readonly { partyId: PartyId; kind: PartyKind; isEnded: boolean }[];
    mergedOn: CalendarDate;
    reason: string;
  }
>;

export type PartyCommand = RegisterParty | AddIdentifier | EndIdentifier | MergeParty;
