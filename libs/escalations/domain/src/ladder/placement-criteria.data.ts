import { firstDayOf } from '@intekenboek/event-sourcing-core';
import type { Validity } from '@intekenboek/reference-data-facts';

/** After so many half-years missed in a row, so far up the ladder may be proposed. */
export interface PlacementCriterion {
  readonly missedInARow: number;
  readonly rung: number;
}

/** The criteria of one province, or the general ones for provinces that are not listed. */
export interface PlacementPolicy extends Validity {
  /** PV20 to PV31; null for the general policy. */
  readonly province: string | null;
  readonly criteria: readonly PlacementCriterion[];
  readonly source: string;
}

/**
 * When which rung is proposed (domain section 9, A: "rules met in practice"). The rungs 5 and 6 are in none of them:
 * the decision itself is never proposed by software.
 */
export const PLACEMENT_POLICIES: readonly PlacementPolicy[] = [
  {
    province: 'PV20',
    validFrom: firstDayOf(2021),
    validUntil: null,
    criteria: [
      { missedInARow: 1, rung: 2 },
      { missedInARow: 2, rung: 3 },
    ],
    source: 'Groningen: a letter after the first missed period, talks after the second (RTV Noord, 2017).',
  },
  {
    province: 'PV28',
    validFrom: firstDayOf(2021),
    validUntil: null,
    criteria: [
      { missedInARow: 1, rung: 2 },
      { missedInARow: 2, rung: 3 },
      { missedInARow: 4, rung: 4 },
    ],
    source:
      'Zuid-Holland: intervention is possible after four half-years missed in a row (rd.nl, January 2025); it begins ' +
      'with the advance notice. The first two steps follow the general policy. To be confirmed: CVDR641687.',
  },
  {
    province: null,
    validFrom: firstDayOf(2021),
    validUntil: null,
    criteria: [
      { missedInARow: 1, rung: 2 },
      { missedInARow: 2, rung: 3 },
      { missedInARow: 4, rung: 4 },
    ],
    source:
      'What Groningen (one, two) and Zuid-Holland (four) do, taken together, until the policy of the province is entered.',
  },
];
