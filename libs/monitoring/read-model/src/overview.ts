import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import {
  FACTS_BEGIN,
  municipalitiesOn,
  type Municipality,
  PROVINCES,
} from '@intekenboek/reference-data-facts';

import type { JudgedCommitment, JudgedDay } from './judged-day';
import { commitmentKey } from './commitment.rows';
import type { EscalationRow } from './monitoring.tables';
import { placeName } from './names';
import { type OverviewView, type ShownMunicipality, totalsOf } from './overview.view';
import { placeOn } from './places';
import { footingOn, type Reader } from './sight';
import { type ShownPart, shownPart } from './target.view';

/** PV.. or NL. */
export type OverviewScope = string;
export const COUNTRY: OverviewScope = 'NL';

/** A province or the country on a day, as one reader sees it. */
export function overviewOf(day: JudgedDay, scope: OverviewScope, reader: Reader): OverviewView {
  const { asOf } = day.moment;
  const inScope = municipalitiesIn(scope, asOf);
  const rows = shownMunicipalities(day, inScope, reader);
  const name = placeName(scope, asOf);
  const provinces = scope === COUNTRY ? PROVINCES : [];
  return {
    asOf,
    code: scope,
    name,
    ownTargets: byPeriod(
      day.parts
        .filter(({ row }) => row.territory === scope)
        .map((part) => shownPart(part, reader, day.facts)),
    ).map(({ view }) => view),
    totals: totalsOf(scope, name, rows),
    provinces: provinces.map((province) =>
      totalsOf(
        province.code,
        province.name,
        rows.filter(({ view }) => view.provinceCode === province.code),
      ),
    ),
    municipalities: rows.map(({ view }) => view),
  };
}

/** The borders of 1 January 2021 stand in for all days before. */
const municipalitiesIn = (scope: OverviewScope, asOf: CalendarDate): readonly Municipality[] =>
  municipalitiesOn(asOf < FACTS_BEGIN ? FACTS_BEGIN : asOf).filter(
    ({ provinceCode }) => scope === COUNTRY || provinceCode === scope,
  );

function shownMunicipalities(
  day: JudgedDay,
  municipalities: readonly Municipality[],
  reader: Reader,
): readonly ShownMunicipality[] {
  const { asOf } = day.moment;
  const seen = day.commitments.filter(({ agreement }) => footingOn(agreement, reader) !== null);
  const commitments = countedBy(seen.map(({ facts }) => placeOn(facts.territory, asOf)));
  const cases = countedBy(openCases(day, seen));
  const parts = new Map<string, ShownPart[]>();
  for (const part of day.parts) {
    const place = placeOn(part.row.territory, asOf);
    const shown = shownPart(part, reader, day.facts);
    parts.set(place, [...(parts.get(place) ?? []), shown]);
  }
  return municipalities.map(({ code, name, provinceCode }) => {
    const own = byPeriod(parts.get(code) ?? []);
    return {
      parts: own,
      view: {
        code,
        name,
        provinceCode,
        commitments: commitments.get(code) ?? 0,
        openEscalations: cases.get(code) ?? 0,
        targets: own.map(({ view }) => view),
      },
    };
  });
}

/** Newest period first. */
const byPeriod = (parts: readonly ShownPart[]): readonly ShownPart[] =>
  [...parts].sort(
    ({ view: a }, { view: b }) =>
      compare(b.from, a.from) || compare(a.name, b.name) || compare(a.territory, b.territory),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where cases are open on the day, of what the reader may see: one place for each case. */
function openCases({ facts, moment }: JudgedDay, seen: readonly JudgedCommitment[]): readonly string[] {
  const placeOfCommitment = new Map(seen.map(({ row }) => [row.commitment_key, row.territory]));
  return facts.escalations
    .filter((row) => isOpenOn(row, moment.asOf))
    .flatMap(({ subject }) => {
      const territory =
        subject.kind === 'TARGET'
          ? subject.territory
          : placeOfCommitment.get(commitmentKey(subject.agreementId, subject.commitmentId));
      return territory === undefined ? [] : [placeOn(territory, moment.asOf)];
    });
}

export const isOpenOn = ({ raised_on, closed_on }: EscalationRow, day: CalendarDate): boolean =>
  raised_on <= day && (closed_on === null || closed_on > day);

function countedBy(places: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}
