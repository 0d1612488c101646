import type { CalendarDate, CommandMeta } from '@intekenboek/event-sourcing-core';

import type { CorrectProgress, ReportProgress } from './agreement.commands';
import { AgreementRejected } from './agreement.errors';
import type { AgreementEvent } from './agreement.events';
import { type InForce, standingReports } from './agreement.state';
import { requireAmount, requireAmountOrNought } from './amount';
import type { Commitment } from './commitment';
import { isSame } from './guards';
import type { CommitmentId, ReportId } from './ids';
import type { ProgressReport } from './progress-report';
import { resultKindOn } from './reference';
import { REASON, REFERENCE, requireText, requireUuid } from './wording';

type Events = readonly AgreementEvent[];

/** The debtor reports what was realised. The same report sent again changes nothing. */
export function reportProgress({ data, meta }: ReportProgress, agreement: InForce): Events {
  const { agreementId } = agreement;
  const { commitmentId, reportId, amount, realisedOn, evidence } = data;
  const commitment = requireOwnCommitment(agreement, commitmentId, meta);
  const content = { commitmentId, amount, realisedOn, evidence };
  if (isKnownReport(agreement, reportId, { ...content, correctsReportId: null, correctionReason: null })) {
    return [];
  }
  requireMeasurable(commitment);
  requireReportedAmount(commitment, amount);
  requireUnreportedProcessResult(agreement, commitment);
  requireRealisation(agreement, realisedOn, meta);
  requireEvidence(evidence);
  return [{ type: 'ProgressReported', data: { agreementId, reportId, ...content } }];
}

/** The debtor puts a new report in the place of one that stands. Both stay readable. */
export function correctProgress({ data, meta }: CorrectProgress, agreement: InForce): Events {
  const { agreementId } = agreement;
  const { commitmentId, reportId, correctsReportId, amount, realisedOn, evidence, reason } = data;
  const commitment = requireOwnCommitment(agreement, commitmentId, meta);
  const content = { commitmentId, amount, realisedOn, evidence, correctsReportId };
  if (isKnownReport(agreement, reportId, { ...content, correctionReason: reason })) return [];
  requireStanding(agreement, commitmentId, correctsReportId, 'correctsReportId');
  requireCorrectedAmount(commitment, amount);
  requireRealisation(agreement, realisedOn, meta);
  requireEvidence(evidence);
  requireText(reason, REASON, { field: 'reason' });
  return [{ type: 'ProgressCorrected', data: { agreementId, reportId, ...content, reason } }];
}

/** @throws AgreementRejected REPORT_UNKNOWN, or REPORT_SUPERSEDED naming the newest report in its place. */
export function requireStanding(
  agreement: InForce,
  commitmentId: CommitmentId,
  reportId: ReportId,
  field: string,
): ProgressReport {
  const report = agreement.reports.get(reportId);
  if (report === undefined || report.commitmentId !== commitmentId) {
    throw new AgreementRejected('REPORT_UNKNOWN', { field, reportId });
  }
  if (report.correctedBy !== null) {
    const newest = newestInPlaceOf(agreement, report.correctedBy);
    throw new AgreementRejected('REPORT_SUPERSEDED', { field, reportId, newest });
  }
  return report;
}

/** @throws AgreementRejected COMMITMENT_UNKNOWN */
export function requireCommitmentOf(agreement: InForce, commitmentId: CommitmentId): Commitment {
  const commitment = agreement.commitments.get(commitmentId);
  if (commitment === undefined) {
    throw new AgreementRejected('COMMITMENT_UNKNOWN', { field: 'commitmentId', commitmentId });
  }
  return commitment;
}

function requireOwnCommitment(agreement: InForce, commitmentId: CommitmentId, meta: CommandMeta): Commitment {
  const commitment = requireCommitmentOf(agreement, commitmentId);
  if (commitment.debtorId !== meta.actor.partyId) {
    throw new AgreementRejected('COMMITMENT_OF_OTHER_PARTY', {
      field: 'commitmentId',
      debtorId: commitment.debtorId,
    });
  }
  return commitment;
}

