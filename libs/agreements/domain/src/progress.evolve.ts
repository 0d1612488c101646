import type { PartyId } from '@intekenboek/event-sourcing-core';

import type { AgreementEvent } from './agreement.events';
import type { DraftedAgreement, InForce } from './agreement.state';
import { withEntry } from './entries';
import type { ReportId } from './ids';
import { requirePhase } from './phase';
import type { ProgressReport, Stance } from './progress-report';

type ProgressEvent = Extract<
  AgreementEvent,
  { type: 'ProgressReported' | 'ProgressConfirmed' | 'ProgressDisputed' | 'ProgressCorrected' }
>;

export function evolveProgress(agreement: DraftedAgreement, { type, data }: ProgressEvent): InForce {
  const inForce = requirePhase(agreement, 'IN_FORCE', type);
  switch (type) {
    case 'ProgressReported': {
      const { commitmentId, amount, realisedOn, evidence } = data;
      const report = { ...untouched, commitmentId, amount, realisedOn, evidence };
      return { ...inForce, reports: withEntry(inForce.reports, data.reportId, report) };
    }
    case 'ProgressConfirmed':
      return withStance(inForce, data.reportId, data.byPartyId, { kind: 'CONFIRMED' });
    case 'ProgressDisputed':
      return withStance(inForce, data.reportId, data.byPartyId, { kind: 'DISPUTED', reasons: data.reasons });
    case 'ProgressCorrected': {
      const { commitmentId, reportId, correctsReportId, amount, realisedOn, evidence } = data;
      const corrected = { ...requireReport(inForce, correctsReportId), correctedBy: reportId };
      const correction = { ...untouched, commitmentId, amount, realisedOn, evidence };
      const newest = { ...correction, correctsReportId, correctionReason: data.reason };
      const reports = withEntry(inForce.reports, correctsReportId, corrected);
      return { ...inForce, reports: withEntry(reports, reportId, newest) };
    }
  }
}

const untouched = {
  correctsReportId: null,
  correctionReason: null,
  correctedBy: null,
  stances: new Map<PartyId, Stance>(),
} as const;

function withStance(agreement: InForce, reportId: ReportId, partyId: PartyId, stance: Stance): InForce {
  const report = requireReport(agreement, reportId);
  const changed = { ...report, stances: withEntry(report.stances, partyId, stance) };
  return { ...agreement, reports: withEntry(agreement.reports, reportId, changed) };
}

function requireReport(agreement: InForce, reportId: ReportId): ProgressReport {
  const report = agreement.reports.get(reportId);
  if (report === undefined) throw new Error(`Report ${reportId} was never made.`);
  return report;
}
