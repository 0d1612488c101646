import type { AgreementIntegrationEvent, CommitmentRecordedV1 } from '@intekenboek/messaging-contracts';

import { isOfAgreements } from './agreement.rows';
import type { CommitmentRow } from './monitoring.tables';
import { provinceCodeOf } from './places';
import type { RowRules } from './published';

/** The same commitment id in two agreements is two commitments. */
export const commitmentKey = (agreementId: string, commitmentId: string): string =>
  `${agreementId}|${commitmentId}`;

/** Commitments. Their agreement tells since when they bind. */
export const commitmentRows: RowRules<'commitment'> = {
  table: 'commitment',
  key: 'commitment_key',
  keysOf: (event) => (isOfAgreements(event) ? keysOf(event) : []),
  evolve: (row, { event }) => (isOfAgreements(event) ? evolve(row, event) : row),
};

function keysOf({ type, data }: AgreementIntegrationEvent): readonly string[] {
  switch (type) {
    case 'agreements.commitment-recorded.v1':
      return [commitmentKey(data.agreementId, data.commitment.commitmentId)];
    case 'agreements.commitment-removed.v1':
      return [commitmentKey(data.agreementId, data.commitmentId)];
    case 'agreements.progress-reported.v1':
    case 'agreements.progress-confirmed.v1':
    case 'agreements.progress-disputed.v1':
    case 'agreements.progress-corrected.v1':
    case 'agreements.agreement-drafted.v1':
    case 'agreements.condition-recorded.v1':
    case 'agreements.condition-removed.v1':
    case 'agreements.signatory-left.v1':
    case 'agreements.agreement-in-force.v1':
      return [];
  }
}

function evolve(row: CommitmentRow | null, { type, data }: AgreementIntegrationEvent): CommitmentRow | null {
  if (type === 'agreements.commitment-recorded.v1') return recorded(data);
  return type === 'agreements.commitment-removed.v1' ? null : row;
}

const recorded = ({ agreementId, commitment }: CommitmentRecordedV1['data']): CommitmentRow => ({
  commitment_key: commitmentKey(agreementId, commitment.commitmentId),
  agreement_id: agreementId,
  commitment_id: commitment.commitmentId,
  debtor_id: commitment.debtorId,
  creditors: commitment.creditors,
  territory: commitment.territory,
  province: provinceCodeOf(commitment.territory),
  commitment,
});
