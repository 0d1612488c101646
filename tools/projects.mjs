// Which projects there are, as folders, and whether they have been built since they last changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const foldersIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

const hasFirstFile = (project) => filesIn(`${project}/src`).length > 0;

/** `apps/intekenboek`, `libs/agreements/domain`, …: every project in which a first file was written. */
export const projectFolders = () =>
  [...foldersIn('apps'), ...foldersIn('libs').flatMap(foldersIn), ...foldersIn('test')].filter(hasFirstFile);

const builtProjects = () => projectFolders().filter((project) => !project.startsWith('test/'));

export const isEverythingThere = () =>
  builtProjects().every((project) => existsSync(join(root, project, 'dist')));

/** A text that differs when a file that a build reads is another one, or was written again. */
export function sourcesAsTheyAre() {
  const shared = [
    'tools/swc.cjs',
    'tools/swc-build.mjs',
    'package-lock.json',
    'nx.json',
    'tsconfig.base.json',
  ];
  const own = builtProjects().flatMap((project) => [`${project}/package.json`, ...filesIn(`${project}/src`)]);
  const hash = createHash('sha256');
  for (const file of [...shared, ...own]) {
    const found = statSync(join(root, file), { throwIfNoEntry: false });
    hash.update(`${file} ${found?.size} ${found?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
