import type { PartyId } from '@intekenboek/event-sourcing-core';
import type {
  AgreementIntegrationEvent,
  ProgressCorrectedV1,
  ProgressReportedV1,
} from '@intekenboek/messaging-contracts';
import type { Judgement, ReportId } from '@intekenboek/monitoring-domain';

import { isOfAgreements } from './agreement.rows';
import { commitmentKey } from './commitment.rows';
import type { ReportRow } from './monitoring.tables';
import type { Published, RowRules } from './published';

/** Reports of progress with what creditors said of them; also on what was never recorded, which nobody loads. */
export const reportRows: RowRules<'report'> = {
  table: 'report',
  key: 'report_key',
  keysOf: (event) => (isOfAgreements(event) ? keysOf(event) : []),
  evolve: (row, published) =>
    isOfAgreements(published.event) ? evolve(row, published.event, published) : row,
};

function keysOf({ type, data }: AgreementIntegrationEvent): readonly string[] {
  switch (type) {
    case 'agreements.progress-reported.v1':
    case 'agreements.progress-confirmed.v1':
    case 'agreements.progress-disputed.v1':
    case 'agreements.progress-corrected.v1':
      return [`${commitmentKey(data.agreementId, data.commitmentId)}|${data.reportId}`];
    case 'agreements.commitment-recorded.v1':
    case 'agreements.commitment-removed.v1':
    case 'agreements.agreement-drafted.v1':
    case 'agreements.condition-recorded.v1':
    case 'agreements.condition-removed.v1':
    case 'agreements.signatory-left.v1':
    case 'agreements.agreement-in-force.v1':
      return [];
  }
}

function evolve(
  row: ReportRow | null,
  { type, data }: AgreementIntegrationEvent,
  published: Published,
): ReportRow | null {
  switch (type) {
    case 'agreements.progress-reported.v1':
      return row ?? made(data, null, published);
    case 'agreements.progress-corrected.v1':
      return row ?? made(data, data.correctsReportId, published);
    case 'agreements.progress-confirmed.v1':
      return row && withJudgement(row, judgement(data.byPartyId, false, published));
    case 'agreements.progress-disputed.v1':
      return row && withJudgement(row, judgement(data.byPartyId, true, published));
    case 'agreements.commitment-recorded.v1':
    case 'agreements.commitment-removed.v1':
    case 'agreements.agreement-drafted.v1':
    case 'agreements.condition-recorded.v1':
    case 'agreements.condition-removed.v1':
    case 'agreements.signatory-left.v1':
    case 'agreements.agreement-in-force.v1':
      return row;
  }
}

type ReportMade = (ProgressReportedV1 | ProgressCorrectedV1)['data'];

function made(
  { agreementId, commitmentId, reportId, amount, realisedOn }: ReportMade,
  corrects: ReportId | null,
  { recordedOn, position }: Published,
): ReportRow {
  const key = commitmentKey(agreementId, commitmentId);
  return {
    report_key: `${key}|${reportId}`,
    commitment_key: key,
    agreement_id: agreementId,
    report: { reportId, amount, realisedOn, recordedOn, corrects, judgements: [] },
    reported_position: position,
  };
}

const judgement = (
  partyId: PartyId,
  isDispute: boolean,
  { effectiveOn, recordedOn }: Published,
): Judgement => ({ partyId, isDispute, on: effectiveOn, recordedOn });

const withJudgement = (row: ReportRow, said: Judgement): ReportRow => ({
  ...row,
  report: { ...row.report, judgements: [...row.report.judgements, said] },
});
