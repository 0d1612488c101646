import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { TargetId } from '@intekenboek/messaging-contracts';
import { askedOn, publicTotal, type View } from '@intekenboek/monitoring-domain';

import { type Coverage, coverageOf, coverageView, type CoverageView } from './coverage';
import type { Facts } from './facts';
import type { JudgedPart } from './judged-day';
import { placeName } from './names';
import { type Reader, viewOf } from './sight';
import { verdictView, type VerdictView } from './verdict.view';

/** A part of a target on a day, as one reader sees it. */
export interface TargetView {
  readonly targetId: TargetId;
  readonly name: string;
  readonly resultKind: string;
  readonly unit: string;
  readonly halfYear: string | null;
  readonly isStatutory: boolean;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** Whose part it is; of a municipality that merged since, the old one. */
  readonly territory: string;
  readonly territoryName: string;
  readonly apportioned: number;
  readonly backlog: number;
  readonly verdict: VerdictView;
  readonly coverage: CoverageView;
}

/** A view with what totals are made of. */
export interface ShownPart {
  readonly part: JudgedPart;
  readonly isHidden: boolean;
  readonly coverage: Coverage;
  readonly view: TargetView;
}

export function shownPart(part: JudgedPart, reader: Reader, facts: Facts): ShownPart {
  const { target, row, verdict } = part;
  const { asOf } = verdict;
  const coverage = coverageOf(part, reader);
  const view = verdictViewOf(part, reader);
  const { apportioned, backlog } = askedOn(verdict.inputs.judged, asOf);
  return {
    part,
    isHidden: view === 'HIDDEN',
    coverage,
    view: {
      targetId: target.target_id,
      name: target.name,
      resultKind: target.result_kind,
      unit: target.unit,
      halfYear: target.half_year,
      isStatutory: target.route === 'STATUTORY',
      from: target.from_day,
      until: target.until_day,
      territory: row.territory,
      territoryName: placeName(row.territory, asOf),
      apportioned,
      backlog,
      verdict: verdictView(verdict, view, facts),
      coverage: coverageView(coverage),
    },
  };
}

/** What an authority recorded is published; what commitments realised is as visible as these are. */
function verdictViewOf({ target, counted }: JudgedPart, reader: Reader): View {
  if (target.realised_by === 'RECORDED') return 'FULL';
  const view = viewOf(counted, reader);
  const isProtected = view === 'PUBLIC' && target.unit === 'PERSONS';
  return isProtected && publicTotal(counted.map(({ verdict }) => verdict.realised)) === null
    ? 'HIDDEN'
    : view;
}
