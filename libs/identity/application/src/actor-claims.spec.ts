import type { Actor } from '@intekenboek/event-sourcing-core';

import { actorFrom, claimsOf } from './actor-claims';
import { TokenRejected } from './token.errors';

const actor = {
  personId: 'person-1',
  partyId: '0b7c1a52-4d0e-4a55-9a6d-0a1b2c3d4e5f',
  partyKind: 'MUNICIPALITY',
  territory: 'GM0363',
  roles: ['DRAFTER', 'SIGNATORY'],
} as unknown as Actor;

/** Why the claims were refused, as [code, claim]. */
function refusalOf(claims: Record<string, unknown>): unknown {
  try {
    return actorFrom(claims);
  } catch (error) {
    return error instanceof TokenRejected ? [error.code, error.details['claim']] : error;
  }
}

describe('the claims of a token', () => {
  it('tell who acts, for which party and in which roles', () => {
    expect(actorFrom({ ...claimsOf(actor) })).toEqual(actor);
  });

  it.each(['sub', 'party', 'party_kind', 'roles'])('are refused without %s', (name) => {
    const claims: Record<string, unknown> = { ...claimsOf(actor) };
    delete claims[name];
    expect(refusalOf(claims)).toEqual(['TOKEN_CLAIM_MISSING', name]);
  });

  it.each([
    ['sub', ''],
    ['sub', '  '],
    ['sub', 7],
    ['sub', 'x'.repeat(101)],
    ['party', null],
    ['party_kind', 'KINGDOM'],
    ['party_kind', ['MUNICIPALITY']],
    ['territory', 'Amsterdam'],
    ['territory', 363],
    ['roles', 'DRAFTER'],
    ['roles', null],
  ])('are refused with %s %p', (name, value) => {
    expect(refusalOf({ ...claimsOf(actor), [name]: value })).toEqual(['TOKEN_CLAIM_INVALID', name]);
  });

  it('need no territory for a party that is none', () => {
    const claims: Record<string, unknown> = { ...claimsOf(actor) };
    delete claims['territory'];
    expect(actorFrom(claims).territory).toBeNull();
    expect(actorFrom({ ...claims, territory: null }).territory).toBeNull();
  });

  it('give no rights by a role that this product does not know', () => {
    expect(actorFrom({ ...claimsOf(actor), roles: ['EMPEROR', 'REPORTER', 'REPORTER'] }).roles).toEqual([
      'REPORTER',
    ]);
    expect(actorFrom({ ...claimsOf(actor), roles: [] }).roles).toEqual([]);
  });
});
