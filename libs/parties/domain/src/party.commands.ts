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

/** What is known of a successor when the merger is decided. */
export interface Successor {
  readonly partyId: PartyId;
  readonly kind: PartyKind;
  readonly isEnded: boolean;
}

/**
 * What the register knows of the successors stands beside `data`, because it is looked up and not wished for: the same
 * wish sent again is the same, also when the register has changed meanwhile.
 */
export type MergeParty = Command<
  'MergeParty',
  { partyId: PartyId; successorIds: readonly PartyId[]; mergedOn: CalendarDate; reason: string }
> & { readonly successors: readonly Successor[] };

export type PartyCommand = RegisterParty | AddIdentifier | EndIdentifier | MergeParty;
