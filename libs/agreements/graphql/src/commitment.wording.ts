import type { CommitmentSketch, CommitmentWording, Creditor, Measure } from '@intekenboek/agreements-domain';
import type { PartyId } from '@intekenboek/event-sourcing-core';

import type { CommitmentInput, CommitmentMeasureInput } from './commitment.inputs';
import type { CommitmentSketchInput } from './commitment-sketch.input';

/** The form as the domain words it. What the form lacks is left empty: the rules say what must be there. */
export const wordingOf = (input: CommitmentInput): CommitmentWording => ({
  commitmentId: input.commitmentId,
  text: input.text,
  debtorId: input.debtorId,
  creditors: creditorsOf(input.creditorIds, input.isOwedToPublic),
  resultKind: input.resultKind,
  measure: measureOf(input.measure),
  from: input.from,
  deadline: input.deadline,
  territory: input.territory,
  theme: input.theme ?? null,
  targetGroups: input.targetGroups,
  priceSegment: input.priceSegment ?? null,
  dwellingKind: input.dwellingKind ?? null,
  yearSlices: input.yearSlices.map(({ year, amount }) => ({ year, amount })),
  source: input.source,
  countsTowards: input.countsTowards,
});

/** A form that may still lack any part. */
export function sketchOf(sketch: CommitmentSketchInput): CommitmentSketch {
  const { creditorIds, isOwedToPublic, measure, ...written } = sketch;
  // Whatever may be left out may also be sent as null.
  const creditors = creditorsOf(creditorIds ?? [], isOwedToPublic ?? false);
  return { ...written, creditors, measure: measure ? measureOf(measure) : null };
}

const creditorsOf = (ids: readonly PartyId[], isOwedToPublic: boolean): readonly Creditor[] =>
  isOwedToPublic ? [...ids, 'PUBLIC'] : ids;

function measureOf(input: CommitmentMeasureInput): Measure {
  const { kind, amount, min, max, percent, denominator, result } = input;
  switch (kind) {
    case 'AMOUNT':
    case 'MAXIMUM':
      return { kind, amount: amount ?? 0 };
    case 'BAND':
      return { kind, min: min ?? 0, max: max ?? 0 };
    case 'SHARE':
      return { kind, percent: percent ?? 0, denominator: denominator ?? '' };
    case 'PROCESS_RESULT':
      return { kind, result: result ?? '' };
    case 'EFFORT':
      return { kind };
  }
}
