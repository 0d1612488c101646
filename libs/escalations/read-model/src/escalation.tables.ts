import type { CalendarDate, Instant, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';
import type {
  CaseRung,
  Cause,
  EscalationEvent,
  EscalationId,
  Evidence,
  Instrument,
  ProgressState,
  Route,
  Subject,
} from '@intekenboek/escalations-domain';

/** The first three are open: someone must act, or recovery is awaited. */
export const CASE_STATUSES = ['OPEN', 'DECIDED', 'PROPOSED', 'PLACED', 'SET_ASIDE', 'RESOLVED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** The last explanation of the party that must respond. */
export interface CaseResponse {
  readonly partyId: PartyId;
  readonly reasonCode: string;
  readonly text: string;
  readonly evidenceReference: string | null;
  readonly recoveryOn: CalendarDate | null;
  readonly effectiveAt: Instant;
}

export interface CaseDecision {
  readonly partyId: PartyId;
  readonly rung: number;
  readonly instrument: Instrument;
  readonly reasons: string;
  readonly recoverBy: CalendarDate | null;
  readonly effectiveAt: Instant;
}

/** Why the register proposed a placement. */
export interface CaseProposal {
  readonly provinceId: PartyId;
  readonly rung: number;
  readonly missedPeriods: readonly string[];
  readonly previousRung: number | null;
  readonly criterionSource: string;
}

/** What the province did with a proposal. */
export interface CasePlacement {
  readonly partyId: PartyId;
  /** Null when it was set aside. */
  readonly rung: number | null;
  readonly reason: string;
  readonly isExcusable: boolean;
  readonly publicationReference: string | null;
  readonly effectiveAt: Instant;
}

export interface CaseResolution {
  readonly resolvedOn: CalendarDate;
  readonly state: ProgressState;
  readonly evidence: readonly Evidence[];
}

interface Recorded {
  readonly revision: number;
  /** Who did it, for which party. */
  readonly personId: string;
  readonly partyId: string;
  /** When it happened in the world, and when it was recorded. */
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
}

type EntryOf<E extends EscalationEvent> = E extends EscalationEvent
  ? Recorded & { readonly type: E['type']; readonly details: Omit<E['data'], 'evidence'> }
  : never;

/** One line of the history of a case. What the event says is without the verdicts, which are with the case. */
export type HistoryEntry = EntryOf<EscalationEvent>;

/** A case as it is read. */
export interface EscalationRow {
  readonly escalation_id: EscalationId;
  readonly revision: number;
  readonly route: Route;
  readonly status: CaseStatus;
  readonly is_open: boolean;
  readonly subject: Subject;
  readonly subject_keys: readonly string[];
  readonly period: string;
  readonly territory: string;
  readonly province: string | null;
  /** Null on the statutory route, which knows misses and no fault. */
  readonly cause: Cause | null;
  readonly responding_party_id: PartyId;
  readonly concerned_party_ids: readonly PartyId[];
  /** All who may know of it, besides those who may know of every case. */
  readonly knowing_party_ids: readonly PartyId[];
  readonly to_respond_party_id: PartyId | null;
  readonly to_decide_party_ids: readonly PartyId[];
  readonly ladder_id: string;
  /** Empty on the statutory route, whose rungs are those of the ladder. */
  readonly rungs: readonly CaseRung[];
  readonly skipped_rungs: readonly number[];
  /** Where it stands; null for a proposal and for one that was set aside. */
  readonly rung: number | null;
  readonly term_ends_on: CalendarDate | null;
  /** To sort by: the end of the term, and what has none last. */
  readonly due_key: string;
  readonly is_explained: boolean;
  readonly is_overdue: boolean;
  readonly raised_on: CalendarDate;
  readonly evidence: readonly Evidence[];
  readonly response: CaseResponse | null;
  readonly decision: CaseDecision | null;
  readonly proposal: CaseProposal | null;
  readonly placement: CasePlacement | null;
  readonly resolution: CaseResolution | null;
  readonly history: readonly HistoryEntry[];
}

/** Under which name a party is known, what it governs and in which party it went on. */
export interface KnownPartyRow {
  readonly party_id: PartyId;
  readonly kind: PartyKind;
  readonly name: string;
  readonly territory: string | null;
  readonly successor_ids: readonly PartyId[];
}

/** What an agreement, a commitment or a target is called. */
export interface SubjectTitleRow {
  readonly subject_id: string;
  readonly title: string;
  /** Of a commitment, the agreement that it stands in. */
  readonly agreement_id: string | null;
}

export interface EscalationTables {
  readonly escalation: EscalationRow;
  readonly known_party: KnownPartyRow;
  readonly subject_title: SubjectTitleRow;
}
