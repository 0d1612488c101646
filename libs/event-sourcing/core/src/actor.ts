import type { Brand } from './brand';

/** A party by its own id, a UUID. Identifiers such as GM0363 or a KvK number belong to the register of parties. */
export type PartyId = Brand<string, 'PartyId'>;

/** A person, as an opaque id. Events hold these ids and never a name (ADR-0010). */
export type PersonId = Brand<string, 'PersonId'>;

/** Kinds of party (domain words: partij). */
export const PARTY_KINDS = [
  'MUNICIPALITY',
  'CORPORATION',
  'TENANTS_ORGANISATION',
  'CARE_PROVIDER',
  'CARE_OFFICE',
  'PROVINCE',
  'NATIONAL_PROGRAMME',
  'MINISTRY',
  'PRIVATE_LANDLORD',
  'DEVELOPER',
  'EMPLOYER',
  'EDUCATIONAL_INSTITUTION',
  'NATIONAL_AGENCY',
  'UMBRELLA',
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** In which role a person acts for a party. */
export const ROLES = ['DRAFTER', 'SIGNATORY', 'REPORTER', 'REVIEWER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts, for which party, in which roles. Comes from a verified token, never from a form. */
export interface Actor {
  readonly personId: PersonId;
  readonly partyId: PartyId;
  readonly partyKind: PartyKind;
  /** The municipality (GM….) or province (PV..) that the party is; null for parties that are not a territory. */
  readonly territory: string | null;
  readonly roles: readonly Role[];
}

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));
