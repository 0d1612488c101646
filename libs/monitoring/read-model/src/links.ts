import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import { addsUp, type BindingCommitment, type TargetPart } from './facts';
import { placeOn, placesAround } from './places';

const linkKey = (targetId: string, place: string): string => `${targetId}|${place}`;

/**
 * Finds the commitments that count to a part of a target on a day: linked to the target, adding up in its unit, and
 * lying in the territory. Each counts once to a part, so that no dwelling counts twice.
 */
export function commitmentsByTarget<Commitment extends BindingCommitment>(
  commitments: readonly Commitment[],
  day: CalendarDate,
): (part: TargetPart) => readonly Commitment[] {
  const linked = new Map<string, Commitment[]>();
  const link = (key: string, commitment: Commitment) => {
    const known = linked.get(key);
    if (known === undefined) linked.set(key, [commitment]);
    else known.push(commitment);
  };
  for (const commitment of commitments) {
    const { countsTowards, territory } = commitment.row.commitment;
    const places = placesAround(territory, day);
    for (const targetId of new Set(countsTowards)) {
      for (const place of places) link(linkKey(targetId, place), commitment);
    }
  }
  return (part) =>
    (linked.get(linkKey(part.row.target_id, placeOn(part.row.territory, day))) ?? []).filter((commitment) =>
      addsUp(commitment, part),
    );
}
