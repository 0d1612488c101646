// `npm test`: sets up what is missing, checks form, types and rules, runs every test, and ends with one line that counts.
// `npm test -- agreements` does it for the projects with that word in their folder; options after it go to jest.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolders, root } from './projects.mjs';
import { listenForStop, run, Stopped } from './run.mjs';
import { environment, node, prepare, SetupFailed } from './setup.mjs';
import { countsOf, readReport } from './test-report.mjs';
import { wordsFor } from './words.mjs';

const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith('-'));
const names = firstOption < 0 ? given : given.slice(0, firstOption);
const jestOptions = firstOption < 0 ? [] : given.slice(firstOption);

const count = { passed: 0, failed: 0, skipped: 0 };
const program = (...path) => join(root, 'node_modules', ...path);
const here = () => {
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: '0', NO_COLOR: '1' };
  return { cwd: root, env: { ...environment(), ...colours, NODE_NO_WARNINGS: '1' } };
};

/** The folders to check: undefined for all of them. */
function chosenFolders() {
  if (names.length === 0) return undefined;
  const folders = projectFolders().filter((folder) => names.some((name) => folder.includes(name)));
  if (folders.length > 0) return folders;
  throw new SetupFailed(
    `No project has ${names.join(' or ')} in its folder. There are:\n${projectFolders().join('\n')}`,
  );
}

/** One check counts as one test. What it says is shown only when it fails. */
async function check(title, file, args) {
  const startedAt = Date.now();
  const { code, output } = await run(node(), [program(...file), ...args], here());
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
  if (code !== 0) console.log(`\n${output.trim()}\n`);
  count[code === 0 ? 'passed' : 'failed'] += 1;
}

const nx = ['nx', 'dist', 'bin', 'nx.js'];
const quiet = ['--output-style=static'];
const seenBefore = ['--cache', '--cache-strategy', 'content', '--cache-location', '.nx/form'];

async function checkAll() {
  await check('form', ['prettier', 'bin', 'prettier.cjs'], ['--check', ...seenBefore, '.']);
  await check('types', nx, ['run', '@intekenboek/tools:typecheck-all', ...quiet]);
  await check('rules', nx, ['run', '@intekenboek/tools:lint-all', ...quiet]);
}

async function checkSome(folders) {
  await check('form', ['prettier', 'bin', 'prettier.cjs'], ['--check', ...seenBefore, ...folders]);
  await check('types', nx, ['run-many', '-t', 'typecheck', '--projects', folders.join(','), ...quiet]);
  // One program for all of them; for each project on its own it would be read anew.
  await check('rules', ['eslint', 'bin', 'eslint.js'], folders);
}

async function runJest(folders) {
  const folder = mkdtempSync(join(tmpdir(), 'intekenboek-test-'));
  const report = join(folder, 'report.json');
  const only = folders ? ['--projects', ...folders] : [];
  const args = [
    program('jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${report}`,
    '--maxWorkers=100%',
    ...jestOptions,
    ...only,
  ];
  try {
    // Nest 12 is ESM only, and jest can require it under this flag.
    const { code } = await run(node(), ['--experimental-vm-modules', ...args], { ...here(), isShown: true });
    const { passed, failed, skipped, remark } = countsOf(readReport(report), code);
    if (remark) console.error(remark);
    count.passed += passed;
    count.failed += failed;
    count.skipped += skipped;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fail(message) {
  console.error(message);
  count.failed += 1;
}

listenForStop({ onSecond: () => {} });
try {
  await prepare(wordsFor(process.env), (line) => console.log(line));
  const folders = chosenFolders();
  await (folders ? checkSome(folders) : checkAll());
  await runJest(folders);
} catch (error) {
  if (error instanceof Stopped) process.exit(130);
  fail(error instanceof SetupFailed ? error.message : error.stack);
}
process.exitCode = count.failed > 0 ? 1 : 0;
console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
