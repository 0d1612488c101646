import { addDays, type CalendarDate, isAfter, type PartyId } from '@intekenboek/event-sourcing-core';
import {
  callsForEscalation,
  escalationIdOf,
  type Evidence,
  hasRecovered,
  subjectKey,
  supervisingProvince,
} from '@intekenboek/escalations-domain';
import { endOf, type HalfYear, halfYear, halfYearOf, startOf } from '@intekenboek/reference-data-facts';

import type { PlacementRecord } from './case-ledger.port';
import type { PlannedCommand } from './policy-command';
import type { PolicyPlan } from './policy-plan';
import { verdictIndex } from './verdict-index';

export interface PlacementFacts {
  readonly asOf: CalendarDate;
  readonly verdicts: readonly Evidence[];
  /** What became of every proposal so far. */
  readonly placements: readonly PlacementRecord[];
  readonly governing: ReadonlyMap<string, PartyId>;
}

/** The half-years that one municipality missed, and what the province did with the proposals. */
interface MunicipalRecord {
  readonly territory: string;
  readonly missed: ReadonlyMap<HalfYear, Evidence>;
  readonly placements: ReadonlyMap<string, PlacementRecord>;
}

/**
 * The statutory route: after every half-year that a municipality missed, one proposal for that half-year; a proposal
 * whose miss was revised away lapses. Everything else is for the province (domain section 9, A).
 */
export function planPlacements(facts: PlacementFacts): PolicyPlan {
  const judged = verdictIndex(facts.verdicts.filter(({ route }) => route === 'STATUTORY'));
  const lapsed = facts.placements.flatMap(({ status, subject, escalationId }): readonly PlannedCommand[] => {
    const evidence = status === 'PROPOSED' ? judged.bearingOn(subject) : [];
    if (!hasRecovered(subject, evidence)) return [];
    return [{ type: 'ResolveEscalation', data: { escalationId, subject, evidence } }];
  });
  const proposals = municipalRecords(judged.verdicts, facts).map((record) =>
    proposalsFor(record, facts.governing),
  );
  return {
    commands: [...lapsed, ...proposals.flatMap(({ commands }) => commands)],
    skipped: proposals.flatMap(({ skipped }) => skipped),
  };
}

/** Assessed once the half-year is over, on 1 January and 1 July; what lags in the middle of it is no miss yet. */
function municipalRecords(verdicts: readonly Evidence[], facts: PlacementFacts): readonly MunicipalRecord[] {
  const missed = new Map<string, Map<HalfYear, Evidence>>();
  for (const verdict of verdicts) {
    const { territory, subject, halfYear: period } = verdict;
    if (subject.kind !== 'TARGET' || period === null || !territory.startsWith('GM')) continue;
    const half = halfYear(period);
    if (!callsForEscalation(verdict) || !isAfter(facts.asOf, endOf(half))) continue;
    missed.set(territory, (missed.get(territory) ?? new Map<HalfYear, Evidence>()).set(half, verdict));
  }
  const placements = new Map<string, Map<string, PlacementRecord>>();
  for (const record of facts.placements) {
    const known = placements.get(record.territory) ?? new Map<string, PlacementRecord>();
    placements.set(record.territory, known.set(record.period, record));
  }
  return [...missed].map(([territory, ofTerritory]) => ({
    territory,
    missed: ofTerritory,
    placements: placements.get(territory) ?? new Map<string, PlacementRecord>(),
  }));
}

function proposalsFor(record: MunicipalRecord, governing: PlacementFacts['governing']): PolicyPlan {
  const { territory, missed, placements } = record;
  const open = [...missed].filter(([half]) => !placements.has(half)).sort(([a], [b]) => (a < b ? -1 : 1));
  const municipalityId = governing.get(territory);
  const provinceId = governing.get(supervisingProvince(territory) ?? '');
  if (municipalityId === undefined || provinceId === undefined) {
    const reason = municipalityId === undefined ? 'NO_RESPONDING_PARTY' : 'NO_SUPERVISING_PARTY';
    return {
      commands: [],
      skipped: open.map(([, { subject }]) => ({ about: subjectKey(subject), reason })),
    };
  }
  const commands = open.map(([period, verdict]): PlannedCommand => {
    const { subject } = verdict;
    const escalationId = escalationIdOf('STATUTORY', subject, period);
    const parties = { municipalityId, provinceId };
    const series = seriesUpTo(period, record);
    return {
      type: 'ProposePlacement',
      data: { escalationId, subject, period, ...parties, evidence: [verdict], ...series },
    };
  });
  return { commands, skipped: [] };
}

/**
 * The misses in a row that end with `last`. An excused one (verschoonbaar) is not held against the municipality: it
 * does not count, and it does not break the series either, because the rung was frozen.
 */
function seriesUpTo(
  last: HalfYear,
  { missed, placements }: MunicipalRecord,
): { readonly missedPeriods: readonly HalfYear[]; readonly previousRung: number | null } {
  const missedPeriods: HalfYear[] = [];
  let previousRung: number | null = null;
  for (let half = last; missed.has(half); half = previousHalfYear(half)) {
    const record = placements.get(half);
    if (record?.isExcusable !== true) missedPeriods.unshift(half);
    if (record?.status === 'PLACED') previousRung ??= record.rung;
  }
  return { missedPeriods, previousRung };
}

const previousHalfYear = (half: HalfYear): HalfYear => halfYearOf(addDays(startOf(half), -1));
