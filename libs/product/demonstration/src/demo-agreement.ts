import {
  type CalendarDate,
  calendarDate,
  type PartyId,
  type PartyKind,
} from '@intekenboek/event-sourcing-core';
import type {
  AgreementId,
  AgreementKind,
  CommitmentId,
  CommitmentWording,
  Measure,
  TargetId,
  Visibility,
} from '@intekenboek/agreements-domain';

import { demoId } from './demo-ids';
import { INVENTED_SOURCE } from './invented.data';

/** A party of a demonstration agreement, with what is needed to act for it. */
export interface DemoSignatory {
  readonly partyId: PartyId;
  readonly kind: PartyKind;
  readonly territory: string | null;
}

/** One promise with how its reports go: the share of what is expected that is delivered, or no report at all. */
export interface DemoCommitment {
  readonly wording: CommitmentWording;
  /** 1 is on track, 0 delivers nothing yet reports, null never reports. */
  readonly pace: number | null;
  /** Which of its reports a creditor disputes, from 0; null for none. */
  readonly disputed: number | null;
}

export interface DemoCondition {
  readonly dependent: string;
  readonly prerequisite: string;
  readonly neededBy: CalendarDate;
}

/** How far the demonstration takes an agreement. */
export type DemoEnding = 'IN_FORCE' | 'AWAITING_SIGNATURE' | 'DECLINED' | 'DRAFT';

export interface DemoAgreement {
  readonly agreementId: AgreementId;
  readonly title: string;
  readonly kind: AgreementKind;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly signedOn: CalendarDate;
  readonly visibility: Visibility;
  readonly legalBasis: string | null;
  /** The first one drafts. */
  readonly signatories: readonly DemoSignatory[];
  readonly commitments: readonly DemoCommitment[];
  readonly conditions: readonly DemoCondition[];
  readonly ending: DemoEnding;
}

export const agreementIdOf = (name: string): AgreementId => demoId(`agreement:${name}`) as AgreementId;

export const commitmentIdOf = (agreement: string, name: string): CommitmentId =>
  demoId(`commitment:${agreement}:${name}`) as CommitmentId;

export interface DemoPromise {
  readonly id: CommitmentId;
  readonly text: string;
  readonly debtor: PartyId;
  readonly creditors: readonly (PartyId | 'PUBLIC')[];
  readonly resultKind: string;
  readonly measure: Measure;
  readonly from: string;
  readonly deadline: string;
  readonly territory: string;
  readonly theme?: string;
  readonly targetGroups?: readonly string[];
  readonly priceSegment?: string;
  readonly dwellingKind?: string;
  readonly slices?: readonly (readonly [year: number, amount: number])[];
  readonly countsTowards?: readonly TargetId[];
  readonly pace: number | null;
  readonly disputed?: number;
}

/** A promise in short, with the usual answers filled in. */
export const promised = (promise: DemoPromise): DemoCommitment => ({
  pace: promise.pace,
  disputed: promise.disputed ?? null,
  wording: {
    commitmentId: promise.id,
    text: promise.text,
    debtorId: promise.debtor,
    creditors: promise.creditors,
    resultKind: promise.resultKind,
    measure: promise.measure,
    from: calendarDate(promise.from),
    deadline: calendarDate(promise.deadline),
    territory: promise.territory,
    theme: promise.theme ?? null,
    targetGroups: promise.targetGroups ?? [],
    priceSegment: promise.priceSegment ?? null,
    dwellingKind: promise.dwellingKind ?? null,
    yearSlices: (promise.slices ?? []).map(([year, amount]) => ({ year, amount })),
    source: INVENTED_SOURCE,
    countsTowards: promise.countsTowards ?? [],
  },
});

/** A whole split over years as evenly as whole numbers allow, the last year taking the rest. */
export function evenly(whole: number, years: readonly number[]): readonly (readonly [number, number])[] {
  const each = Math.floor(whole / years.length);
  return years.map((year, index) => [year, index === years.length - 1 ? whole - each * index : each]);
}
