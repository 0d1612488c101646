import type { RealisationSource } from '../targets.v1';
import type { Day, Moment, TerritoryCode, Uuid } from './values';

// Targets, their parts and what an authority recorded are public (ADR-0013), so these messages hold all of it. What
// parties report on their commitments is not in them.

/** On this day so much must have been reached (mijlpaal). */
export interface MilestoneNoticeV1 {
  /** The day (dag). */
  readonly on: Day;
  /** Counted from the start of the period, in the unit of the target (cumulatief). */
  readonly cumulative: number;
}

/** The part of one territory (deel van een gebied). */
export interface PartNoticeV1 {
  /** Whose part it is (gebied). */
  readonly territory: TerritoryCode;
  /** In the unit of the target (aantal). */
  readonly quantity: number;
}

/** A number that a territory must reach in a period was set (opgave, taakstelling). */
export interface TargetSetNoticeV1 {
  /** The target (kenmerk). */
  readonly targetId: Uuid;
  /** Its name (naam). */
  readonly name: string;
  /** Code of list RESULT_KINDS, for example PERSONS_HOUSED (soort resultaat). */
  readonly resultKind: string;
  /** Code of list UNITS: a taakstelling counts persons, not dwellings (eenheid). */
  readonly unit: string;
  /** Who must reach it as a whole (gebied). */
  readonly territory: TerritoryCode;
  /** First day of its period (van). */
  readonly from: Day;
  /** Last day of its period (tot en met). */
  readonly until: Day;
  /** The whole (aantal). */
  readonly quantity: number;
  /** Its path; none is a straight line from nothing to the whole (mijlpalen). */
  readonly milestones: readonly MilestoneNoticeV1[];
  /** Recorded by an authority, or summed from commitments (herkomst van de realisatie). */
  readonly realisedBy: RealisationSource;
  /** STATUTORY for a taakstelling, otherwise AGREED (wettelijk of afgesproken). */
  readonly route: 'STATUTORY' | 'AGREED';
  /** For a taakstelling, such as 2022-H2 (halfjaar). */
  readonly halfYear: string | null;
  /** When it happened in the world (moment van gebeuren). */
  readonly effectiveAt: Moment;
}

/**
 * A target was split over territories (toedeling). For a taakstelling the sum exceeds the whole, and is never corrected.
 */
export interface TargetApportionedNoticeV1 {
  /** The target (kenmerk). */
  readonly targetId: Uuid;
  /** STATUTORY_CEIL, LARGEST_REMAINDER or EXPLICIT; ways may be added (wijze van toedeling). */
  readonly strategy: string;
  /** Every part (toegedeelde aantallen). */
  readonly parts: readonly PartNoticeV1[];
  /** When it happened in the world (moment van gebeuren). */
  readonly effectiveAt: Moment;
}

/** The whole was changed after publication, and split anew where it was split (herziening). */
export interface TargetRevisedNoticeV1 {
  /** The target (kenmerk). */
  readonly targetId: Uuid;
  /** The whole from now on (aantal). */
  readonly quantity: number;
  /** Every part anew; empty when the target was never split (toegedeelde aantallen). */
  readonly parts: readonly PartNoticeV1[];
  /** When it happened in the world (moment van gebeuren). */
  readonly effectiveAt: Moment;
}

/** What was left undone before the period, beside the parts and never in them (achterstand). */
export interface BacklogRecordedNoticeV1 {
  /** The target (kenmerk). */
  readonly targetId: Uuid;
  /** The day on which it was counted (peildatum). */
  readonly on: Day;
  /** Per territory; below nought is an advance (achterstand, voorsprong). */
  readonly parts: readonly PartNoticeV1[];
  /** When it happened in the world (moment van gebeuren). */
  readonly effectiveAt: Moment;
}

/** What an authority recorded as reached; a later record of the same day takes its place (realisatie). */
export interface RealisationRecordedNoticeV1 {
  /** The target (kenmerk). */
  readonly targetId: Uuid;
  /** Up to and including this day (tot en met). */
  readonly upTo: Day;
  /** Per territory, counted from the start of the period (gerealiseerd). */
  readonly parts: readonly PartNoticeV1[];
  /** When it happened in the world (moment van gebeuren). */
  readonly effectiveAt: Moment;
}
