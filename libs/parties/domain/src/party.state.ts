import type { CalendarDate, PartyKind } from '@intekenboek/event-sourcing-core';

import { type Identifier, isSameIdentifier } from './identifier';
import type { PartyEvent } from './party.events';

interface Registered {
  readonly kind: PartyKind;
  readonly identifiers: readonly Identifier[];
  readonly validFrom: CalendarDate;
}

export type Party =
  | { readonly status: 'Unregistered' }
  | (Registered & { readonly status: 'Active' })
  | (Registered & { readonly status: 'Ended'; readonly endedOn: CalendarDate });

export type RegisteredParty = Exclude<Party, { status: 'Unregistered' }>;

export const unregistered: Party = { status: 'Unregistered' };

export function evolve(party: Party, { type, data }: PartyEvent): Party {
  if (type === 'PartyRegistered') {
    const { kind, identifiers, validFrom } = data;
    return { status: 'Active', kind, identifiers, validFrom };
  }
  if (party.status === 'Unregistered') throw new Error(`${type} came before PartyRegistered.`);

  switch (type) {
    case 'IdentifierAdded':
      return { ...party, identifiers: [...party.identifiers, data.identifier] };
    case 'IdentifierEnded':
      return {
        ...party,
        identifiers: party.identifiers.map((known) =>
          isSameIdentifier(known, data) ? { ...known, validUntil: data.validUntil } : known,
        ),
      };
    case 'PartyMerged': {
      const { kind, identifiers, validFrom } = party;
      return { status: 'Ended', kind, identifiers, validFrom, endedOn: data.mergedOn };
    }
  }
}
