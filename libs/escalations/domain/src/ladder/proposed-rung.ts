import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { isValidOn } from '@intekenboek/reference-data-facts';

import { PLACEMENT_POLICIES, type PlacementPolicy } from './placement-criteria.data';

// The proposal itself is the signal, so the first means beyond it is rung 2.
const SIGNALLING = 1;

/** The criteria of a province on a day, or the general ones. @throws Error when the data has a hole. */
export function placementPolicyOf(province: string, day: CalendarDate): PlacementPolicy {
  const valid = PLACEMENT_POLICIES.filter((policy) => isValidOn(policy, day));
  const policy =
    valid.find((candidate) => candidate.province === province) ??
    valid.find((candidate) => candidate.province === null);
  if (policy === undefined) throw new Error(`No criteria for placements are valid on ${day}.`);
  return policy;
}

/**
 * The rung to propose, or null when the criteria call for none. Never more than one rung above the last placement
 * in the same series of misses: the lightest means comes first (proportionality in the general framework).
 */
export function proposedRung(
  policy: PlacementPolicy,
  missedInARow: number,
  previousRung: number | null,
): number | null {
  const called = policy.criteria
    .filter((criterion) => criterion.missedInARow <= missedInARow)
    .map(({ rung }) => rung);
  if (called.length === 0) return null;
  return Math.min(Math.max(...called), (previousRung ?? SIGNALLING) + 1);
}
