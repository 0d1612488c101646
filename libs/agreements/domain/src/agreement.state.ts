import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { AgreementTerms } from './agreement-terms';
import type { AgreementId, CommitmentId, ReportId } from './ids';
import type { ProgressReport } from './progress-report';

/** What every phase knows. Only what a decision needs: what a screen needs is in the read model. */
export interface Written extends AgreementTerms {
  readonly agreementId: AgreementId;
  /** Number of the last proposal, 0 before the first. */
  readonly textVersion: number;
  /** Who declined, with the version of the text, and has not signed since. */
  readonly declinedBy: ReadonlyMap<PartyId, number>;
}

export interface NotDrafted {
  readonly status: 'NOT_DRAFTED';
}
export interface Draft extends Written {
  readonly status: 'DRAFT';
}
export interface Proposed extends Written {
  readonly status: 'PROPOSED';
  readonly contentHash: string;
  readonly proposedOn: CalendarDate;
  /** With the day of each signature. */
  readonly signedBy: ReadonlyMap<PartyId, CalendarDate>;
}
export interface InForce extends Written {
  readonly status: 'IN_FORCE';
  readonly contentHash: string;
  readonly reports: ReadonlyMap<ReportId, ProgressReport>;
}

/** An agreement in one of its phases. A phase has only what exists in it. */
export type Agreement = NotDrafted | Draft | Proposed | InForce;
export type DraftedAgreement = Exclude<Agreement, NotDrafted>;

export const notDrafted: NotDrafted = { status: 'NOT_DRAFTED' };

/** The reports of one commitment that were not corrected since, in the order they came. */
export const standingReports = (agreement: InForce, commitmentId: CommitmentId): readonly ProgressReport[] =>
  [...agreement.reports.values()].filter(
    (report) => report.commitmentId === commitmentId && report.correctedBy === null,
  );
