import { DomainError } from '@intekenboek/event-sourcing-core';

/** Every way in which the facts can say no. Public API: codes are added, never renamed. */
export type ReferenceDataRejection =
  /** Not written as a code of a territory; `details.expected` says how one is written. */
  | 'TERRITORY_CODE_INVALID'
  /** Written well, but there is no such territory since 1 January 2021. */
  | 'TERRITORY_UNKNOWN'
  /** Asked about a day before the facts begin; `details.from` is the first day that can be asked about. */
  | 'DATE_BEFORE_FACTS'
  /** No inhabitants are known for that day; `details.known` lists the days for which they are. */
  | 'POPULATION_UNKNOWN'
  /** Inhabitants can be summed into later borders, never be divided over earlier ones. */
  | 'BORDERS_BEFORE_POPULATION'
  /** Not written as a half-year; `details.expected` says how one is written. */
  | 'HALF_YEAR_INVALID'
  /** A term in working days is a whole number. */
  | 'WORKING_DAYS_INVALID';

/** A question to the facts that has no answer. Refused with its reason, never answered with a stand-in. */
export class ReferenceDataRejected extends DomainError<ReferenceDataRejection> {}
