import type { CalendarDate, Command, PartyId } from '@intekenboek/event-sourcing-core';

import type { AgreementKind, Visibility } from './agreement-terms';
import type { CommitmentWording, Condition } from './commitment';
import type { AgreementId, CommitmentId, ConditionId, ReportId } from './ids';
import type { PartyFacts } from './signatory';

interface OfAgreement {
  readonly agreementId: AgreementId;
}

/**
 * The drafter's party is one of the signatories. What the register knows of them stands beside `data`, because it is
 * looked up and not wished for: the same wish sent again is the same, also when the register has changed meanwhile.
 */
export type DraftAgreement = Command<
  'DraftAgreement',
  OfAgreement & {
    kind: AgreementKind;
    title: string;
    signatoryIds: readonly PartyId[];
    from: CalendarDate;
    until: CalendarDate;
    visibility: Visibility;
    legalBasis: string | null;
  }
> & { readonly parties: readonly PartyFacts[] };

export type AddCommitment = Command<'AddCommitment', OfAgreement & { commitment: CommitmentWording }>;
/** Sends the commitment again in full. */
export type ReviseCommitment = Command<'ReviseCommitment', OfAgreement & { commitment: CommitmentWording }>;
export type RemoveCommitment = Command<'RemoveCommitment', OfAgreement & { commitmentId: CommitmentId }>;
export type AddCondition = Command<'AddCondition', OfAgreement & { condition: Condition }>;
export type RemoveCondition = Command<'RemoveCondition', OfAgreement & { conditionId: ConditionId }>;

/** Why only one party owes something (the exception of rule 6.4). */
export type ExplainOneSidedness = Command<'ExplainOneSidedness', OfAgreement & { explanation: string }>;

/**
 * That tenants do not take part, and why (rule 6.1). With `partyId` an organisation that is a signatory leaves the
 * agreement; only its own people can record that, or anyone once it has declined a proposal of this agreement.
 */
export type RecordTenantsDeclined = Command<
  'RecordTenantsDeclined',
  OfAgreement & { partyId: PartyId | null; reason: string }
>;

export type ProposeAgreement = Command<'ProposeAgreement', OfAgreement>;
/** Back to draft; the signatures that were given lapse. */
export type WithdrawProposal = Command<'WithdrawProposal', OfAgreement & { reason: string }>;

/** Names the text that the signatory has read: a signature never covers words that came later. */
export type SignAgreement = Command<
  'SignAgreement',
  OfAgreement & { textVersion: number; contentHash: string }
>;
export type DeclineAgreement = Command<
  'DeclineAgreement',
  OfAgreement & { textVersion: number; reasons: string }
>;

interface OfReport extends OfAgreement {
  readonly commitmentId: CommitmentId;
  readonly reportId: ReportId;
}

/** For amounts the increase since the previous report, for a share its level on that day, for a process result 1. */
export type ReportProgress = Command<
  'ReportProgress',
  OfReport & { amount: number; realisedOn: CalendarDate; evidence: string | null }
>;
export type ConfirmProgress = Command<'ConfirmProgress', OfReport>;
export type DisputeProgress = Command<'DisputeProgress', OfReport & { reasons: string }>;
/** `reportId` is that of the new report; nought is possible: it was not delivered after all. */
export type CorrectProgress = Command<
  'CorrectProgress',
  OfReport & {
    correctsReportId: ReportId;
    amount: number;
    realisedOn: CalendarDate;
    evidence: string | null;
    reason: string;
  }
>;

export type AgreementCommand =
  | DraftAgreement
  | AddCommitment
  | ReviseCommitment
  | RemoveCommitment
  | AddCondition
  | RemoveCondition
  | ExplainOneSidedness
  | RecordTenantsDeclined
  | ProposeAgreement
  | WithdrawProposal
  | SignAgreement
  | DeclineAgreement
  | ReportProgress
  | ConfirmProgress
  | DisputeProgress
  | CorrectProgress;
