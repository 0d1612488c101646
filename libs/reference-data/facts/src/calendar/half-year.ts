import { type Brand, type CalendarDate, calendarDate, firstDayOf } from '@intekenboek/event-sourcing-core';

import { ReferenceDataRejected } from '../reference-data.errors';

/** Half a calendar year (kalenderhalfjaar), the period of a taakstelling: `2022-H1` is January to June. */
export type HalfYear = Brand<string, 'HalfYear'>;

/** @throws ReferenceDataRejected HALF_YEAR_INVALID for anything but a year from 2000 to 2099 and H1 or H2. */
export function halfYear(text: string): HalfYear {
  if (!/^20\d{2}-H[12]$/.test(text)) {
    const expected = 'a year and H1 (January to June) or H2 (July to December), for example 2022-H2';
    throw new ReferenceDataRejected('HALF_YEAR_INVALID', {
      field: 'halfYear',
      text: String(text).slice(0, 40),
      expected,
    });
  }
  return text as HalfYear;
}

/** The half-year that a day lies in. @throws ReferenceDataRejected HALF_YEAR_INVALID outside 2000 to 2099. */
export const halfYearOf = (date: CalendarDate): HalfYear =>
  halfYear(`${date.slice(0, 4)}-${date.slice(5) < '07-01' ? 'H1' : 'H2'}`);

/** 1 January or 1 July. */
export const startOf = (half: HalfYear): CalendarDate =>
  calendarDate(`${yearIn(half)}-${isFirst(half) ? '01-01' : '07-01'}`);

/** 30 June or 31 December, the last day in it. */
export const endOf = (half: HalfYear): CalendarDate =>
  calendarDate(`${yearIn(half)}-${isFirst(half) ? '06-30' : '12-31'}`);

/** The half-year that follows. @throws ReferenceDataRejected HALF_YEAR_INVALID after 2099-H2. */
export const nextHalfYear = (half: HalfYear): HalfYear =>
  halfYear(isFirst(half) ? `${yearIn(half)}-H2` : `${yearIn(half) + 1}-H1`);

/**
 * The day whose inhabitants a taakstelling is made with: 1 January of the calendar year before the one that the
 * half-year belongs to, so the same day for both halves (Huisvestingswet 2014 art. 29(1)(b) and (c)).
 */
export const populationDateFor = (half: HalfYear): CalendarDate => firstDayOf(yearIn(half) - 1);

const yearIn = (half: HalfYear): number => Number(half.slice(0, 4));

const isFirst = (half: HalfYear): boolean => half.endsWith('H1');
