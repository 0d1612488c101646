import { type Actor, type Decider, hasRole, isUuid } from '@intekenboek/event-sourcing-core';

import { identifier, isSameIdentifier } from './identifier';
import type { AddIdentifier, EndIdentifier, MergeParty, PartyCommand, RegisterParty } from './party.commands';
import { PartyRejected } from './party.errors';
import type { PartyEvent } from './party.events';
import { requireFittingIdentifiers, requireFittingTerritory, requireSchemeOfKind } from './party.rules';
import { evolve, type Party, type RegisteredParty, unregistered } from './party.state';

type Events = readonly PartyEvent[];

/** The register of parties (domain section 4). Kept by the national programme office. */
export const partyDecider: Decider<PartyCommand, PartyEvent, Party> = {
  initialState: unregistered,
  decide,
  evolve,
};

function decide(command: PartyCommand, party: Party): Events {
  requireRegistrar(command.meta.actor);
  if (command.type === 'RegisterParty') return register(command.data, party);
  if (party.status === 'Unregistered') throw new PartyRejected('PARTY_UNKNOWN');

  switch (command.type) {
    case 'AddIdentifier':
      return addIdentifier(command.data, party);
    case 'EndIdentifier':
      return endIdentifier(command.data, party);
    case 'MergeParty':
      return merge(command, party);
  }
}

function register(data: RegisterParty['data'], party: Party): Events {
  if (party.status !== 'Unregistered') throw new PartyRejected('PARTY_ALREADY_REGISTERED');
  const { partyId, kind, territory, workingArea, validFrom } = data;
  if (!isUuid(partyId)) throw new PartyRejected('PARTY_ID_INVALID', { rule: '4', field: 'partyId' });
  const [name, source] = [data.name.trim(), data.source.trim()];
  if (name === '') throw new PartyRejected('PARTY_NAME_MISSING', { rule: '4', field: 'name' });
  if (source === '') throw new PartyRejected('PARTY_SOURCE_MISSING', { rule: '4', field: 'source' });
  const identifiers = data.identifiers.map(identifier);
  requireFittingIdentifiers(kind, identifiers);
  requireFittingTerritory(data, identifiers);
  return [
    {
      type: 'PartyRegistered',
      data: { partyId, kind, name, territory, workingArea, identifiers, validFrom, source },
    },
  ];
}

function addIdentifier(data: AddIdentifier['data'], party: RegisteredParty): Events {
  requireActive(party);
  const added = identifier(data.identifier);
  requireSchemeOfKind(party.kind, added.scheme);
  if (party.identifiers.some((known) => isSameIdentifier(known, added))) return [];
  return [{ type: 'IdentifierAdded', data: { partyId: data.partyId, identifier: added } }];
}

function endIdentifier(data: EndIdentifier['data'], party: RegisteredParty): Events {
  requireActive(party);
  const { partyId, scheme, value, validUntil } = data;
  const known = party.identifiers.find((candidate) => isSameIdentifier(candidate, data));
  if (known === undefined) throw new PartyRejected('IDENTIFIER_UNKNOWN', { rule: '4', scheme, value });
  if (validUntil < known.validFrom) {
    throw new PartyRejected('IDENTIFIER_PERIOD_INVALID', { rule: '4', field: 'validUntil', scheme, value });
  }
  if (known.validUntil === validUntil) return [];
  const reason = requireReason(data.reason);
  return [{ type: 'IdentifierEnded', data: { partyId, scheme, value, validUntil, reason } }];
}

function merge({ data, successors }: MergeParty, party: RegisteredParty): Events {
  requireActive(party);
  const { partyId, mergedOn } = data;
  const field = 'successorIds';
  if (data.successorIds.length === 0) throw new PartyRejected('SUCCESSOR_MISSING', { rule: '4', field });
  for (const successorId of data.successorIds) {
    const of = { rule: '4', field, successorId };
    const successor = successors.find((known) => known.partyId === successorId);
    if (successorId === partyId) throw new PartyRejected('SUCCESSOR_IS_SELF', of);
    if (successor === undefined || successor.isEnded) throw new PartyRejected('SUCCESSOR_UNKNOWN', of);
    if (successor.kind !== party.kind) throw new PartyRejected('SUCCESSOR_OF_OTHER_KIND', of);
  }
  if (mergedOn <= party.validFrom) {
    throw new PartyRejected('MERGER_BEFORE_START', {
      rule: '4',
      field: 'mergedOn',
      validFrom: party.validFrom,
    });
  }
  const reason = requireReason(data.reason);
  const successorIds = [...new Set(data.successorIds)];
  return [{ type: 'PartyMerged', data: { partyId, successorIds, mergedOn, reason } }];
}

function requireRegistrar(actor: Actor): void {
  if (actor.partyKind !== 'NATIONAL_PROGRAMME' || !hasRole(actor, 'ADMIN')) {
    throw new PartyRejected('NOT_REGISTRAR', { rule: '4', role: 'ADMIN', partyKind: 'NATIONAL_PROGRAMME' });
  }
}

function requireActive(party: RegisteredParty): void {
  if (party.status === 'Ended') throw new PartyRejected('PARTY_ENDED', { rule: '4', endedOn: party.endedOn });
}

function requireReason(text: string): string {
  const reason = text.trim();
  if (reason === '') throw new PartyRejected('REASON_MISSING', { rule: '4', field: 'reason' });
  return reason;
}
