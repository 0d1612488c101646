import { type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';

import { PartyRejected } from './party.errors';

/**
 * Schemes in which parties are known outside: CBS codes of municipalities (GM) and provinces (PV), L-number of a
 * housing corporation, Chamber of Commerce (KvK), care provider (AGB), government organisation (OIN).
 */
export const IDENTIFIER_SCHEMES = ['GM', 'PV', 'L_NUMBER', 'KVK', 'AGB', 'OIN'] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/** Always a string: leading zeros count. Valid from the first day up to and including the last. */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
}

// OIN: eight digits of prefix, then the number, then zeros (OIN-Stelsel, Logius). Test data has prefix 00000099.
const OIN =
  /^(00000001|00000002|00000003|00000004|00000005|00000006|00000007|00000008|00000009|00000099)\d{12}$/;

const SHAPES: Readonly<Record<IdentifierScheme, { readonly shape: RegExp; readonly expected: string }>> = {
  GM: { shape: /^GM\d{4}$/, expected: 'GM and four digits, such as GM0363' },
  PV: { shape: /^PV\d{2}$/, expected: 'PV and two digits, such as PV27' },
  L_NUMBER: { shape: /^L\d{4}$/, expected: 'L and four digits, such as L0123' },
  KVK: { shape: /^\d{8}$/, expected: 'eight digits, such as 01234567' },
  AGB: { shape: /^\d{8}$/, expected: 'eight digits, such as 01234567' },
  OIN: { shape: OIN, expected: 'twenty digits that begin with a known prefix, such as 00000099…' },
};

export interface IdentifierInput {
  readonly scheme: IdentifierScheme;
  readonly value: string;
  readonly validFrom: string;
  readonly validUntil?: string | null;
}

/** @throws PartyRejected IDENTIFIER_INVALID or IDENTIFIER_PERIOD_INVALID, naming the scheme and what is expected. */
export function identifier(input: IdentifierInput): Identifier {
  const { shape, expected } = SHAPES[input.scheme];
  const { scheme, value } = input;
  if (!shape.test(value)) {
    throw new PartyRejected('IDENTIFIER_INVALID', {
      rule: '4',
      field: 'identifiers',
      scheme,
      value,
      expected,
    });
  }
  const validFrom = calendarDate(input.validFrom);
  const validUntil = input.validUntil ? calendarDate(input.validUntil) : null;
  if (validUntil !== null && validUntil < validFrom) {
    throw new PartyRejected('IDENTIFIER_PERIOD_INVALID', { rule: '4', field: 'identifiers', scheme, value });
  }
  return { scheme, value, validFrom, validUntil };
}

export const isSameIdentifier = (
  a: Pick<Identifier, 'scheme' | 'value'>,
  b: Pick<Identifier, 'scheme' | 'value'>,
): boolean => a.scheme === b.scheme && a.value === b.value;

export const identifierKey = ({ scheme, value }: Pick<Identifier, 'scheme' | 'value'>): string =>
  `${scheme}:${value}`;
