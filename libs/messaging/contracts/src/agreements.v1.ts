import type { Brand, CalendarDate, Message, PartyId } from '@intekenboek/event-sourcing-core';

export type AgreementId = Brand<string, 'AgreementId'>;
export type CommitmentId = Brand<string, 'CommitmentId'>;
export type ReportId = Brand<string, 'ReportId'>;
export type TargetId = Brand<string, 'TargetId'>;

export type AgreementKind = 'LOCAL' | 'REGIONAL_DEAL' | 'NATIONAL_ACCORD';

/** Who may read an agreement that is in force, besides its parties and those who supervise. */
export type Visibility = 'PARTIES' | 'PUBLIC';

/**
 * What is promised, in numbers. Shares are a percentage of a denominator in words; a `MAXIMUM` is kept by staying
 * below it; a `PROCESS_RESULT` is done or not done; an `EFFORT` cannot be measured and never counts to a target.
 */
export type Measure =
  | { readonly kind: 'AMOUNT'; readonly amount: number }
  | { readonly kind: 'BAND'; readonly min: number; readonly max: number }
  | { readonly kind: 'SHARE'; readonly percent: number; readonly denominator: string }
  | { readonly kind: 'MAXIMUM'; readonly amount: number }
  | { readonly kind: 'PROCESS_RESULT'; readonly result: string }
  | { readonly kind: 'EFFORT' };

/** The part of a commitment that is due in one calendar year. The slices sum to the whole. */
export interface YearSlice {
  readonly year: number;
  readonly amount: number;
}

/** One promise, whole: a revision sends it again in full. */
export interface CommitmentV1 {
  readonly commitmentId: CommitmentId;
  readonly text: string;
  readonly debtorId: PartyId;
  /** Parties to whom it is owed, `PUBLIC` for everyone. At least one. */
  readonly creditors: readonly (PartyId | 'PUBLIC')[];
  /** Code of a result kind, for example DWELLINGS_DELIVERED. */
  readonly resultKind: string;
  readonly measure: Measure;
  /** Code of a unit, for example DWELLINGS or PERSONS; follows from the result kind. */
  readonly unit: string;
  readonly from: CalendarDate;
  readonly deadline: CalendarDate;
  /** GM…., PV.. or NL. */
  readonly territory: string;
  readonly theme: string | null;
  readonly targetGroups: readonly string[];
  readonly priceSegment: string | null;
  readonly dwellingKind: string | null;
  readonly yearSlices: readonly YearSlice[];
  /** Where its figures come from, in words. */
  readonly source: string;
  /** Targets to which its results count. */
  readonly countsTowards: readonly TargetId[];
}

/** The dependent commitment is due only once the prerequisite, owed by another party, is delivered. */
export interface ConditionV1 {
  readonly conditionId: string;
  readonly dependentId: CommitmentId;
  readonly prerequisiteId: CommitmentId;
  /** The day by which the prerequisite is needed for the dependent to be on time. */
  readonly neededBy: CalendarDate;
}

interface OfAgreement {
  readonly agreementId: AgreementId;
}

export type AgreementDraftedV1 = Message<
  'agreements.agreement-drafted.v1',
  OfAgreement & {
    kind: AgreementKind;
    title: string;
    signatoryIds: readonly PartyId[];
    from: CalendarDate;
    until: CalendarDate;
    visibility: Visibility;
  }
>;
/** A signatory left the draft (a tenants' organisation that does not take part): it is no party any more. */
export type SignatoryLeftV1 = Message<'agreements.signatory-left.v1', OfAgreement & { partyId: PartyId }>;
export type CommitmentRecordedV1 = Message<
  'agreements.commitment-recorded.v1',
  OfAgreement & { commitment: CommitmentV1 }
>;
export type CommitmentRemovedV1 = Message<
  'agreements.commitment-removed.v1',
  OfAgreement & { commitmentId: CommitmentId }
>;
export type ConditionRecordedV1 = Message<
  'agreements.condition-recorded.v1',
  OfAgreement & { condition: ConditionV1 }
>;
export type ConditionRemovedV1 = Message<
  'agreements.condition-removed.v1',
  OfAgreement & { conditionId: string }
>;
/** The last signature has come: from now on its commitments bind, are monitored and may lag. */
export type AgreementInForceV1 = Message<
  'agreements.agreement-in-force.v1',
  OfAgreement & { inForceFrom: CalendarDate; contentHash: string }
>;
/**
 * The debtor reports what was realised: for amounts the increase since the previous report, for shares and
 * percentages the level on that day, for a process result 1.
 */
export type ProgressReportedV1 = Message<
  'agreements.progress-reported.v1',
  OfAgreement & { commitmentId: CommitmentId; reportId: ReportId; amount: number; realisedOn: CalendarDate }
>;
export type ProgressConfirmedV1 = Message<
  'agreements.progress-confirmed.v1',
  OfAgreement & { commitmentId: CommitmentId; reportId: ReportId; byPartyId: PartyId }
>;
export type ProgressDisputedV1 = Message<
  'agreements.progress-disputed.v1',
  OfAgreement & { commitmentId: CommitmentId; reportId: ReportId; byPartyId: PartyId }
>;
/** The debtor puts a new report in the place of an earlier one; both stay readable. */
export type ProgressCorrectedV1 = Message<
  'agreements.progress-corrected.v1',
  OfAgreement & {
    commitmentId: CommitmentId;
    reportId: ReportId;
    correctsReportId: ReportId;
    amount: number;
    realisedOn: CalendarDate;
  }
>;

export type AgreementIntegrationEvent =
  | AgreementDraftedV1
  | SignatoryLeftV1
  | CommitmentRecordedV1
  | CommitmentRemovedV1
  | ConditionRecordedV1
  | ConditionRemovedV1
  | AgreementInForceV1
  | ProgressReportedV1
  | ProgressConfirmedV1
  | ProgressDisputedV1
  | ProgressCorrectedV1;