type ReportContent = Omit<ProgressReport, 'correctedBy' | 'stances'>;

/** True for the same report again. @throws AgreementRejected REPORT_ID_TAKEN when it says something else. */
function isKnownReport(agreement: InForce, reportId: ReportId, content: ReportContent): boolean {
  requireUuid(reportId, { field: 'reportId' });
  const known = agreement.reports.get(reportId);
  if (known === undefined) return false;
  const { commitmentId, amount, realisedOn, evidence, correctsReportId, correctionReason } = known;
  const said = { commitmentId, amount, realisedOn, evidence, correctsReportId, correctionReason };
  if (!isSame(said, content)) throw new AgreementRejected('REPORT_ID_TAKEN', { field: 'reportId', reportId });
  return true;
}

function requireMeasurable({ measure }: Commitment): void {
  if (measure.kind === 'EFFORT') throw new AgreementRejected('COMMITMENT_NOT_MEASURABLE', { rule: '6.2' });
}

function requireReportedAmount(commitment: Commitment, amount: number): void {
  const details = { field: 'amount' };
  switch (commitment.measure.kind) {
    case 'PROCESS_RESULT':
      if (amount !== 1) throw new AgreementRejected('PROCESS_RESULT_IS_ONE', { ...details, amount });
      return;
    case 'SHARE':
      return requireLevel(amount);
    case 'AMOUNT':
    case 'BAND':
    case 'MAXIMUM':
    case 'EFFORT':
      return requireAmount(amount, isCountedWhole(commitment), details);
  }
}

// Nought in a correction says that it was not delivered after all.
function requireCorrectedAmount(commitment: Commitment, amount: number): void {
  if (commitment.measure.kind === 'SHARE') return requireLevel(amount);
  requireAmountOrNought(amount, isCountedWhole(commitment), { field: 'amount' });
  if (commitment.measure.kind === 'PROCESS_RESULT' && amount > 1) {
    throw new AgreementRejected('PROCESS_RESULT_IS_ONE', { field: 'amount', amount });
  }
}

function requireLevel(amount: number): void {
  if (amount >= 0 && amount <= 100) return;
  throw new AgreementRejected('SHARE_OUT_OF_RANGE', { field: 'amount', percent: amount });
}

const isCountedWhole = ({ resultKind, from }: Commitment): boolean =>
  resultKindOn(resultKind, from)?.isWhole ?? false;

// Done is done once: a second "done" would count as another result.
function requireUnreportedProcessResult(agreement: InForce, { commitmentId, measure }: Commitment): void {
  if (measure.kind !== 'PROCESS_RESULT') return;
  if (standingReports(agreement, commitmentId).every(({ amount }) => amount === 0)) return;
  throw new AgreementRejected('PROCESS_RESULT_ALREADY_REPORTED', { field: 'commitmentId', commitmentId });
}

/** Early delivery counts from the first day of the agreement's term; late delivery is reported and stays late. */
function requireRealisation(agreement: InForce, realisedOn: CalendarDate, { today }: CommandMeta): void {
  const details = { field: 'realisedOn', realisedOn };
  if (realisedOn > today) throw new AgreementRejected('REALISED_IN_FUTURE', { ...details, today });
  if (realisedOn < agreement.from) {
    throw new AgreementRejected('REALISED_BEFORE_TERM', { ...details, termFrom: agreement.from });
  }
}

function requireEvidence(evidence: string | null): void {
  if (evidence !== null) requireText(evidence, REFERENCE, { field: 'evidence' });
}

function newestInPlaceOf(agreement: InForce, reportId: ReportId): ReportId {
  const next = agreement.reports.get(reportId)?.correctedBy ?? null;
  return next === null ? reportId : newestInPlaceOf(agreement, next);
}
