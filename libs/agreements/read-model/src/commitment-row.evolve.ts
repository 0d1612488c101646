import { type AgreementEvent, decodeAgreementEvent } from '@intekenboek/agreements-domain';
import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { CommitmentRow, ReportView, StanceView } from './agreement.tables';
import { timesOf } from './agreement-signing.evolve';

/** The commitment that an event is about, by its key; none for events about the agreement as a whole. */
export function commitmentKeysOf(recorded: RecordedEvent): string | readonly string[] {
  const { type, data } = decodeAgreementEvent(recorded.type, recorded.data);
  switch (type) {
    case 'CommitmentAdded':
    case 'CommitmentRevised':
      return keyOf(data.agreementId, data.commitment.commitmentId);
    case 'CommitmentRemoved':
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressDisputed':
    case 'ProgressCorrected':
      return keyOf(data.agreementId, data.commitmentId);
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
      return [];
  }
}

const keyOf = (agreementId: string, commitmentId: string): string => `${agreementId} ${commitmentId}`;

/** The commitment as it reads after an event that is about it; null once it is removed. */
export function evolveCommitmentRow(
  row: CommitmentRow | null,
  recorded: RecordedEvent,
  key: string,
): CommitmentRow | null {
  const event = decodeAgreementEvent(recorded.type, recorded.data);
  if (event.type === 'CommitmentAdded') return added(event.data, recorded, key);
  if (event.type === 'CommitmentRemoved') return null;
  if (row === null) return null;
  if (event.type === 'CommitmentRevised') return { ...row, ...contentOf(event.data.commitment) };
  return { ...row, reports: reportsAfter(row.reports, event, recorded) };
}

function added(
  { agreementId, commitment }: Extract<AgreementEvent, { type: 'CommitmentAdded' }>['data'],
  { position }: RecordedEvent,
  key: string,
): CommitmentRow {
  const ids = { commitment_key: key, agreement_id: agreementId, commitment_id: commitment.commitmentId };
  return { ...ids, ...contentOf(commitment), reports: [], added_position: position };
}

const contentOf = (commitment: CommitmentRow['commitment']) => ({
  debtor_id: commitment.debtorId,
  creditors: commitment.creditors,
  deadline: commitment.deadline,
  commitment,
});

function reportsAfter(
  reports: readonly ReportView[],
  { type, data }: AgreementEvent,
  recorded: RecordedEvent,
): readonly ReportView[] {
  switch (type) {
    case 'ProgressReported':
      return [...reports, { ...untouched, ...contentOfReport(data), ...timesOf(recorded) }];
    case 'ProgressCorrected': {
      const { correctsReportId, reportId, reason } = data;
      const newest = { ...untouched, ...contentOfReport(data), correctsReportId, correctionReason: reason };
      const corrected = changed(reports, correctsReportId, () => ({ correctedBy: reportId }));
      return [...corrected, { ...newest, ...timesOf(recorded) }];
    }
    case 'ProgressConfirmed':
      return withStance(reports, data.reportId, {
        partyId: data.byPartyId,
        kind: 'CONFIRMED',
        reasons: null,
        ...timesOf(recorded),
      });
    case 'ProgressDisputed':
      return withStance(reports, data.reportId, {
        partyId: data.byPartyId,
        kind: 'DISPUTED',
        reasons: data.reasons,
        ...timesOf(recorded),
      });
    case 'AgreementDrafted':
    case 'CommitmentAdded':
    case 'CommitmentRevised':
    case 'CommitmentRemoved':
    case 'ConditionAdded':
    case 'ConditionRemoved':
    case 'OneSidednessExplained':
    case 'TenantsDeclined':
    case 'AgreementProposed':
    case 'ProposalWithdrawn':
    case 'AgreementSigned':
    case 'AgreementDeclined':
    case 'AgreementEnteredIntoForce':
      return reports;
  }
}

const untouched = { correctsReportId: null, correctionReason: null, correctedBy: null, stances: [] } as const;

const contentOfReport = ({ reportId, amount, realisedOn, evidence }: ReportContent): ReportContent => ({
  reportId,
  amount,
  realisedOn,
  evidence,
});
type ReportContent = Pick<ReportView, 'reportId' | 'amount' | 'realisedOn' | 'evidence'>;

const withStance = (reports: readonly ReportView[], reportId: string, stance: StanceView) =>
  changed(reports, reportId, ({ stances }) => ({ stances: [...stances, stance] }));

const changed = (
  reports: readonly ReportView[],
  reportId: string,
  change: (report: ReportView) => Partial<ReportView>,
): readonly ReportView[] =>
  reports.map((report) => (report.reportId === reportId ? { ...report, ...change(report) } : report));
