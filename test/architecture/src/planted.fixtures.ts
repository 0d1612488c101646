import { runScript } from './workspace';

/** A text that is linted as if it stood at `path`. */
export interface Plant {
  readonly title: string;
  readonly path: string;
  readonly text: string;
}

/** A plant that must be reported, by this rule or in these words. */
export interface Violation extends Plant {
  readonly wanted: RegExp;
}

/** What ESLint reports on each plant, as `rule: message`. */
export const lint = (plants: readonly Plant[]): readonly (readonly string[])[] =>
  runScript('lint-texts.mjs', plants) as readonly (readonly string[])[];

export const inDomain = 'libs/parties/domain/src/planted.ts';
export const inApplication = 'libs/parties/application/src/planted.ts';
export const inReadModel = 'libs/parties/read-model/src/planted.ts';
export const inGraphql = 'libs/parties/graphql/src/planted.ts';

/** Everything from a module: an import that uses what it imports, whatever that is. */
export const reExport = (from: string): string => `export * from '${from}';\n`;

/** The body of a function with this many lines between its braces. */
export const longFunction = (lines: number): string =>
  `export function planted(sum: number[]): void {\n${'  sum.push(1);\n'.repeat(lines)}}\n`;
