import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import {
  type Attribution,
  type CommitmentId,
  type Explanation,
  explanationOf,
  type Forecast,
  type ProgressState,
  shownFigures,
  type Verdict,
  type View,
} from '@intekenboek/monitoring-domain';

import { commitmentKey } from './commitment.rows';
import type { Facts } from './facts';
import { partyView, type PartyView, unitWords } from './names';

/** A commitment by its words, with the party that owes it. */
export interface CommitmentReference {
  readonly id: CommitmentId;
  readonly text: string;
  readonly party: PartyView;
}

/** Who holds a commitment up, and by what. */
export interface AttributionView {
  readonly party: PartyView;
  readonly commitment: CommitmentReference;
  /** From the judged commitment to the root. */
  readonly chain: readonly CommitmentReference[];
}

/** What a commitment waits for, and until when that was or is in time. */
export interface WaitsForView {
  readonly commitment: CommitmentReference;
  readonly neededBy: CalendarDate;
}

/** A verdict as one reader sees it; null is hidden or not known, see `isSuppressed`. */
export interface VerdictView {
  readonly asOf: CalendarDate;
  readonly state: ProgressState;
  readonly isMeasurable: boolean;
  /** A maximum: `goal` must not be exceeded. */
  readonly isCap: boolean;
  readonly unit: string;
  readonly goal: number;
  readonly expected: number;
  readonly expectedOn: CalendarDate;
  readonly realised: number | null;
  readonly confirmed: number | null;
  readonly disputed: number | null;
  readonly ratio: number | null;
  readonly isSuppressed: boolean;
  readonly forecast: Forecast | null;
  readonly lastReportOn: CalendarDate | null;
  readonly dataAgeDays: number | null;
  readonly deadline: CalendarDate;
  readonly shiftedDays: number;
  readonly shiftedBecauseOf: AttributionView | null;
  readonly attribution: AttributionView | null;
  readonly waitsFor: WaitsForView | null;
  readonly explanation: Explanation;
  readonly ruleVersion: string;
  /** JSON; null when the reader may not see all that is in it. Made when it is asked for, because it is long. */
  readonly inputs: string | null;
}

export function verdictView(verdict: Verdict, view: View, facts: Facts): VerdictView {
  const figures = shownFigures(verdict, view);
  const partyName = (partyId: PartyView['id']) => partyView(facts.parties, partyId).name;
  return {
    asOf: verdict.asOf,
    state: verdict.state,
    isMeasurable: verdict.isMeasurable,
    isCap: verdict.isCap,
    unit: verdict.unit,
    ...figures,
    expectedOn: verdict.expectedOn,
    deadline: verdict.deadline,
    shiftedDays: verdict.shift?.days ?? 0,
    ...causesOf(verdict, facts),
    explanation: explanationOf(verdict, figures, { unit: unitWords(verdict.unit), partyName }),
    ruleVersion: verdict.ruleVersion,
    get inputs() {
      return mayShowInputs(verdict, view) ? JSON.stringify(verdict.inputs) : null;
    },
  };
}

type Causes = Pick<VerdictView, 'attribution' | 'shiftedBecauseOf' | 'waitsFor'>;
const NO_CAUSES: Causes = { attribution: null, shiftedBecauseOf: null, waitsFor: null };

/** Conditions bind commitments of one agreement: who may see one of them may see all. */
function causesOf({ subject, attribution, shift, waitsFor }: Verdict, facts: Facts): Causes {
  if (subject.kind === 'TARGET') return NO_CAUSES;
  const reference = (id: CommitmentId): CommitmentReference => {
    const known = facts.commitmentsByKey.get(commitmentKey(subject.agreementId, id));
    if (known === undefined) throw new Error(`Commitment ${id} was judged and is not there.`);
    return { id, text: known.row.commitment.text, party: partyView(facts.parties, known.row.debtor_id) };
  };
  const attributed = (by: Attribution): AttributionView => ({
    party: partyView(facts.parties, by.partyId),
    commitment: reference(by.commitmentId),
    chain: by.chain.map(reference),
  });
  return {
    attribution: attribution && attributed(attribution),
    shiftedBecauseOf: shift && attributed(shift.becauseOf),
    waitsFor: waitsFor && { commitment: reference(waitsFor.commitmentId), neededBy: waitsFor.neededBy },
  };
}

/** Inputs tell every report, so they are for those from whom no number in them is hidden. */
function mayShowInputs({ inputs }: Verdict, view: View): boolean {
  if (view === 'FULL') return true;
  if (view === 'HIDDEN') return false;
  if (inputs.kind === 'TARGET') {
    return inputs.judged.realisedBy === 'RECORDED' || inputs.judged.unit !== 'PERSONS';
  }
  return [inputs.judged, ...inputs.prerequisites].every(({ unit }) => unit !== 'PERSONS');
}
