import type { CommandMeta } from '@intekenboek/event-sourcing-core';

import type { ConfirmProgress, DisputeProgress } from './agreement.commands';
import { AgreementRejected } from './agreement.errors';
import type { AgreementEvent } from './agreement.events';
import type { InForce } from './agreement.state';
import type { Commitment } from './commitment';
import { requireCommitmentOf, requireStanding } from './progress.decisions';
import { REASON, requireText } from './wording';

type Events = readonly AgreementEvent[];

/** A creditor says that it is so. What it says last counts: a confirmation ends its own dispute. */
export function confirmProgress({ data, meta }: ConfirmProgress, agreement: InForce): Events {
  const { agreementId } = agreement;
  const { commitmentId, reportId } = data;
  const byPartyId = requireCreditor(requireCommitmentOf(agreement, commitmentId), meta);
  const report = requireStanding(agreement, commitmentId, reportId, 'reportId');
  if (report.stances.get(byPartyId)?.kind === 'CONFIRMED') return [];
  return [{ type: 'ProgressConfirmed', data: { agreementId, commitmentId, reportId, byPartyId } }];
}

/** A creditor says that it is not so, and why. Other reasons are a new dispute; a dispute ends its confirmation. */
export function disputeProgress({ data, meta }: DisputeProgress, agreement: InForce): Events {
  const { agreementId } = agreement;
  const { commitmentId, reportId, reasons } = data;
  const byPartyId = requireCreditor(requireCommitmentOf(agreement, commitmentId), meta);
  const report = requireStanding(agreement, commitmentId, reportId, 'reportId');
  requireText(reasons, REASON, { field: 'reasons' });
  const stance = report.stances.get(byPartyId);
  if (stance?.kind === 'DISPUTED' && stance.reasons === reasons) return [];
  return [{ type: 'ProgressDisputed', data: { agreementId, commitmentId, reportId, byPartyId, reasons } }];
}

/** Where the public is a creditor any other signatory may speak for it. The debtor never judges its own report. */
function requireCreditor({ commitmentId, debtorId, creditors }: Commitment, { actor }: CommandMeta) {
  const details = { field: 'commitmentId', commitmentId };
  if (actor.partyId === debtorId) throw new AgreementRejected('OWN_REPORT', details);
  if (!creditors.includes(actor.partyId) && !creditors.includes('PUBLIC')) {
    throw new AgreementRejected('NOT_A_CREDITOR', details);
  }
  return actor.partyId;
}
