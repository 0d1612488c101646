import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { CommitmentInputs, JudgedCommitment } from './commitment.inputs';
import type { Condition } from './commitment-facts';
import { type DayNumber, dayNumber, dayOf } from './day-number';
import { datedReports, tallies } from './progress-report';
import { type Step, stepOn } from './steps';
import type { Attribution, CommitmentId } from './subject';

/** How the conditions of the judged commitment stand on a day. */
export interface Waiting {
  /**
   * `OPEN`: a prerequisite is not delivered and not yet needed, so the commitment is not due. `LATE`: one that was
   * needed earlier is still not delivered. `NONE`: all are delivered.
   */
  readonly state: 'NONE' | 'OPEN' | 'LATE';
  /** Days by which late deliveries moved the path: the longest of them. */
  readonly shiftedDays: number;
  /** The day of the last delivery on which it waited; null when it never waited or still does. */
  readonly freeSince: DayNumber | null;
}

/** What a commitment waits for, and until when it may. */
export interface OpenPrerequisite {
  readonly commitmentId: CommitmentId;
  readonly partyId: PartyId;
  readonly neededBy: CalendarDate;
}

export const NEVER_WAITED: Waiting = { state: 'NONE', shiftedDays: 0, freeSince: null };

export interface Prerequisites {
  readonly waitingOn: (day: DayNumber) => Waiting;
  /** Days on which `waitingOn` may change. */
  readonly changes: readonly DayNumber[];
  /** The prerequisite that is not delivered and was or is needed first; null when all are delivered. */
  readonly openOn: (day: DayNumber) => OpenPrerequisite | null;
  /** Who is at the root of a lag that is late on this day; null when no prerequisite is late. */
  readonly attributionOn: (day: DayNumber) => Attribution | null;
  /** Whose late delivery moved the path, followed to its root; null when the path was not moved. */
  readonly shiftedBecauseOf: (day: DayNumber) => Attribution | null;
}

interface Dated {
  readonly prerequisiteId: CommitmentId;
  readonly neededBy: DayNumber;
}

/** Since when it is delivered without interruption; null while it is not. */
type Delivery = Step<DayNumber | null>;

/** Follows the conditions of the judged commitment, and of what it waits on. A circle cannot happen, but never hangs. */
export function prerequisitesOf({ judged, prerequisites }: CommitmentInputs): Prerequisites {
  const commitments = new Map([...prerequisites, judged].map((each) => [each.commitmentId, each]));
  const deliveries = new Map(prerequisites.map((each) => [each.commitmentId, deliveriesOf(each)]));
  const conditions = new Map([...commitments].map(([id, { conditions: all }]) => [id, all.map(dated)]));
  const conditionsOf = (id: CommitmentId) => conditions.get(id) ?? [];
  const deliveredSince = (id: CommitmentId, day: DayNumber) =>
    stepOn(deliveries.get(id) ?? [], day)?.value ?? null;

  const isLate = ({ prerequisiteId, neededBy }: Dated, day: DayNumber) =>
    day > neededBy && deliveredSince(prerequisiteId, day) === null;
  const delayOf = ({ prerequisiteId, neededBy }: Dated, day: DayNumber) =>
    Math.max(0, (deliveredSince(prerequisiteId, day) ?? neededBy) - neededBy);

  function waitingOn(day: DayNumber): Waiting {
    const own = conditionsOf(judged.commitmentId);
    if (own.length === 0) return NEVER_WAITED;
    const shiftedDays = Math.max(...own.map((link) => delayOf(link, day)));
    const since = own.map(({ prerequisiteId }) => deliveredSince(prerequisiteId, day));
    const delivered = since.filter((day) => day !== null);
    if (own.some((link) => isLate(link, day))) return { state: 'LATE', shiftedDays, freeSince: null };
    if (delivered.length < own.length) return { state: 'OPEN', shiftedDays, freeSince: null };
    return { state: 'NONE', shiftedDays, freeSince: Math.max(...delivered) };
  }

  /** The late link that was needed first; of two on one day the one that sorts first, so that all find the same. */
  const firstOf = (links: readonly Dated[]): Dated | undefined =>
    [...links].sort((a, b) => a.neededBy - b.neededBy || (a.prerequisiteId < b.prerequisiteId ? -1 : 1))[0];

  function follow(linksOf: (id: CommitmentId) => readonly Dated[]): Attribution | null {
    const chain: CommitmentId[] = [judged.commitmentId];
    let root = judged;
    for (;;) {
      const links = linksOf(root.commitmentId).filter(
        ({ prerequisiteId }) => !chain.includes(prerequisiteId),
      );
      const next = firstOf(links);
      const owed = next && commitments.get(next.prerequisiteId);
      if (owed === undefined) break;
      chain.push(owed.commitmentId);
      root = owed;
    }
    if (chain.length === 1) return null;
    return { partyId: root.debtorId, commitmentId: root.commitmentId, chain };
  }

  return {
    waitingOn,
    changes: [
      ...[...deliveries.values()].flatMap((steps) => steps.map(({ from }) => from)),
      ...conditionsOf(judged.commitmentId).map(({ neededBy }) => neededBy + 1),
    ],
    openOn: (day) => {
      const own = conditionsOf(judged.commitmentId);
      const open = firstOf(own.filter(({ prerequisiteId }) => deliveredSince(prerequisiteId, day) === null));
      const owed = open && commitments.get(open.prerequisiteId);
      if (open === undefined || owed === undefined) return null;
      return { commitmentId: owed.commitmentId, partyId: owed.debtorId, neededBy: dayOf(open.neededBy) };
    },
    attributionOn: (day) => follow((id) => conditionsOf(id).filter((link) => isLate(link, day))),
    shiftedBecauseOf: (day) =>
      follow((id) => {
        const longest = Math.max(1, ...conditionsOf(id).map((link) => delayOf(link, day)));
        return conditionsOf(id).filter((link) => delayOf(link, day) === longest);
      }),
  };
}

const dated = ({ prerequisiteId, neededBy }: Condition): Dated => ({
  prerequisiteId,
  neededBy: dayNumber(neededBy),
});

/** Delivered when what is realised, and not disputed, reaches the quantity. A dispute afterwards undoes it. */
function deliveriesOf({ reports, counting, goal }: JudgedCommitment): readonly Delivery[] {
  const deliveries: Delivery[] = [];
  for (const { from, value } of tallies(datedReports(reports), counting)) {
    const before = deliveries.at(-1)?.value ?? null;
    deliveries.push({ from, value: value.realised >= goal ? (before ?? from) : null });
  }
  return deliveries;
}
