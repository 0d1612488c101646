import type { PartyId } from '@intekenboek/event-sourcing-core';
import type {
  AgreementIntegrationEvent,
  CommitmentRecordedV1,
  ProgressCorrectedV1,
  ProgressReportedV1,
} from '@intekenboek/messaging-contracts';
import type { Judgement, ProgressReport, ReportId } from '@intekenboek/monitoring-domain';

import { isOfAgreements } from './agreement.rows';
import type { CommitmentRow } from './monitoring.tables';
import { provinceCodeOf } from './places';
import type { Published, RowRules } from './published';

/** The same commitment id in two agreements is two commitments. */
export const commitmentKey = (agreementId: string, commitmentId: string): string =>
  `${agreementId}|${commitmentId}`;

/** Commitments with their reports. Their agreement tells since when they bind. */
export const commitmentRows: RowRules<'commitment'> = {
  table: 'commitment',
  key: 'commitment_key',
  keysOf: (event) => (isOfAgreements(event) ? keysOf(event) : []),
  evolve: (row, published) =>
    isOfAgreements(published.event) ? evolve(row, published.event, published) : row,
};

function keysOf({ type, data }: AgreementIntegrationEvent): readonly string[] {
  switch (type) {
    case 'agreements.commitment-recorded.v1':
      return [commitmentKey(data.agreementId, data.commitment.commitmentId)];
    case 'agreements.commitment-removed.v1':
    case 'agreements.progress-reported.v1':
    case 'agreements.progress-confirmed.v1':
    case 'agreements.progress-disputed.v1':
    case 'agreements.progress-corrected.v1':
      return [commitmentKey(data.agreementId, data.commitmentId)];
    case 'agreements.agreement-drafted.v1':
    case 'agreements.condition-recorded.v1':
    case 'agreements.condition-removed.v1':
    case 'agreements.signatory-left.v1':
    case 'agreements.agreement-in-force.v1':
      return [];
  }
}

function evolve(
  row: CommitmentRow | null,
  { type, data }: AgreementIntegrationEvent,
  days: Omit<Published, 'event'>,
): CommitmentRow | null {
  if (type === 'agreements.commitment-recorded.v1') return recorded(data, row?.reports ?? []);
  if (row === null) return null;
  switch (type) {
    case 'agreements.commitment-removed.v1':
      return null;
    case 'agreements.progress-reported.v1':
      return { ...row, reports: [...row.reports, reportOf(data, null, days)] };
    case 'agreements.progress-corrected.v1':
      return { ...row, reports: [...row.reports, reportOf(data, data.correctsReportId, days)] };
    case 'agreements.progress-confirmed.v1':
      return withJudgement(row, data.reportId, judgement(data.byPartyId, false, days));
    case 'agreements.progress-disputed.v1':
      return withJudgement(row, data.reportId, judgement(data.byPartyId, true, days));
    case 'agreements.agreement-drafted.v1':
    case 'agreements.condition-recorded.v1':
    case 'agreements.condition-removed.v1':
    case 'agreements.signatory-left.v1':
    case 'agreements.agreement-in-force.v1':
      return row;
  }
}

const recorded = (
  { agreementId, commitment }: CommitmentRecordedV1['data'],
  reports: readonly ProgressReport[],
): CommitmentRow => ({
  commitment_key: commitmentKey(agreementId, commitment.commitmentId),
  agreement_id: agreementId,
  commitment_id: commitment.commitmentId,
  debtor_id: commitment.debtorId,
  creditors: commitment.creditors,
  territory: commitment.territory,
  province: provinceCodeOf(commitment.territory),
  commitment,
  reports,
});

const reportOf = (
  { reportId, amount, realisedOn }: (ProgressReportedV1 | ProgressCorrectedV1)['data'],
  corrects: ReportId | null,
  { recordedOn }: Omit<Published, 'event'>,
): ProgressReport => ({ reportId, amount, realisedOn, recordedOn, corrects, judgements: [] });

const judgement = (
  partyId: PartyId,
  isDispute: boolean,
  { effectiveOn, recordedOn }: Omit<Published, 'event'>,
): Judgement => ({ partyId, isDispute, on: effectiveOn, recordedOn });

const withJudgement = (row: CommitmentRow, reportId: ReportId, said: Judgement): CommitmentRow => ({
  ...row,
  reports: row.reports.map((report) =>
    report.reportId === reportId ? { ...report, judgements: [...report.judgements, said] } : report,
  ),
});
