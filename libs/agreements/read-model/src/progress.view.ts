import { shownPersonCount } from '@intekenboek/reference-data-facts';
import type { Measure } from '@intekenboek/agreements-domain';
import type { PartyId } from '@intekenboek/event-sourcing-core';

import type { Access } from './agreement.access';
import type { CommitmentWithReports, ReportView } from './agreement.tables';
import { countsPersons } from './person-counts';

/** What has become of a report. A dispute weighs more than a confirmation by another. */
export const REPORT_STATES = ['REPORTED', 'CONFIRMED', 'DISPUTED', 'CORRECTED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A report as one reader sees it. */
export interface ShownReport extends Omit<ReportView, 'amount'> {
  /** Null when it is hidden. */
  readonly amount: number | null;
  readonly isSuppressed: boolean;
  readonly state: ReportState;
}

/** What was reached on a commitment as one reader sees it: for a share the last level, otherwise the sum. */
export interface ShownProgress {
  /** Reports that stand: no report is a state of its own, and not nought. */
  readonly reportCount: number;
  /** Null without reports, and when hidden. */
  readonly realised: number | null;
  readonly confirmed: number | null;
  readonly disputed: number | null;
  readonly isSuppressed: boolean;
  readonly reports: readonly ShownReport[];
}

/** What a reader with this access sees of the progress on a commitment. */
export function progressOn(row: CommitmentWithReports, access: Access): ShownProgress {
  const isProtected = access !== 'PARTY' && countsPersons(row);
  const reports = row.reports.map((report) => shown(report, isProtected));
  const standing = row.reports.filter(({ correctedBy }) => correctedBy === null);
  // One hidden part hides the sum: otherwise it could be computed from the sum and the other parts.
  const isSuppressed = reports.some((report) => report.isSuppressed);
  const total = (parts: readonly ReportView[]): number | null => {
    const reached = reachedIn(parts, row.commitment.measure);
    if (reached === null || !isProtected) return reached;
    return isSuppressed ? null : shownPersonCount(reached);
  };
  const inState = (state: ReportState) => standing.filter((report) => stateOf(report) === state);
  return {
    reportCount: standing.length,
    realised: total(standing),
    confirmed: total(inState('CONFIRMED')),
    disputed: total(inState('DISPUTED')),
    isSuppressed,
    reports,
  };
}

export function stateOf({ correctedBy, stances }: ReportView): ReportState {
  if (correctedBy !== null) return 'CORRECTED';
  const last = new Map<PartyId, 'CONFIRMED' | 'DISPUTED'>(
    stances.map(({ partyId, kind }) => [partyId, kind] as const),
  );
  const kinds = [...last.values()];
  if (kinds.includes('DISPUTED')) return 'DISPUTED';
  return kinds.includes('CONFIRMED') ? 'CONFIRMED' : 'REPORTED';
}

function shown(report: ReportView, isProtected: boolean): ShownReport {
  const state = stateOf(report);
  if (!isProtected) return { ...report, state, isSuppressed: false };
  const amount = shownPersonCount(report.amount);
  // Words may tell the number that was hidden or rounded.
  const stances = report.stances.map((stance) => ({ ...stance, reasons: null }));
  const wordless = { evidence: null, correctionReason: null, stances };
  return { ...report, ...wordless, state, amount, isSuppressed: amount === null };
}

function reachedIn(reports: readonly ReportView[], measure: Measure): number | null {
  if (reports.length === 0) return null;
  if (measure.kind !== 'SHARE') return reports.reduce((sum, { amount }) => sum + amount, 0);
  // Of two levels on one day the one that was recorded last counts.
  return reports.reduce((last, next) => (next.realisedOn >= last.realisedOn ? next : last)).amount;
}
