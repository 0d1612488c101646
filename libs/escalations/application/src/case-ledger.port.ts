import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { EscalationId, Subject } from '@intekenboek/escalations-domain';

/** A case of the agreed route that is open or decided. */
export interface UnresolvedCase {
  readonly escalationId: EscalationId;
  readonly subject: Subject;
  /** Keys of all subjects that it lists. */
  readonly subjectKeys: readonly string[];
  readonly rung: number;
  /** Null once it is decided: from then on only recovery is awaited. */
  readonly termEndsOn: CalendarDate | null;
  readonly isOverdue: boolean;
}

/** What became of the proposal for one territory and half-year. */
export interface PlacementRecord {
  readonly escalationId: EscalationId;
  readonly subject: Subject;
  readonly territory: string;
  /** The half-year that was missed. */
  readonly period: string;
  readonly status: 'PROPOSED' | 'PLACED' | 'SET_ASIDE' | 'LAPSED';
  /** The rung that the province decided; null unless placed. */
  readonly rung: number | null;
  readonly isExcusable: boolean;
}

/**
 * The cases that are there. It may be a moment behind: what the policy then asks a second time is done once, because
 * the decider knows better.
 */
export interface CaseLedger {
  unresolvedCases(): Promise<readonly UnresolvedCase[]>;
  /** All of them, also those of years ago: series of misses are counted from them. */
  placements(): Promise<readonly PlacementRecord[]>;
}
