import { type CalendarDate, contentHash, type PartyId } from '@intekenboek/event-sourcing-core';

import type { Commitment, Condition } from './commitment';
import type { CommitmentId, ConditionId } from './ids';
import type { Signatory } from './signatory';

/** Between whom: parties in one municipality, in a region (woondeal), or in the whole country. */
export const AGREEMENT_KINDS = ['LOCAL', 'REGIONAL_DEAL', 'NATIONAL_ACCORD'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** Who may read an agreement that is in force, besides its parties and those who supervise. */
export const VISIBILITIES = ['PARTIES', 'PUBLIC'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** That tenants do not take part, and why (rule 6.1). */
export interface TenantsDecline {
  readonly partyId: PartyId | null;
  readonly reason: string;
}

/** All that is agreed: what a signatory reads and a signature covers. */
export interface AgreementTerms {
  readonly kind: AgreementKind;
  readonly title: string;
  readonly signatories: ReadonlyMap<PartyId, Signatory>;
  readonly from: CalendarDate;
  /** The last day of the term. */
  readonly until: CalendarDate;
  readonly visibility: Visibility;
  readonly legalBasis: string | null;
  readonly commitments: ReadonlyMap<CommitmentId, Commitment>;
  readonly conditions: ReadonlyMap<ConditionId, Condition>;
  readonly oneSidedness: string | null;
  readonly tenantsDeclines: readonly TenantsDecline[];
}

// The form is part of what is hashed: a later form can never be mistaken for this one.
const TERMS_FORM = 'intekenboek-agreement-terms-1';

/**
 * The terms in one fixed form, so that equal terms give an equal hash whatever the order they were written in.
 * Anyone can compute `sha256(canonical JSON of this)` and compare it with what was signed.
 */
export const canonicalTerms = (terms: AgreementTerms): object => ({
  form: TERMS_FORM,
  kind: terms.kind,
  title: terms.title,
  signatoryIds: [...terms.signatories.keys()].sort(),
  from: terms.from,
  until: terms.until,
  visibility: terms.visibility,
  legalBasis: terms.legalBasis,
  commitments: sortedBy(
    [...terms.commitments.values()].map(canonicalCommitment),
    (item) => item.commitmentId,
  ),
  conditions: sortedBy([...terms.conditions.values()].map(canonicalCondition), (item) => item.conditionId),
  oneSidedness: terms.oneSidedness,
  tenantsDeclines: sortedBy(
    terms.tenantsDeclines.map(({ partyId, reason }) => ({ partyId, reason })),
    ({ partyId, reason }) => `${partyId ?? ''} ${reason}`,
  ),
});

/** What a signature is bound to: 64 hexadecimal digits. */
export const hashOfTerms = (terms: AgreementTerms): string => contentHash(canonicalTerms(terms));

// Every field by name: what a stored event may carry besides must not change what was signed.
const canonicalCommitment = (commitment: Commitment) => ({
  commitmentId: commitment.commitmentId,
  text: commitment.text,
  debtorId: commitment.debtorId,
  creditors: [...commitment.creditors].sort(),
  resultKind: commitment.resultKind,
  measure: commitment.measure,
  unit: commitment.unit,
  from: commitment.from,
  deadline: commitment.deadline,
  territory: commitment.territory,
  theme: commitment.theme,
  targetGroups: [...commitment.targetGroups].sort(),
  priceSegment: commitment.priceSegment,
  dwellingKind: commitment.dwellingKind,
  yearSlices: [...commitment.yearSlices].sort((a, b) => a.year - b.year),
  source: commitment.source,
  countsTowards: [...commitment.countsTowards].sort(),
});

const canonicalCondition = ({ conditionId, dependentId, prerequisiteId, neededBy }: Condition) => ({
  conditionId,
  dependentId,
  prerequisiteId,
  neededBy,
});

const sortedBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] =>
  [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
