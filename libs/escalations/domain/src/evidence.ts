import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { CommitmentId } from './ids';
import { type Route, type Subject, subjectKey } from './subject';

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

/** States on which a case is raised. */
export const LAGGING_STATES: readonly ProgressState[] = ['LAGGING', 'SEVERELY_LAGGING', 'BLOCKED', 'MISSED'];

/** States that end a case. AT_RISK and NO_DATA do neither: they are no recovery. */
export const RECOVERED_STATES: readonly ProgressState[] = ['ON_TRACK', 'FULFILLED', 'NOT_DUE'];

/** Whose fault a lag is, when it is another's: the root of the chain of conditions. */
export interface Attribution {
  readonly partyId: PartyId;
  readonly commitmentId: CommitmentId;
  /** From the judged commitment to the root. */
  readonly chain: readonly CommitmentId[];
}

/**
 * A verdict of the monitoring context as it was when a case rested on it, whole, with its inputs and the version of
 * its rules, so that the other side can recompute it. It is this context's own type, because what is stored for good
 * must not change when the verdict gets another version.
 */
export interface Evidence {
  readonly subject: Subject;
  readonly asOf: CalendarDate;
  readonly state: ProgressState;
  /** Expected, realised and the other quantities are in `unit`. */
  readonly expected: number;
  readonly realised: number;
  readonly confirmed: number;
  readonly disputed: number;
  readonly ratio: number | null;
  readonly forecast: number | null;
  readonly attribution: Attribution | null;
  readonly ruleVersion: string;
  readonly inputs: object;
  readonly unit: string;
  /** GM…., PV.. or NL. */
  readonly territory: string;
  readonly debtorId: PartyId | null;
  readonly creditorIds: readonly PartyId[];
  readonly route: Route;
  readonly halfYear: string | null;
}

/** Who or what causes the lag: the responding party itself, or its late commitment on which others wait. */
export type Cause =
  | { readonly kind: 'OWN_LAG'; readonly partyId: PartyId }
  | {
      readonly kind: 'BLOCKED_BY';
      readonly partyId: PartyId;
      readonly commitmentId: CommitmentId;
      readonly chain: readonly CommitmentId[];
    };

export const callsForEscalation = ({ state }: Evidence): boolean => LAGGING_STATES.includes(state);

export const isAbout = (evidence: Evidence, subject: Subject): boolean =>
  subjectKey(evidence.subject) === subjectKey(subject);

/** Whether this verdict lays the blame on the commitment that `subject` is. */
export const blames = ({ attribution, state }: Evidence, subject: Subject): boolean =>
  state === 'BLOCKED' &&
  attribution !== null &&
  subject.kind === 'COMMITMENT' &&
  attribution.commitmentId === subject.commitmentId;

/**
 * Whether a case about `subject` has no ground left: its own verdict is one of recovery, and no other verdict lays
 * the blame on it. Without its own verdict there is nothing to conclude from.
 */
export function hasRecovered(subject: Subject, evidence: readonly Evidence[]): boolean {
  const own = evidence.filter((item) => isAbout(item, subject));
  const isOwnRecovered = own.length > 0 && own.every(({ state }) => RECOVERED_STATES.includes(state));
  return isOwnRecovered && !evidence.some((item) => blames(item, subject));
}
