// Makes a clone ready to run: the right Node, the packages of package-lock.json, everything built. Runs on a bare Node,
// with nothing installed, and does nothing when there is nothing to do.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { isEverythingThere, root, sourcesAsTheyAre } from './projects.mjs';
import { run, throwIfStopped } from './run.mjs';

const inNx = (file) => join(root, '.nx', file);
const inPackages = (...path) => join(root, 'node_modules', ...path);

/** Something the person has to know and can act on; the message is all they see. */
export class SetupFailed extends Error {}

/** The Node of the packages, or this one where they hold none. */
export function node() {
  const name = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? ['bin', 'node.exe'] : ['bin', 'node'];
  const brought = inPackages(`node-${name}-${process.arch}`, ...program);
  return existsSync(brought) ? brought : process.execPath;
}

export const environment = () => ({
  ...process.env,
  PATH: [dirname(node()), inPackages('.bin'), process.env.PATH].join(delimiter),
});

const isAtLeast = (version, [major, minor]) => {
  const [foundMajor, foundMinor] = version.replace('v', '').split('.').map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
};

/** @throws SetupFailed when the product cannot run on the Node that is here: `node:sqlite` gives rows as arrays since 22.16. */
export function requireRunningNode(words) {
  if (node() !== process.execPath || isAtLeast(process.version, [22, 16])) return;
  throw new SetupFailed(words.nodeCannotRun(process.version, `${process.platform} ${process.arch}`));
}

/** Installs and builds what is missing or has changed. `say` gets lines for the person who waits. */
export async function prepare(words, say) {
  if (!isAtLeast(process.version, [20, 19])) throw new SetupFailed(words.nodeTooOld(process.version));
  if (isInstalled() && isBuilt()) return;
  let hasSaid = false;
  const onWait = (pid) => {
    throwIfStopped();
    if (!hasSaid) say(words.waiting(pid));
    hasSaid = true;
  };
  await withLock(inNx('setup.lock'), onWait, async () => {
    if (!isInstalled()) await install(words, say);
    if (!isBuilt()) await build(words, say);
  });
}

/** npm writes at the end of an install what it installed: compared with the lock this tells more than a folder can. */
function isInstalled() {
  const installed = packagesIn(inPackages('.package-lock.json'));
  const wanted = Object.entries(packagesIn(join(root, 'package-lock.json')));
  return wanted.every(([path, { version, link, optional, devOptional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version && found.link === link : Boolean(optional || devOptional);
  });
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

async function install(words, say) {
  const npm = process.env.npm_execpath;
  // No package here needs its install script, and what does not run cannot do harm.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, ...first] = npm
    ? [process.execPath, npm]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  await step(words.installing, words.noPackages, { words, say, command, args: [...first, ...args] });
}

async function build(words, say) {
  rmSync(inNx('built'), { force: true });
  const seen = sourcesAsTheyAre();
  const args = [inPackages('nx', 'dist', 'bin', 'nx.js'), 'run-many', '-t', 'build', '--output-style=static'];
  await step(words.building, '', { words, say, command: node(), args });
  mkdirSync(inNx(''), { recursive: true });
  writeFileSync(inNx('built'), seen);
}

async function step(title, advice, { words, say, command, args }) {
  say(title);
  const startedAt = Date.now();
  const onBusy = (seconds) => say(words.stillBusy(seconds));
  const { code, output } = await run(command, args, { cwd: root, env: environment(), onBusy });
  if (code !== 0) throw new SetupFailed([words.failed, output.trim(), advice].filter(Boolean).join('\n\n'));
  say(words.ready(Math.round((Date.now() - startedAt) / 1000)));
}

/** Asking Nx takes longer than starting the product; what it would look at has not changed when this has not. */
function isBuilt() {
  const file = inNx('built');
  return existsSync(file) && readFileSync(file, 'utf8') === sourcesAsTheyAre() && isEverythingThere();
}
