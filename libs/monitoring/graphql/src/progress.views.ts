import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type {
  CoverageView,
  OverviewView,
  TargetTotals,
  TargetView,
  TotalsView,
} from '@intekenboek/monitoring-read-model';
import { type MunicipalityType, municipalityTypesOn } from '@intekenboek/reference-data-graphql';

import type {
  MunicipalityProgressType,
  NationProgressType,
  TargetTotalsType,
  TerritoryProgressType,
} from './overview.types';
import type { TargetProgressType } from './target-progress.types';
import type { TargetRowType } from './target-row.types';

/** An overview as it is answered: made once for an overview, and then only read. */
export interface OverviewAnswer {
  readonly nation: NationProgressType;
  readonly byMunicipality: ReadonlyMap<string, MunicipalityProgressType>;
  readonly targetRows: readonly TargetRowType[];
}

const answers = new WeakMap<OverviewView, OverviewAnswer>();

/** @throws ReferenceDataRejected DATE_BEFORE_FACTS before 1 January 2021. */
export function answerOf(overview: OverviewView): OverviewAnswer {
  const known = answers.get(overview);
  if (known !== undefined) return known;
  const places = placesOn(overview.asOf);
  const municipalities = overview.municipalities.flatMap(({ targets, ...row }) => {
    const municipality = places.get(row.code);
    return municipality === undefined ? [] : [{ ...row, municipality, targets: targets.map(targetProgress) }];
  });
  const answer = {
    nation: {
      asOf: overview.asOf,
      totals: territoryProgress(overview.totals),
      provinces: overview.provinces.map(territoryProgress),
      ownTargets: overview.ownTargets.map(targetProgress),
      municipalities,
    },
    byMunicipality: new Map(municipalities.map((row) => [row.code, row])),
    targetRows: municipalities.flatMap(targetRows),
  };
  answers.set(overview, answer);
  return answer;
}

const placesOn = (day: CalendarDate): ReadonlyMap<string, MunicipalityType> =>
  new Map(municipalityTypesOn(day).map((municipality) => [municipality.code, municipality]));

const targetProgress = ({ coverage, ...target }: TargetView): TargetProgressType => ({
  ...target,
  ...coverageFields(coverage),
  realised: target.verdict.realised,
});

const targetRows = (row: MunicipalityProgressType): readonly TargetRowType[] =>
  row.targets.map(({ apportioned, backlog, realised, committed, uncovered, verdict }) => ({
    code: row.code,
    name: row.name,
    provinceCode: row.provinceCode,
    apportioned,
    backlog,
    expected: verdict.expected,
    realised,
    committed,
    uncovered,
    state: verdict.state,
    openEscalations: row.openEscalations,
    verdict,
  }));

const targetTotals = ({ coverage, ...totals }: TargetTotals): TargetTotalsType => ({
  ...totals,
  ...coverageFields(coverage),
});

const territoryProgress = ({ targets, ...totals }: TotalsView): TerritoryProgressType => ({
  ...totals,
  targets: targets.map(targetTotals),
});

const coverageFields = ({ realised, forecast, ...coverage }: CoverageView) => ({
  ...coverage,
  realisedByCommitments: realised,
  forecastByCommitments: forecast,
});
