import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { CommitmentInputs } from './commitment.inputs';
import type { Forecast } from './forecast';
import type { OpenPrerequisite } from './prerequisites';
import type { ProgressState, Reason } from './progress-state';
import type { Attribution, Route, Subject } from './subject';
import type { TargetInputs } from './target.inputs';

/** A path that was moved, by how many days and because of whom. */
export interface Shift {
  readonly days: number;
  readonly becauseOf: Attribution;
}

/** A judgement on a day, with all that is needed to make it again (domain section 8). */
export interface Verdict<Inputs = CommitmentInputs | TargetInputs> {
  readonly subject: Subject;
  readonly asOf: CalendarDate;
  readonly state: ProgressState;
  readonly reason: Reason;
  /** False for an effort: it is recorded, never judged, and never counts to a target. */
  readonly isMeasurable: boolean;
  /** A maximum that must not be exceeded, instead of a number that must be reached. */
  readonly isCap: boolean;
  /** In the unit of the subject: what must be reached, or must not be exceeded. */
  readonly goal: number;
  /** Of a taakstelling, the part of the goal that was left undone before; negative for an advance. */
  readonly backlog: number;
  /** First and last day, moved by late prerequisites. */
  readonly startsOn: CalendarDate;
  readonly deadline: CalendarDate;
  /** By the path on `expectedOn`. */
  readonly expected: number;
  /** The judged day; of what an authority records the day of its last figures, because these come late. */
  readonly expectedOn: CalendarDate;
  /** Reported and not disputed. */
  readonly realised: number;
  /** The part of `realised` that those to whom it is owed have confirmed. */
  readonly confirmed: number;
  readonly disputed: number;
  /** realised / expected; null when nothing is expected yet. */
  readonly ratio: number | null;
  /** Null when there is no pace to go by. */
  readonly forecast: Forecast | null;
  /** The last day that the figures speak of; null when there are none. */
  readonly lastReportOn: CalendarDate | null;
  /** Days since then. */
  readonly dataAgeDays: number | null;
  /** Whose lag it is, when another party holds this one up. */
  readonly attribution: Attribution | null;
  /** The prerequisite that is still open; null for what waits for nobody. */
  readonly waitsFor: OpenPrerequisite | null;
  readonly shift: Shift | null;
  readonly ruleVersion: string;
  readonly inputs: Inputs;
  readonly unit: string;
  readonly territory: string;
  /** Who must answer for it; null for a territory that is not registered as a party. */
  readonly debtorId: PartyId | null;
  readonly creditorIds: readonly PartyId[];
  readonly route: Route;
  /** Of a taakstelling, for example 2022-H2. */
  readonly halfYear: string | null;
}
