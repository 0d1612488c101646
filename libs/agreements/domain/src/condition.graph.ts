import type { Condition } from './commitment';
import type { CommitmentId } from './ids';

/**
 * The chain that would close when `added` joined the conditions: from its dependent through prerequisites back to
 * its dependent. Null when there is none.
 */
export function cycleThrough(
  conditions: Iterable<Condition>,
  added: Pick<Condition, 'dependentId' | 'prerequisiteId'>,
): readonly CommitmentId[] | null {
  const prerequisites = new Map<CommitmentId, CommitmentId[]>();
  for (const { dependentId, prerequisiteId } of conditions) {
    prerequisites.set(dependentId, [...(prerequisites.get(dependentId) ?? []), prerequisiteId]);
  }
  const path = pathBetween(prerequisites, added.prerequisiteId, added.dependentId);
  return path === null ? null : [added.dependentId, ...path];
}

// Walks without recursion: a chain may be as long as an agreement has commitments.
function pathBetween(
  prerequisites: ReadonlyMap<CommitmentId, readonly CommitmentId[]>,
  from: CommitmentId,
  to: CommitmentId,
): readonly CommitmentId[] | null {
  const cameFrom = new Map<CommitmentId, CommitmentId | null>([[from, null]]);
  const waiting = [from];
  for (let current = waiting.shift(); current !== undefined; current = waiting.shift()) {
    if (current === to) return backTo(cameFrom, current);
    for (const next of prerequisites.get(current) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, current);
      waiting.push(next);
    }
  }
  return null;
}

function backTo(cameFrom: ReadonlyMap<CommitmentId, CommitmentId | null>, end: CommitmentId): CommitmentId[] {
  const path: CommitmentId[] = [];
  for (let step: CommitmentId | null = end; step !== null; step = cameFrom.get(step) ?? null)
    path.unshift(step);
  return path;
}
