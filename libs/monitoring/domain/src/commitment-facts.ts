import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { YearSlice } from './path';
import type { ProgressReport } from './progress-report';
import type { AgreementId, CommitmentId } from './subject';

/** What is promised, in numbers (domain section 6, rule 2). */
export type Measure =
  | { readonly kind: 'AMOUNT'; readonly amount: number }
  | { readonly kind: 'BAND'; readonly min: number; readonly max: number }
  | { readonly kind: 'SHARE'; readonly percent: number; readonly denominator: string }
  | { readonly kind: 'MAXIMUM'; readonly amount: number }
  | { readonly kind: 'PROCESS_RESULT'; readonly result: string }
  | { readonly kind: 'EFFORT' };

/** This commitment is due only once the prerequisite, owed by another party, is delivered. */
export interface Condition {
  readonly conditionId: string;
  readonly prerequisiteId: CommitmentId;
  readonly neededBy: CalendarDate;
}

/** All that is known of one commitment of an agreement in force. */
export interface CommitmentFacts {
  readonly agreementId: AgreementId;
  readonly commitmentId: CommitmentId;
  readonly debtorId: PartyId;
  readonly creditors: readonly (PartyId | 'PUBLIC')[];
  readonly measure: Measure;
  readonly unit: string;
  readonly from: CalendarDate;
  readonly deadline: CalendarDate;
  readonly territory: string;
  readonly yearSlices: readonly YearSlice[];
  /** Since when it binds. */
  readonly inForceFrom: CalendarDate;
  readonly conditions: readonly Condition[];
  readonly reports: readonly ProgressReport[];
}

/** How a commitment is counted: the number that fulfils it, or the number above which a cap is broken. */
export function goalOf(measure: Measure): number | null {
  switch (measure.kind) {
    case 'AMOUNT':
    case 'MAXIMUM':
      return measure.amount;
    case 'BAND':
      return measure.min;
    case 'SHARE':
      return measure.percent;
    case 'PROCESS_RESULT':
      return 1;
    case 'EFFORT':
      return null;
  }
}
