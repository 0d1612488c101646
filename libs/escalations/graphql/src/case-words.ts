import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { type Instrument, ladderById, RESPONSE_REASONS } from '@intekenboek/escalations-domain';

import type { WordsType } from './case-parts.types';

/** What instruments are called in a sentence. */
const INSTRUMENT_WORDS: Readonly<Record<Instrument, WordsType>> = {
  SUPPORT_TEAM: { nl: 'ondersteuningsteam', en: 'support team' },
  KNOT_CUT: { nl: 'knoop doorgehakt', en: 'knot cut' },
  EXTRA_MEANS: { nl: 'extra middelen', en: 'extra means' },
  RECOVERY_PLAN: { nl: 'herstelplan', en: 'recovery plan' },
  NORM_PERCENTAGE: { nl: 'normpercentage', en: 'norm percentage' },
};

export const instrumentWords = (instrument: Instrument): WordsType => INSTRUMENT_WORDS[instrument];

/** A reason by its code, also one that is no longer on the list. */
export function reasonWords(code: string): WordsType {
  const reason = RESPONSE_REASONS.find((candidate) => candidate.code === code);
  return reason === undefined ? { nl: code, en: code } : { nl: reason.nameNl, en: reason.nameEn };
}

/** A rung with its number, by the names of the ladder that the case stands on. */
export function rungWords(ladderId: string, number: number): WordsType {
  const rung = ladderById(ladderId)?.rungs.find((candidate) => candidate.number === number);
  return rung === undefined
    ? { nl: `trede ${number}`, en: `rung ${number}` }
    : { nl: `trede ${number} (${rung.nameNl})`, en: `rung ${number} (${rung.nameEn})` };
}

const MONTHS: readonly WordsType[] = [
  { nl: 'januari', en: 'January' },
  { nl: 'februari', en: 'February' },
  { nl: 'maart', en: 'March' },
  { nl: 'april', en: 'April' },
  { nl: 'mei', en: 'May' },
  { nl: 'juni', en: 'June' },
  { nl: 'juli', en: 'July' },
  { nl: 'augustus', en: 'August' },
  { nl: 'september', en: 'September' },
  { nl: 'oktober', en: 'October' },
  { nl: 'november', en: 'November' },
  { nl: 'december', en: 'December' },
];

/** A day as people write it: 15 juli 2026. */
export function dayWords(day: CalendarDate): WordsType {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? { nl: '', en: '' };
  const [date, year] = [Number(day.slice(8)), day.slice(0, 4)];
  return { nl: `${date} ${month.nl} ${year}`, en: `${date} ${month.en} ${year}` };
}

/** The same said in both languages. */
export const words = (nl: string, en: string): WordsType => ({ nl, en });

/** Names one after another: A, B en C; or, where any of them will do, A, B of C. */
export function listWords(names: readonly string[], joining = words('en', 'and')): WordsType {
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1).join(', ');
  return before === ''
    ? words(last, last)
    : words(`${before} ${joining.nl} ${last}`, `${before} ${joining.en} ${last}`);
}
