import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { CommitmentId, ReportId } from './ids';

/** What a creditor last said of a report. */
export type Stance = { readonly kind: 'CONFIRMED' } | { readonly kind: 'DISPUTED'; readonly reasons: string };

/** One report of progress (voortgang), with what has become of it. */
export interface ProgressReport {
  readonly commitmentId: CommitmentId;
  readonly amount: number;
  readonly realisedOn: CalendarDate;
  readonly evidence: string | null;
  /** The earlier report in whose place it came. */
  readonly correctsReportId: ReportId | null;
  readonly correctionReason: string | null;
  /** The later report that came in its place. */
  readonly correctedBy: ReportId | null;
  readonly stances: ReadonlyMap<PartyId, Stance>;
}
