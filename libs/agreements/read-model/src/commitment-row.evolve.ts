import { type AgreementEvent, decodeAgreementEvent } from '@intekenboek/agreements-domain';
import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { CommitmentRow } from './agreement.tables';

/** The commitment whose words an event changes, by its key. */
export function commitmentKeysOf(recorded: RecordedEvent): string | readonly string[] {
  const { type, data } = decodeAgreementEvent(recorded.type, recorded.data);
  switch (type) {
    case 'CommitmentAdded':
    case 'CommitmentRevised':
      return commitmentKeyOf(data.agreementId, data.commitment.commitmentId);
    case 'CommitmentRemoved':
      return commitmentKeyOf(data.agreementId, data.commitmentId);
    case 'AgreementDrafted':
    case 'ConditionAdded':
    case 'ConditionRemoved':
    case 'OneSidednessExplained':
    case 'TenantsDeclined':
    case 'AgreementProposed':
    case 'ProposalWithdrawn':
    case 'AgreementSigned':
    case 'AgreementDeclined':
    case 'AgreementEnteredIntoForce':
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressDisputed':
    case 'ProgressCorrected':
      return [];
  }
}

/** The same commitment id in two agreements is two commitments. */
export const commitmentKeyOf = (agreementId: string, commitmentId: string): string =>
  `${agreementId} ${commitmentId}`;

/** The commitment as it reads after an event that is about it; null once it is removed. */
export function evolveCommitmentRow(
  row: CommitmentRow | null,
  recorded: RecordedEvent,
  key: string,
): CommitmentRow | null {
  const event = decodeAgreementEvent(recorded.type, recorded.data);
  if (event.type === 'CommitmentAdded') return added(event.data, recorded, key);
  if (event.type === 'CommitmentRemoved') return null;
  if (row === null || event.type !== 'CommitmentRevised') return row;
  return { ...row, ...contentOf(event.data.commitment) };
}

function added(
  { agreementId, commitment }: Extract<AgreementEvent, { type: 'CommitmentAdded' }>['data'],
  { position }: RecordedEvent,
  key: string,
): CommitmentRow {
  const ids = { commitment_key: key, agreement_id: agreementId, commitment_id: commitment.commitmentId };
  return { ...ids, ...contentOf(commitment), added_position: position };
}

const contentOf = (commitment: CommitmentRow['commitment']) => ({
  debtor_id: commitment.debtorId,
  creditors: commitment.creditors,
  deadline: commitment.deadline,
  commitment,
});
