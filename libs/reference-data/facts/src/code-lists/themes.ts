import type { CodeListEntry } from './code-list';
import { LETTER_2022, REPORT_2021, SINCE_FACTS_BEGIN } from './sources';

/** What a commitment or a measure is about (thema). */
export type Theme = CodeListEntry;

/** The five chapters of the report's agenda and two lines of action of the minister's letter. */
export const THEMES: readonly Theme[] = (
  [
    ['PREVENTION', 'preventie', 'prevention', REPORT_2021],
    ['MORE_SUPPLY', 'verruiming aanbod', 'more homes on offer', REPORT_2021],
    ['FINANCE_AND_REGULATION', 'financiën en regelgeving', 'finance and regulation', REPORT_2021],
    ['RESILIENT_NEIGHBOURHOOD', 'veerkrachtige wijk', 'resilient neighbourhood', REPORT_2021],
    ['YOUNG_ADULTS_18_23', 'aanpak 18- tot 23-jarigen', 'young adults of 18 to 23', REPORT_2021],
    ['BALANCED_DISTRIBUTION', 'evenwichtige verdeling', 'balanced distribution', LETTER_2022],
    ['HOUSING_CARE_WORK', 'wonen, zorg, welzijn en werk', 'housing, care, welfare and work', LETTER_2022],
  ] as const
).map(([code, nl, en, source]) => ({ code, nl, en, ...SINCE_FACTS_BEGIN, source }));
