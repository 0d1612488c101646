import type { AddCommitment, RemoveCommitment, ReviseCommitment } from './agreement.commands';
import { AgreementRejected } from './agreement.errors';
import type { AgreementEvent } from './agreement.events';
import type { Draft } from './agreement.state';
import { requireCommitment } from './commitment.rules';
import { conditionsOf, requireConditionsFit } from './condition.rules';
import { isSame } from './guards';
import type { CommitmentId } from './ids';

type Events = readonly AgreementEvent[];

const COMMITMENTS_MAX = 500;

export function addCommitment({ data }: AddCommitment, agreement: Draft): Events {
  const { agreementId } = agreement;
  const commitment = requireCommitment(agreement, data.commitment);
  const { commitmentId } = commitment;
  const known = agreement.commitments.get(commitmentId);
  if (known !== undefined) {
    if (isSame(known, commitment)) return [];
    throw new AgreementRejected('COMMITMENT_ALREADY_ADDED', { field: 'commitmentId', commitmentId });
  }
  if (agreement.commitments.size >= COMMITMENTS_MAX) {
    throw new AgreementRejected('COMMITMENTS_TOO_MANY', { max: COMMITMENTS_MAX });
  }
  return [{ type: 'CommitmentAdded', data: { agreementId, commitment } }];
}

export function reviseCommitment({ data }: ReviseCommitment, agreement: Draft): Events {
  const { agreementId } = agreement;
  requireKnown(agreement, data.commitment.commitmentId);
  const commitment = requireCommitment(agreement, data.commitment);
  if (isSame(agreement.commitments.get(commitment.commitmentId), commitment)) return [];
  requireConditionsFit(agreement, commitment);
  return [{ type: 'CommitmentRevised', data: { agreementId, commitment } }];
}

export function removeCommitment({ data }: RemoveCommitment, agreement: Draft): Events {
  const { agreementId } = agreement;
  const { commitmentId } = data;
  requireKnown(agreement, commitmentId);
  const conditionIds = conditionsOf(agreement, commitmentId).map(({ conditionId }) => conditionId);
  if (conditionIds.length > 0) {
    throw new AgreementRejected('CONDITION_NEEDS_COMMITMENT', {
      rule: '6.4',
      field: 'commitmentId',
      commitmentId,
      conditionIds,
    });
  }
  return [{ type: 'CommitmentRemoved', data: { agreementId, commitmentId } }];
}

function requireKnown(agreement: Draft, commitmentId: CommitmentId): void {
  if (agreement.commitments.has(commitmentId)) return;
  throw new AgreementRejected('COMMITMENT_UNKNOWN', { field: 'commitmentId', commitmentId });
}
