import type { CodeListEntry } from './code-list';
import { DWELLING_KINDS } from './dwelling-kinds';
import { PRICE_SEGMENTS } from './price-segments';
import { RESULT_KINDS, UNITS } from './result-kinds';
import { TARGET_GROUPS } from './target-groups';
import { THEMES } from './themes';

/** The names of all code lists. */
export const CODE_LIST_NAMES = [
  'TARGET_GROUPS',
  'THEMES',
  'RESULT_KINDS',
  'UNITS',
  'PRICE_SEGMENTS',
  'DWELLING_KINDS',
] as const;
export type CodeListName = (typeof CODE_LIST_NAMES)[number];

/** Every code list by its name, with all entries of all times. */
export const CODE_LISTS: Readonly<Record<CodeListName, readonly CodeListEntry[]>> = {
  TARGET_GROUPS,
  THEMES,
  RESULT_KINDS,
  UNITS,
  PRICE_SEGMENTS,
  DWELLING_KINDS,
};
