import type { CalendarDate, Message, PartyId, PersonId } from '@intekenboek/event-sourcing-core';

import type { AgreementKind, Visibility } from './agreement-terms';
import type { Commitment, Condition } from './commitment';
import type { AgreementId, CommitmentId, ConditionId, ReportId } from './ids';
import type { Signatory } from './signatory';

// These names and fields are stored for good: change them only together with `agreement.codec.ts`, and add every
// new form to `agreement.events.fixture.json`. Persons are ids here, never names.

interface OfAgreement {
  readonly agreementId: AgreementId;
}

export type AgreementDrafted = Message<
  'AgreementDrafted',
  OfAgreement & {
    kind: AgreementKind;
    title: string;
    signatories: readonly Signatory[];
    from: CalendarDate;
    until: CalendarDate;
    visibility: Visibility;
    legalBasis: string | null;
    draftedBy: PartyId;
  }
>;

export type CommitmentAdded = Message<'CommitmentAdded', OfAgreement & { commitment: Commitment }>;
export type CommitmentRevised = Message<'CommitmentRevised', OfAgreement & { commitment: Commitment }>;
export type CommitmentRemoved = Message<'CommitmentRemoved', OfAgreement & { commitmentId: CommitmentId }>;
export type ConditionAdded = Message<'ConditionAdded', OfAgreement & { condition: Condition }>;
export type ConditionRemoved = Message<'ConditionRemoved', OfAgreement & { conditionId: ConditionId }>;
export type OneSidednessExplained = Message<'OneSidednessExplained', OfAgreement & { explanation: string }>;

/** `partyId` is the organisation that leaves the signatories, null when tenants were never among them. */
export type TenantsDeclined = Message<
  'TenantsDeclined',
  OfAgreement & { partyId: PartyId | null; reason: string; recordedBy: PartyId }
>;

/** The text is frozen. Versions count proposals, from 1. */
export type AgreementProposed = Message<
  'AgreementProposed',
  OfAgreement & { textVersion: number; contentHash: string; proposedBy: PartyId; proposedOn: CalendarDate }
>;
export type ProposalWithdrawn = Message<
  'ProposalWithdrawn',
  OfAgreement & { textVersion: number; reason: string; withdrawnBy: PartyId }
>;

export type AgreementSigned = Message<
  'AgreementSigned',
  OfAgreement & {
    partyId: PartyId;
    signatoryId: PersonId;
    textVersion: number;
    contentHash: string;
    signedOn: CalendarDate;
  }
>;
export type AgreementDeclined = Message<
  'AgreementDeclined',
  OfAgreement & { partyId: PartyId; signatoryId: PersonId; textVersion: number; reasons: string }
>;
/** `inForceFrom` is the day of the latest signature in the world, also when it was recorded later. */
export type AgreementEnteredIntoForce = Message<
  'AgreementEnteredIntoForce',
  OfAgreement & { textVersion: number; contentHash: string; inForceFrom: CalendarDate }
>;

interface OfReport extends OfAgreement {
  readonly commitmentId: CommitmentId;
  readonly reportId: ReportId;
}

export type ProgressReported = Message<
  'ProgressReported',
  OfReport & { amount: number; realisedOn: CalendarDate; evidence: string | null }
>;
export type ProgressConfirmed = Message<'ProgressConfirmed', OfReport & { byPartyId: PartyId }>;
export type ProgressDisputed = Message<
  'ProgressDisputed',
  OfReport & { byPartyId: PartyId; reasons: string }
>;
/** A new report takes the place of an earlier one; both stay. */
export type ProgressCorrected = Message<
  'ProgressCorrected',
  OfReport & {
    correctsReportId: ReportId;
    amount: number;
    realisedOn: CalendarDate;
    evidence: string | null;
    reason: string;
  }
>;

export type AgreementEvent =
  | AgreementDrafted
  | CommitmentAdded
  | CommitmentRevised
  | CommitmentRemoved
  | ConditionAdded
  | ConditionRemoved
  | OneSidednessExplained
  | TenantsDeclined
  | AgreementProposed
  | ProposalWithdrawn
  | AgreementSigned
  | AgreementDeclined
  | AgreementEnteredIntoForce
  | ProgressReported
  | ProgressConfirmed
  | ProgressDisputed
  | ProgressCorrected;
