import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import {
  type CommitmentId,
  type Explanation,
  explanationOf,
  type Forecast,
  type ProgressState,
  shownFigures,
  type Verdict,
  type View,
} from '@intekenboek/monitoring-domain';

import type { Facts } from './facts';
import { partyView, type PartyView, unitWords } from './names';

/** A party and the commitment by which it holds another up. */
export interface AttributionView {
  readonly party: PartyView;
  readonly commitmentId: CommitmentId;
  readonly chain: readonly CommitmentId[];
}

/** A verdict as one reader sees it; null is hidden or not known, see `isSuppressed`. */
export interface VerdictView {
  readonly asOf: CalendarDate;
  readonly state: ProgressState;
  readonly isMeasurable: boolean;
  readonly unit: string;
  readonly goal: number;
  readonly expected: number;
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
  readonly waitsForUntil: CalendarDate | null;
  readonly explanation: Explanation;
  readonly ruleVersion: string;
  /** JSON; null when the reader may not see all that is in it. Made when it is asked for, because it is long. */
  readonly inputs: string | null;
}

export function verdictView(verdict: Verdict, view: View, { parties }: Facts): VerdictView {
  const figures = shownFigures(verdict, view);
  const partyName = (partyId: PartyView['id']) => partyView(parties, partyId).name;
  const attributed = (by: Verdict['attribution']): AttributionView | null =>
    by && { party: partyView(parties, by.partyId), commitmentId: by.commitmentId, chain: by.chain };
  return {
    asOf: verdict.asOf,
    state: verdict.state,
    isMeasurable: verdict.isMeasurable,
    unit: verdict.unit,
    ...figures,
    deadline: verdict.deadline,
    shiftedDays: verdict.shift?.days ?? 0,
    shiftedBecauseOf: attributed(verdict.shift?.becauseOf ?? null),
    attribution: attributed(verdict.attribution),
    waitsForUntil: verdict.waitsFor?.neededBy ?? null,
    explanation: explanationOf(verdict, figures, { unit: unitWords(verdict.unit), partyName }),
    ruleVersion: verdict.ruleVersion,
    get inputs() {
      return mayShowInputs(verdict, view) ? JSON.stringify(verdict.inputs) : null;
    },
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
