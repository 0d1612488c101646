import type { CalendarDate, Instant } from '@intekenboek/event-sourcing-core';
import type {
  ApportionmentInputs,
  Milestone,
  RealisationSource,
  TargetId,
} from '@intekenboek/targets-domain';

/** One number that was made known, with when and why; the last one holds. */
export interface NumberOfTarget {
  readonly quantity: number;
  readonly reason: string | null;
  readonly source: string;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
}

export interface TargetRow {
  readonly target_id: TargetId;
  readonly name: string;
  readonly result_kind: string;
  readonly unit: string;
  readonly territory: string;
  readonly from_day: CalendarDate;
  readonly until_day: CalendarDate;
  readonly quantity: number;
  readonly milestones: readonly Milestone[];
  readonly realised_by: RealisationSource;
  readonly legal_basis: string | null;
  readonly half_year: string | null;
  readonly published_on: CalendarDate | null;
  readonly is_published_in_time: boolean | null;
  /** Every number it ever had, the first one first. */
  readonly numbers: readonly NumberOfTarget[];
  readonly inputs: ApportionmentInputs | null;
  readonly parts_sum: number | null;
  readonly parts_count: number;
  readonly backlog_from: TargetId | null;
  readonly backlog_source: string | null;
}

/** What was recorded for a day; a later record for the same day stands in its place, and both are kept. */
export interface RealisationOfPart {
  readonly upTo: CalendarDate;
  readonly quantity: number;
  readonly source: string;
  readonly recordedAt: Instant;
}

export interface TargetPartRow {
  /** `<target id>|<territory>`. */
  readonly part_id: string;
  readonly target_id: TargetId;
  readonly territory: string;
  readonly weight: number | null;
  readonly quantity: number | null;
  readonly backlog: number | null;
  readonly realisations: readonly RealisationOfPart[];
}

export interface TargetTables {
  readonly target: TargetRow;
  readonly target_part: TargetPartRow;
}
