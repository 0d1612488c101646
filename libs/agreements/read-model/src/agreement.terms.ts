import type { AgreementTerms } from '@intekenboek/agreements-domain';

import type { AgreementRow, CommitmentRow } from './agreement.tables';

/** What the parties read and sign, out of the rows: with `canonicalTerms` anyone can make the content hash again. */
export const termsOf = (row: AgreementRow, commitments: readonly CommitmentRow[]): AgreementTerms => ({
  kind: row.kind,
  title: row.title,
  signatories: new Map(row.signatories.map((signatory) => [signatory.partyId, signatory])),
  from: row.term_from,
  until: row.term_until,
  visibility: row.visibility,
  legalBasis: row.legal_basis,
  commitments: new Map(commitments.map(({ commitment_id, commitment }) => [commitment_id, commitment])),
  conditions: new Map(row.conditions.map((condition) => [condition.conditionId, condition])),
  oneSidedness: row.one_sidedness,
  tenantsDeclines: row.tenants_declines,
});
