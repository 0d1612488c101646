import { type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';

import { NATIONAL_BACKLOG, TAAKSTELLING_PUBLICATIONS } from '../data/national-taakstelling.data';
import { type HalfYear, halfYear } from './half-year';

/** One time that the national number of a half-year was made known. */
export interface TaakstellingPublication {
  /** 1 for the first; a higher one revises those before it and overwrites none. */
  readonly revision: number;
  /** Permit holders, not dwellings: vg in Huisvestingswet 2014 art. 29(1)(a). */
  readonly persons: number;
  /** Null where only the month or year is known; see the source. */
  readonly publishedOn: CalendarDate | null;
  readonly source: string;
}

/** How many permit holders the country has to house in a half-year (taakstelling huisvesting vergunninghouders). */
export interface NationalTaakstelling {
  readonly halfYear: HalfYear;
  /** As it stands after the last revision. */
  readonly persons: number;
  /** Every publication in order, the first one first. */
  readonly publications: readonly TaakstellingPublication[];
  /** Left from before: beside the number and never in it. Null where it is not known. */
  readonly backlogBeside: { readonly persons: number; readonly source: string } | null;
}

/** The half-years whose number is known, in order. */
export const TAAKSTELLING_HALF_YEARS: readonly HalfYear[] = [
  ...new Set(TAAKSTELLING_PUBLICATIONS.map(([text]) => halfYear(text))),
];

/** Undefined for a half-year whose number is not known to us. */
export function nationalTaakstelling(half: HalfYear): NationalTaakstelling | undefined {
  const publications = TAAKSTELLING_PUBLICATIONS.filter(([text]) => text === half).map(
    ([, persons, publishedOn, source], index) => ({
      revision: index + 1,
      persons,
      publishedOn: publishedOn === null ? null : calendarDate(publishedOn),
      source,
    }),
  );
  const last = publications.at(-1);
  return last && { halfYear: half, persons: last.persons, publications, backlogBeside: backlogBeside(half) };
}

function backlogBeside(half: HalfYear): NationalTaakstelling['backlogBeside'] {
  const row = NATIONAL_BACKLOG.find(([text]) => text === half);
  if (row === undefined) return null;
  const [, persons, source] = row;
  return { persons, source };
}
