import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { CommitmentId, ConditionId, TargetId } from './ids';
import type { Measure } from './measure';

/** To whom something is owed: a signatory, or everyone. */
export type Creditor = PartyId | 'PUBLIC';

/** The part of a commitment that is due in one calendar year (jaarschijf). */
export interface YearSlice {
  readonly year: number;
  readonly amount: number;
}

/** One promise as its writer words it: everything but the unit, which follows from the result kind. */
export interface CommitmentWording {
  readonly commitmentId: CommitmentId;
  /** The sentence that the parties agree on. */
  readonly text: string;
  /** The one party that owes the result (schuldenaar). */
  readonly debtorId: PartyId;
  readonly creditors: readonly Creditor[];
  /** Code of a result kind. */
  readonly resultKind: string;
  readonly measure: Measure;
  readonly from: CalendarDate;
  /** The last day on which the result is on time. */
  readonly deadline: CalendarDate;
  /** GM…., PV.. or NL. */
  readonly territory: string;
  /** Codes of the reference lists, as valid on `from`. */
  readonly theme: string | null;
  readonly targetGroups: readonly string[];
  readonly priceSegment: string | null;
  readonly dwellingKind: string | null;
  /** Empty, or they sum to the whole. */
  readonly yearSlices: readonly YearSlice[];
  /** Where its figures come from, in words; may be empty for an effort only. */
  readonly source: string;
  readonly countsTowards: readonly TargetId[];
}

/** One promise (afspraak), whole. */
export interface Commitment extends CommitmentWording {
  /** Code of a unit, for example DWELLINGS. */
  readonly unit: string;
}

/** The dependent commitment is due only once the prerequisite, owed by another party, is delivered. */
export interface Condition {
  readonly conditionId: ConditionId;
  readonly dependentId: CommitmentId;
  readonly prerequisiteId: CommitmentId;
  /** The day by which the prerequisite is needed for the dependent to be on time. */
  readonly neededBy: CalendarDate;
}
