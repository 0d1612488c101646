import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { TargetId } from '@intekenboek/messaging-contracts';
import { PROGRESS_STATES, type ProgressState } from '@intekenboek/monitoring-domain';

import { coverageView, type CoverageView, totalCoverage } from './coverage';
import type { ShownPart, TargetView } from './target.view';

/** A municipality on a day: what it must reach, what is promised, what is open. */
export interface MunicipalityView {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  /** Commitments in force in its territory that the reader may see. */
  readonly commitments: number;
  readonly openEscalations: number;
  readonly targets: readonly TargetView[];
}

export interface StateCount {
  readonly state: ProgressState;
  readonly count: number;
}

/** One target over several territories. No state of its own: a mean would hide those that lag. */
export interface TargetTotals {
  readonly targetId: TargetId;
  readonly name: string;
  readonly unit: string;
  readonly halfYear: string | null;
  readonly territories: number;
  /** Sums of the parts. Of a taakstelling more than the national number, by law. Null for shares: they do not add up. */
  readonly apportioned: number | null;
  readonly backlog: number | null;
  readonly goal: number | null;
  readonly expected: number | null;
  /** Null also when a part of it is hidden. */
  readonly realised: number | null;
  readonly coverage: CoverageView;
  readonly states: readonly StateCount[];
}

/** Several municipalities together. */
export interface TotalsView {
  readonly code: string;
  readonly name: string;
  readonly municipalities: number;
  readonly commitments: number;
  readonly openEscalations: number;
  readonly targets: readonly TargetTotals[];
}

/** A province or the country on a day. */
export interface OverviewView {
  readonly asOf: CalendarDate;
  readonly code: string;
  readonly name: string;
  /** Targets of the territory itself that were not split over municipalities. */
  readonly ownTargets: readonly TargetView[];
  readonly totals: TotalsView;
  /** Of the country; empty for a province. */
  readonly provinces: readonly TotalsView[];
  readonly municipalities: readonly MunicipalityView[];
}

/** A municipality with what totals are made of. */
export interface ShownMunicipality {
  readonly view: MunicipalityView;
  readonly parts: readonly ShownPart[];
}

export function totalsOf(code: string, name: string, rows: readonly ShownMunicipality[]): TotalsView {
  const byTarget = new Map<TargetId, ShownPart[]>();
  for (const shown of rows.flatMap(({ parts }) => parts)) {
    const known = byTarget.get(shown.view.targetId);
    if (known === undefined) byTarget.set(shown.view.targetId, [shown]);
    else known.push(shown);
  }
  return {
    code,
    name,
    municipalities: rows.length,
    commitments: sum(rows.map(({ view }) => view.commitments)),
    openEscalations: sum(rows.map(({ view }) => view.openEscalations)),
    targets: [...byTarget.values()].flatMap(targetTotals),
  };
}

function targetTotals(shown: readonly ShownPart[]): readonly TargetTotals[] {
  const [first] = shown;
  if (first === undefined) return [];
  const { targetId, name, unit, halfYear } = first.view;
  const verdicts = shown.map(({ part }) => part.verdict);
  const isHidden = shown.some((each) => each.isHidden);
  const total = (numbers: readonly number[]) => (unit === 'PERCENT' ? null : sum(numbers));
  return [
    {
      targetId,
      name,
      unit,
      halfYear,
      territories: shown.length,
      apportioned: total(shown.map(({ view }) => view.apportioned)),
      backlog: total(shown.map(({ view }) => view.backlog)),
      goal: total(verdicts.map(({ goal }) => goal)),
      expected: total(verdicts.map(({ expected }) => expected)),
      realised: isHidden ? null : total(shown.map(({ view }) => view.verdict.realised ?? 0)),
      coverage: coverageView(totalCoverage(shown.map(({ coverage }) => coverage))),
      states: PROGRESS_STATES.map((state) => ({
        state,
        count: verdicts.filter((verdict) => verdict.state === state).length,
      })).filter(({ count }) => count > 0),
    },
  ];
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
