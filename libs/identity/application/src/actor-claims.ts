import {
  type Actor,
  PARTY_KINDS,
  type PartyId,
  type PartyKind,
  type PersonId,
  type Role,
  ROLES,
} from '@intekenboek/event-sourcing-core';

import { TokenRejected } from './token.errors';

/** What a token says of who acts, beside the registered claims of RFC 7519 (`iss`, `aud`, `exp`). */
export interface ActorClaims {
  /** The person, an opaque id. */
  readonly sub: string;
  /** The party for which the person acts, by its id in the register. */
  readonly party: string;
  readonly party_kind: string;
  /** GM…., PV.., NL or null. */
  readonly territory: string | null;
  readonly roles: readonly string[];
}

const TERRITORY = /^(GM\d{4}|PV\d{2}|NL)$/;
const ID_LENGTH_MAX = 100;

export const claimsOf = ({ personId, partyId, partyKind, territory, roles }: Actor): ActorClaims => ({
  sub: personId,
  party: partyId,
  party_kind: partyKind,
  territory,
  roles,
});

/** @throws TokenRejected TOKEN_CLAIM_MISSING or TOKEN_CLAIM_INVALID, with the name of the claim. */
export function actorFrom(claims: Readonly<Record<string, unknown>>): Actor {
  return {
    personId: identifier(claims, 'sub') as PersonId,
    partyId: identifier(claims, 'party') as PartyId,
    partyKind: partyKind(claims),
    territory: territory(claims),
    roles: roles(claims),
  };
}

function claim(claims: Readonly<Record<string, unknown>>, name: keyof ActorClaims): unknown {
  const value = claims[name];
  if (value === undefined) throw new TokenRejected('TOKEN_CLAIM_MISSING', { claim: name });
  return value;
}

function identifier(claims: Readonly<Record<string, unknown>>, name: 'sub' | 'party'): string {
  const value = claim(claims, name);
  if (typeof value !== 'string' || value.trim() === '' || value.length > ID_LENGTH_MAX) throw invalid(name);
  return value;
}

function partyKind(claims: Readonly<Record<string, unknown>>): PartyKind {
  const value = claim(claims, 'party_kind');
  const kind = PARTY_KINDS.find((known) => known === value);
  if (kind === undefined) throw invalid('party_kind');
  return kind;
}

// A party that is no territory may leave the claim out.
function territory(claims: Readonly<Record<string, unknown>>): string | null {
  const value = claims['territory'] ?? null;
  if (value !== null && (typeof value !== 'string' || !TERRITORY.test(value))) throw invalid('territory');
  return value;
}

// A role that this product does not know gives no rights here, so it is left out; a list it must be.
function roles(claims: Readonly<Record<string, unknown>>): readonly Role[] {
  const value = claim(claims, 'roles');
  if (!Array.isArray(value)) throw invalid('roles');
  return ROLES.filter((role) => value.includes(role));
}

const invalid = (name: keyof ActorClaims) => new TokenRejected('TOKEN_CLAIM_INVALID', { claim: name });
