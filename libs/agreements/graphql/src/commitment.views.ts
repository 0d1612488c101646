import { isMeasurable, type Measure } from '@intekenboek/agreements-domain';
import {
  type AgreementRow,
  type CommitmentWithReports,
  progressOn,
  type Seen,
  type ShownReport,
} from '@intekenboek/agreements-read-model';

import { partyOf } from './agreement.views';
import type { CommitmentType, MeasureType } from './commitment.types';
import type { CommitmentProgressType, ProgressReportType } from './progress.types';

/** A commitment on its way out, with what its other fields are looked up by. */
export interface CommitmentNode extends CommitmentType {
  readonly row: CommitmentWithReports;
  readonly agreement: Seen<AgreementRow>;
}

export function commitmentOf(row: CommitmentWithReports, agreement: Seen<AgreementRow>): CommitmentNode {
  const { commitment } = row;
  return {
    row,
    agreement,
    id: commitment.commitmentId,
    text: commitment.text,
    debtor: partyOf(commitment.debtorId),
    creditors: commitment.creditors.flatMap((creditor) => (creditor === 'PUBLIC' ? [] : partyOf(creditor))),
    isOwedToPublic: commitment.creditors.includes('PUBLIC'),
    resultKind: commitment.resultKind,
    unit: commitment.unit,
    measure: measureOf(commitment.measure),
    isMeasurable: isMeasurable(commitment.measure),
    from: commitment.from,
    deadline: commitment.deadline,
    territory: commitment.territory,
    theme: commitment.theme,
    targetGroups: commitment.targetGroups,
    priceSegment: commitment.priceSegment,
    dwellingKind: commitment.dwellingKind,
    yearSlices: commitment.yearSlices,
    source: commitment.source,
    countsTowards: commitment.countsTowards,
    progress: progressFor(row, agreement),
  };
}

const nothing = { amount: null, min: null, max: null, percent: null, denominator: null, result: null };

const measureOf = (measure: Measure): MeasureType => ({ ...nothing, ...measure });

function progressFor(row: CommitmentWithReports, { access }: Seen<AgreementRow>): CommitmentProgressType {
  const { reports, ...totals } = progressOn(row, access);
  return { ...totals, reports: reports.map(reportOf) };
}

const reportOf = ({ reportId, stances, ...report }: ShownReport): ProgressReportType => ({
  ...report,
  id: reportId,
  stances: stances.map(({ partyId, ...stance }) => ({ ...stance, party: partyOf(partyId) })),
});
