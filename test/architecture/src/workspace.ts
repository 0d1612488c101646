import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The folder of the whole workspace. */
export const root = join(__dirname, '../../..');

const notOurs = new Set(['.git', '.nx', 'dist', 'node_modules']);
const notOursAtTheRoot = new Set(['coverage', 'data']);

/** Every file that is ours, as a path from the root with forward slashes. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (notOurs.has(entry.name) || notOursAtTheRoot.has(path)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What a project says about itself in its package.json. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly exports?: unknown;
  readonly nx?: { readonly tags?: readonly string[] };
}

export const manifestOf = (folder: string): Manifest =>
  JSON.parse(read(join(folder, 'package.json'))) as Manifest;

const levels = { apps: 1, libs: 2, test: 1 };

/** The folders of all projects: `apps/intekenboek`, `libs/agreements/domain`, … */
export const projectFolders: readonly string[] = Object.entries(levels).flatMap(([kind, depth]) =>
  foldersBelow(join(root, kind), depth)
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => relative(root, folder)),
);

function foldersBelow(folder: string, depth: number): readonly string[] {
  if (depth === 0) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notOurs.has(entry.name))
    .flatMap((entry) => foldersBelow(join(folder, entry.name), depth - 1));
}

/** Runs a script of this folder in a Node of its own (ESLint and the tables of the fences are ES modules). */
export function runScript(name: string, input: unknown): unknown {
  const output = execFileSync(process.execPath, [join(__dirname, name)], {
    cwd: root,
    encoding: 'utf8',
    input: JSON.stringify(input),
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}
