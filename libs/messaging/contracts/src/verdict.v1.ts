import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { AgreementId, CommitmentId, TargetId } from './agreements.v1';

/** What a verdict or an escalation is about. */
export type Subject =
  | { readonly kind: 'COMMITMENT'; readonly agreementId: AgreementId; readonly commitmentId: CommitmentId }
  | { readonly kind: 'TARGET'; readonly targetId: TargetId; readonly territory: string };

/** The same subject gives the same text. */
export const subjectKey = (subject: Subject): string =>
  subject.kind === 'COMMITMENT'
    ? `COMMITMENT:${subject.agreementId}:${subject.commitmentId}`
    : `TARGET:${subject.targetId}:${subject.territory}`;

/** States of progress on a day (domain section 8). */
export const PROGRESS_STATES = [
  'NOT_DUE',
  'NO_DATA',
  'ON_TRACK',
  'AT_RISK',
  'LAGGING',
  'SEVERELY_LAGGING',
  'BLOCKED',
  'FULFILLED',
  'MISSED',
] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** Whose fault a lag is: the root of the chain of conditions. */
export interface Attribution {
  readonly partyId: PartyId;
  readonly commitmentId: CommitmentId;
  /** From the judged commitment to the root: one line per condition, so that the chain can be walked. */
  readonly chain: readonly CommitmentId[];
}

/** A judgement on a day, with all that is needed to make it again. */
export interface VerdictV1 {
  readonly subject: Subject;
  readonly asOf: CalendarDate;
  readonly state: ProgressState;
  /** In the unit of the subject. */
  readonly expected: number;
  readonly realised: number;
  readonly confirmed: number;
  readonly disputed: number;
  /** realised / expected; null when nothing is expected yet. */
  readonly ratio: number | null;
  readonly forecast: number | null;
  readonly attribution: Attribution | null;
  /** Version of the threshold rules that were used. */
  readonly ruleVersion: string;
  /** All inputs as plain JSON: path, reports, thresholds, conditions. */
  readonly inputs: object;
  readonly unit: string;
  readonly territory: string;
  readonly debtorId: PartyId | null;
  readonly creditorIds: readonly PartyId[];
  readonly route: 'STATUTORY' | 'AGREED';
  /** For a taakstelling its half-year. */
  readonly halfYear: string | null;
}

/** States that call for an escalation. */
export const CALLS_FOR_ESCALATION: readonly ProgressState[] = [
  'LAGGING',
  'SEVERELY_LAGGING',
  'BLOCKED',
  'MISSED',
];
