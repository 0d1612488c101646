import { publicTotal } from '@intekenboek/monitoring-domain';

import type { JudgedCommitment, JudgedPart } from './judged-day';
import { footingOn, type Reader } from './sight';

/** What commitments contribute to a part of a target, as one reader sees it. Null is hidden (onderdrukt). */
export interface CoverageView {
  /** How many commitments in force the reader may see that count to it. */
  readonly commitments: number;
  /** What they promise together; of a band its least. */
  readonly committed: number | null;
  /** The part of it that waits for nobody. */
  readonly conditionsMet: number | null;
  /** The part of it that waits for another party. */
  readonly conditionsOpen: number | null;
  readonly realised: number | null;
  /** What they will have realised at their pace; what nothing is known of yet counts as promised. */
  readonly forecast: number | null;
  /** What is asked and nobody promised. */
  readonly uncovered: number | null;
  readonly isSuppressed: boolean;
}

/** One number of a coverage: what it was added up from, and what a reader may see of the sum. */
interface Cell {
  readonly counts: readonly number[];
  readonly shown: number | null;
}

/** A coverage from which totals can still be made. */
export interface Coverage {
  readonly asked: number;
  readonly isProtected: boolean;
  readonly commitments: number;
  readonly cells: Readonly<Record<CellName, Cell>>;
}

type CellName = 'committed' | 'conditionsMet' | 'conditionsOpen' | 'realised' | 'forecast';

/** Only what the reader may see is counted; counts of persons are protected from who is not a party to all of it. */
export function coverageOf(part: JudgedPart, reader: Reader): Coverage {
  const seen = part.counted.filter(({ agreement }) => footingOn(agreement, reader) !== null);
  const isParty = seen.every(({ agreement }) => footingOn(agreement, reader) === 'PARTY');
  const isProtected = part.target.unit === 'PERSONS' && !isParty;
  const cell = (commitments: readonly JudgedCommitment[], countOf: (each: JudgedCommitment) => number) =>
    cellOf(commitments.map(countOf), isProtected);
  const promised = ({ verdict }: JudgedCommitment) => verdict.goal;
  return {
    asked: part.verdict.goal,
    isProtected,
    commitments: seen.length,
    cells: {
      committed: cell(seen, promised),
      conditionsMet: cell(
        seen.filter(({ verdict }) => verdict.waitsFor === null),
        promised,
      ),
      conditionsOpen: cell(
        seen.filter(({ verdict }) => verdict.waitsFor !== null),
        promised,
      ),
      realised: cell(seen, ({ verdict }) => verdict.realised),
      forecast: cell(seen, forecastOf),
    },
  };
}

function forecastOf({ verdict }: JudgedCommitment): number {
  if (verdict.forecast !== null) return verdict.forecast.mid;
  return verdict.asOf > verdict.deadline ? verdict.realised : Math.max(verdict.goal, verdict.realised);
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

// Where nothing was counted nothing is hidden: that nobody promised anything is the point of the overview.
const cellOf = (counts: readonly number[], isProtected: boolean): Cell => ({
  counts,
  shown: isProtected && counts.length > 0 ? publicTotal(counts) : sum(counts),
});

/** The coverage of several territories together. One hidden part hides the total, from which it could be computed. */
export function totalCoverage(parts: readonly Coverage[]): Coverage {
  const isProtected = parts.some((part) => part.isProtected);
  const total = (name: CellName): Cell => {
    const cells = parts.map(({ cells: { [name]: cell } }) => cell);
    const cell = cellOf(
      cells.flatMap(({ counts }) => counts),
      isProtected,
    );
    const hidden = cells.filter(({ shown }) => shown === null);
    return hidden.length === 1 ? { ...cell, shown: null } : cell;
  };
  return {
    asked: sum(parts.map(({ asked }) => asked)),
    isProtected,
    commitments: sum(parts.map(({ commitments }) => commitments)),
    cells: {
      committed: total('committed'),
      conditionsMet: total('conditionsMet'),
      conditionsOpen: total('conditionsOpen'),
      realised: total('realised'),
      forecast: total('forecast'),
    },
  };
}

export function coverageView({ asked, commitments, cells, isProtected }: Coverage): CoverageView {
  const committed = cells.committed.shown;
  const { conditionsMet, conditionsOpen } = cells;
  // Of a sum and its two parts either all are shown or only the sum.
  const isSplitHidden = committed === null || conditionsMet.shown === null || conditionsOpen.shown === null;
  return {
    commitments,
    committed,
    conditionsMet: isSplitHidden ? null : conditionsMet.shown,
    conditionsOpen: isSplitHidden ? null : conditionsOpen.shown,
    realised: cells.realised.shown,
    forecast: cells.forecast.shown,
    uncovered: committed === null ? null : Math.max(0, asked - committed),
    isSuppressed: isProtected && commitments > 0,
  };
}
