import type { CalendarDate, Command, PartyId } from '@intekenboek/event-sourcing-core';

import type { Evidence } from './evidence';
import type { EscalationId } from './ids';
import type { Instrument } from './ladder/ladder';
import type { Subject } from './subject';

// Who acts, the time and the day are in `meta`. The first five are sent by the policy only and have no mutation.

interface OfCase {
  readonly escalationId: EscalationId;
}

/** The parties that may decide on a rung of the ladder, by the kinds that the ladder names. */
export interface RungDeciders {
  readonly number: number;
  readonly partyIds: readonly PartyId[];
}

export type RaiseEscalation = Command<
  'RaiseEscalation',
  OfCase & {
    subject: Subject;
    period: string;
    respondingPartyId: PartyId;
    /** The verdict on the subject, and those of all that wait for it; at least one that calls for a case. */
    evidence: readonly Evidence[];
    rungs: readonly RungDeciders[];
  }
>;

export type AddEscalationSubjects = Command<
  'AddEscalationSubjects',
  OfCase & { evidence: readonly Evidence[] }
>;

/** Does something only from the day after the term of this rung. */
export type PassTerm = Command<'PassTerm', OfCase & { rung: number }>;

export type ResolveEscalation = Command<
  'ResolveEscalation',
  OfCase & { subject: Subject; evidence: readonly Evidence[] }
>;

export type ProposePlacement = Command<
  'ProposePlacement',
  OfCase & {
    subject: Subject;
    period: string;
    municipalityId: PartyId;
    provinceId: PartyId;
    evidence: readonly Evidence[];
    missedPeriods: readonly string[];
    previousRung: number | null;
  }
>;

export type RespondToEscalation = Command<
  'RespondToEscalation',
  OfCase & {
    reasonCode: string;
    text: string;
    evidenceReference: string | null;
    recoveryOn: CalendarDate | null;
  }
>;

export type GiveView = Command<'GiveView', OfCase & { text: string }>;

export type DecideEscalation = Command<
  'DecideEscalation',
  OfCase & { instrument: Instrument; reasons: string; recoverBy: CalendarDate | null }
>;

export type AcceptProposal = Command<
  'AcceptProposal',
  OfCase & { rung: number; reason: string; publicationReference: string | null }
>;

export type SetAsideProposal = Command<
  'SetAsideProposal',
  OfCase & { reason: string; isExcusable: boolean; publicationReference: string | null }
>;

export type PolicyCommand =
  RaiseEscalation | AddEscalationSubjects | PassTerm | ResolveEscalation | ProposePlacement;

export type PartyCommand =
  RespondToEscalation | GiveView | DecideEscalation | AcceptProposal | SetAsideProposal;

export type EscalationCommand = PolicyCommand | PartyCommand;
