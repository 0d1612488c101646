import type { CalendarDate, PartyKind } from '@intekenboek/event-sourcing-core';
import { municipalityOn, territoryCode, territoryLevel } from '@intekenboek/reference-data-facts';

import { type Identifier, identifierKey, type IdentifierScheme } from './identifier';
import type { RegisterParty } from './party.commands';
import { PartyRejected } from './party.errors';

// Which identifier a kind of party must have (first) and may have besides. Tenants' groups may be too informal for
// a KvK number, so they must have none (field practice).
const SCHEMES: Readonly<
  Record<
    PartyKind,
    { readonly required: readonly IdentifierScheme[]; readonly allowed: readonly IdentifierScheme[] }
  >
> = {
  MUNICIPALITY: { required: ['GM'], allowed: ['OIN', 'KVK'] },
  PROVINCE: { required: ['PV'], allowed: ['OIN', 'KVK'] },
  CORPORATION: { required: ['L_NUMBER'], allowed: ['KVK', 'OIN'] },
  TENANTS_ORGANISATION: { required: [], allowed: ['KVK'] },
  CARE_PROVIDER: { required: [], allowed: ['AGB', 'KVK', 'OIN'] },
  CARE_OFFICE: { required: [], allowed: ['KVK', 'OIN'] },
  NATIONAL_PROGRAMME: { required: [], allowed: ['OIN', 'KVK'] },
  MINISTRY: { required: [], allowed: ['OIN', 'KVK'] },
  PRIVATE_LANDLORD: { required: [], allowed: ['KVK'] },
  DEVELOPER: { required: [], allowed: ['KVK'] },
  EMPLOYER: { required: [], allowed: ['KVK'] },
  EDUCATIONAL_INSTITUTION: { required: [], allowed: ['KVK', 'OIN'] },
  NATIONAL_AGENCY: { required: [], allowed: ['OIN', 'KVK'] },
  UMBRELLA: { required: [], allowed: ['KVK', 'OIN'] },
};

/** Rule 4: the identifiers fit the kind of party, and none comes twice. */
export function requireFittingIdentifiers(kind: PartyKind, identifiers: readonly Identifier[]): void {
  const { required } = SCHEMES[kind];
  const missing = required.find((scheme) => !identifiers.some((known) => known.scheme === scheme));
  if (missing !== undefined) {
    throw new PartyRejected('IDENTIFIER_MISSING', { rule: '4', field: 'identifiers', kind, scheme: missing });
  }
  const keys = identifiers.map(identifierKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    throw new PartyRejected('IDENTIFIER_TWICE', { rule: '4', field: 'identifiers', identifier: twice });
  }
  for (const { scheme } of identifiers) requireSchemeOfKind(kind, scheme);
}

export function requireSchemeOfKind(kind: PartyKind, scheme: IdentifierScheme): void {
  const { required, allowed } = SCHEMES[kind];
  if (required.includes(scheme) || allowed.includes(scheme)) return;
  const possible = [...required, ...allowed];
  throw new PartyRejected('IDENTIFIER_NOT_FOR_KIND', {
    rule: '4',
    field: 'identifiers',
    kind,
    scheme,
    possible,
  });
}

/**
 * Rule 4: a municipality is its GM code and a province its PV code, existing on the day the party starts; a national
 * body is NL or nothing; for others the territory is nothing and the working area names municipalities.
 */
export function requireFittingTerritory(
  { kind, territory, workingArea, validFrom: on }: RegisterParty['data'],
  identifiers: readonly Identifier[],
): void {
  requireOwnTerritory(kind, territory, identifiers);
  // A working area may name municipalities of other days: parties live longer than borders.
  for (const code of workingArea) territoryCode(code);
  if (territory !== null && !existsOn(territory, on)) {
    throw new PartyRejected('TERRITORY_UNKNOWN', { rule: '4', field: 'territory', territory, on });
  }
}

function requireOwnTerritory(
  kind: PartyKind,
  territory: string | null,
  identifiers: readonly Identifier[],
): void {
  const ownScheme = kind === 'MUNICIPALITY' ? 'GM' : kind === 'PROVINCE' ? 'PV' : null;
  const own = identifiers.find(({ scheme }) => scheme === ownScheme)?.value;
  const isFitting = ownScheme === null ? territory === null || territory === 'NL' : territory === own;
  if (isFitting) return;
  const expected = own ?? 'NL or nothing';
  throw new PartyRejected('TERRITORY_NOT_FOR_KIND', { rule: '4', field: 'territory', kind, expected });
}

function existsOn(text: string, on: CalendarDate): boolean {
  const code = territoryCode(text);
  return territoryLevel(code) !== 'MUNICIPALITY' || municipalityOn(code, on) !== undefined;
}
