import type { CalendarDate, Message, PartyId } from '@intekenboek/event-sourcing-core';

import type { Cause, Evidence, ProgressState } from './evidence';
import type { EscalationId } from './ids';
import type { Instrument, OnSilence } from './ladder/ladder';
import type { Subject } from './subject';

// These names and fields are stored for good: change them only together with `escalation.codec.ts`.
// Events that end or move a case repeat its subject, because what is published of an event is made of that event alone.

interface OfCase {
  readonly escalationId: EscalationId;
}

/** A rung of the ladder as it holds for one case: the deciding kinds resolved to parties. */
export interface CaseRung {
  readonly number: number;
  readonly decidingPartyIds: readonly PartyId[];
  readonly termWorkingDays: number;
  readonly onSilence: OnSilence;
  readonly instruments: readonly Instrument[];
}

/** A case begins on the agreed route, on its first rung. */
export type EscalationRaised = Message<
  'EscalationRaised',
  OfCase & {
    subject: Subject;
    /** The half-year in which it was raised, for example 2026-H2. */
    period: string;
    territory: string;
    /** PV20 to PV31: who supervises; null for a territory that is the whole country. */
    province: string | null;
    cause: Cause;
    respondingPartyId: PartyId;
    /** Debtors and creditors of what the case is about and of all that waits for it. */
    concernedPartyIds: readonly PartyId[];
    evidence: readonly Evidence[];
    ladderId: string;
    rungs: readonly CaseRung[];
    /** Rungs without anyone to decide but the responding party. */
    skippedRungs: readonly number[];
    rung: number;
    raisedOn: CalendarDate;
    /** The last day to respond and to decide on this rung. */
    termEndsOn: CalendarDate;
  }
>;

/** More subjects turn out to wait for the same cause: one cause is one case. */
export type EscalationSubjectsAdded = Message<
  'EscalationSubjectsAdded',
  OfCase & { evidence: readonly Evidence[]; concernedPartyIds: readonly PartyId[] }
>;

/** The party that must respond explains (pas toe of leg uit). */
export type EscalationResponseGiven = Message<
  'EscalationResponseGiven',
  OfCase & {
    partyId: PartyId;
    /** Null on the statutory route, where a proposal stands on no rung yet. */
    rung: number | null;
    reasonCode: string;
    text: string;
    evidenceReference: string | null;
    /** By when the party expects to have recovered. */
    recoveryOn: CalendarDate | null;
  }
>;

/** Another party concerned gives its view (zienswijze). */
export type EscalationViewGiven = Message<
  'EscalationViewGiven',
  OfCase & { partyId: PartyId; rung: number | null; text: string }
>;

/** The term passed without a decision, so the case goes one rung up. */
export type EscalationMovedUp = Message<
  'EscalationMovedUp',
  OfCase & {
    subject: Subject;
    fromRung: number;
    rung: number;
    reason: 'NOT_EXPLAINED' | 'UNDECIDED';
    /** Parties concerned that had the whole term to give their view and did not. */
    withoutViewOf: readonly PartyId[];
    termEndsOn: CalendarDate;
  }
>;

/** The term of the last rung passed without a decision. The case stays where it is. */
export type EscalationBecameOverdue = Message<
  'EscalationBecameOverdue',
  OfCase & { rung: number; termEndedOn: CalendarDate; isExplained: boolean }
>;

export type EscalationDecided = Message<
  'EscalationDecided',
  OfCase & {
    partyId: PartyId;
    rung: number;
    instrument: Instrument;
    reasons: string;
    /** The term for recovery, if one was set. */
    recoverBy: CalendarDate | null;
  }
>;

/** The ground of the case has gone: what lagged has recovered. */
export type EscalationResolved = Message<
  'EscalationResolved',
  OfCase & { subject: Subject; resolvedOn: CalendarDate; state: ProgressState; evidence: readonly Evidence[] }
>;

/** Statutory route: the register proposes a place on the ladder. The province decides (domain section 9, A). */
export type PlacementProposed = Message<
  'PlacementProposed',
  OfCase & {
    subject: Subject;
    /** The half-year that was missed. */
    period: string;
    territory: string;
    province: string;
    municipalityId: PartyId;
    provinceId: PartyId;
    evidence: readonly Evidence[];
    ladderId: string;
    /** Half-years missed in a row, the latest last; excused ones are left out. */
    missedPeriods: readonly string[];
    /** The last rung that the province decided in this series. */
    previousRung: number | null;
    proposedRung: number;
    /** Where the criterion comes from, in words. */
    criterionSource: string;
    proposedOn: CalendarDate;
  }
>;

export type PlacementAccepted = Message<
  'PlacementAccepted',
  OfCase & {
    subject: Subject;
    partyId: PartyId;
    rung: number;
    reason: string;
    /** Where intention or decision was published (Gemeentewet art. 124 paragraph 4). */
    publicationReference: string | null;
  }
>;

export type PlacementSetAside = Message<
  'PlacementSetAside',
  OfCase & {
    subject: Subject;
    partyId: PartyId;
    reason: string;
    /** Verschoonbaar: not held against the municipality, and its rung is frozen. */
    isExcusable: boolean;
    publicationReference: string | null;
  }
>;

export type EscalationEvent =
  | EscalationRaised
  | EscalationSubjectsAdded
  | EscalationResponseGiven
  | EscalationViewGiven
  | EscalationMovedUp
  | EscalationBecameOverdue
  | EscalationDecided
  | EscalationResolved
  | PlacementProposed
  | PlacementAccepted
  | PlacementSetAside;
