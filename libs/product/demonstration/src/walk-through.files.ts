import { WALK_THROUGH } from './walk-through';

export interface WalkThroughFile {
  readonly name: string;
  readonly text: string;
}

/** The steps as files: `03-corporatie.graphql` is the third, done by the person `corporatie`. */
export const walkThroughFiles = (): readonly WalkThroughFile[] =>
  WALK_THROUGH.map(({ title, text, personKey, query }, index) => ({
    name: `${String(index + 1).padStart(2, '0')}-${personKey ?? 'anyone'}.graphql`,
    text: [`# ${title.nl} | ${title.en}`, `# ${text.nl}`, `# ${text.en}`, query ?? '', ''].join('\n'),
  }));
