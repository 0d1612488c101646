import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './program';

/** One step of the README. */
export interface Step {
  readonly name: string;
  /** As which demo person; undefined for anyone. */
  readonly person: string | undefined;
  readonly query: string;
}

const folder = join(ROOT, 'docs/walk-through');

/** The steps of the README in their order. */
export const walkThrough: readonly Step[] = readdirSync(folder)
  .sort()
  .map((name) => {
    const person = /^\d+-(.*)\.graphql$/.exec(name)?.[1] ?? 'anyone';
    const query = readFileSync(join(folder, name), 'utf8');
    return { name, person: person === 'anyone' ? undefined : person, query };
  });
