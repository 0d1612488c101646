import type { Uuid } from './values';

// Whether everyone may read an agreement does not show in what happens to it later, so these messages hold ids only,
// whatever its visibility. Who may know more asks the API with a token of its own.

/** The last signature has come: from now on its commitments bind (van kracht). */
export interface AgreementInForceNoticeV1 {
  /** The agreement (prestatieafspraken). */
  readonly agreementId: Uuid;
}

/** The debtor reported what was realised (voortgang gemeld). */
export interface ProgressReportedNoticeV1 {
  /** The agreement (prestatieafspraken). */
  readonly agreementId: Uuid;
  /** The commitment in it (afspraak). */
  readonly commitmentId: Uuid;
  /** The report (melding). */
  readonly reportId: Uuid;
}

/** Somebody to whom it is owed says that a report is right (voortgang bevestigd). */
export interface ProgressConfirmedNoticeV1 {
  /** The agreement (prestatieafspraken). */
  readonly agreementId: Uuid;
  /** The commitment in it (afspraak). */
  readonly commitmentId: Uuid;
  /** The report (melding). */
  readonly reportId: Uuid;
}

/** Somebody to whom it is owed says that a report is not right (voortgang betwist). */
export interface ProgressDisputedNoticeV1 {
  /** The agreement (prestatieafspraken). */
  readonly agreementId: Uuid;
  /** The commitment in it (afspraak). */
  readonly commitmentId: Uuid;
  /** The report (melding). */
  readonly reportId: Uuid;
}

/** The debtor put a new report in the place of an earlier one; both stay (voortgang gecorrigeerd). */
export interface ProgressCorrectedNoticeV1 {
  /** The agreement (prestatieafspraken). */
  readonly agreementId: Uuid;
  /** The commitment in it (afspraak). */
  readonly commitmentId: Uuid;
  /** The new report (melding). */
  readonly reportId: Uuid;
  /** The report in whose place it comes (gecorrigeerde melding). */
  readonly correctsReportId: Uuid;
}
