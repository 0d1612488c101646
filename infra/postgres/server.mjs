// A PostgreSQL server of this project's own on this machine, for trying and for tests: made of the programs that Debian's
// package `postgresql` brings, in a folder of its own, on the loopback only and without passwords. Never for real data.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const START_MS = 30_000;
const STOP_MS = 30_000;

/** Something the person has to know and can act on. */
export class PostgresMissing extends Error {}

/** The folder of `initdb` and `postgres`, of the newest version here. */
export function programs() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(debian, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (found) return found;
  const which = spawnSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' });
  if (which.status === 0) return join(which.stdout.trim(), '..');
  throw new PostgresMissing('There is no PostgreSQL here. On Debian: apt-get install postgresql');
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, whom the package brings. */
function account() {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('postgres:'));
  if (!line) throw new PostgresMissing('PostgreSQL does not run as root and there is no account `postgres`.');
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid, gid };
}

/**
 * Starts a server on `folder` (made when absent) and `port` (0: a free one). Settles when it answers; gives `url` and
 * the ways to end it: `stop` in peace, `kill` as a power cut of the program would, `restart` on the same folder and port.
 */
export async function startServer({ folder, port = 0 }) {
  const bin = programs();
  const who = account();
  const chosen = port || (await freePort());
  if (!existsSync(join(folder, 'PG_VERSION'))) makeCluster(bin, folder, who);
  let server = await launch(bin, folder, chosen, who);
  // A test that is cut off must not leave a server behind.
  const onExit = () => server.child.kill('SIGKILL');
  process.once('exit', onExit);
  const url = `postgres://postgres@127.0.0.1:${chosen}/postgres`;
  const end = async (signal) => {
    const { exited, child } = server;
    child.kill(signal);
    await within(STOP_MS, exited, 'PostgreSQL does not stop.');
  };
  return {
    url,
    pid: () => server.child.pid,
    stop: async () => {
      process.removeListener('exit', onExit);
      await end('SIGINT');
    },
    /** It goes on when this process ends; `pid` tells whom to stop. */
    leave: () => process.removeListener('exit', onExit),
    kill: () => killAll(server, folder),
    restart: async () => {
      server = await launch(bin, folder, chosen, who);
    },
  };
}

function makeCluster(bin, folder, who) {
  mkdirSync(folder, { recursive: true });
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  chmodSync(folder, 0o700);
  const args = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  const made = spawnSync(join(bin, 'initdb'), args, { ...who, encoding: 'utf8', cwd: folder });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);
}

async function launch(bin, folder, port, who) {
  const log = openSync(`${folder}.log`, 'a');
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`];
  const child = spawn(join(bin, 'postgres'), ['-D', folder, '-p', String(port), ...settings], {
    ...who,
    cwd: folder,
    stdio: ['ignore', log, log],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await answers(bin, port, exited, folder);
  return { child, exited };
}

async function answers(bin, port, exited, folder) {
  let hasExited = false;
  void exited.then(() => (hasExited = true));
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && !hasExited) {
    const asked = spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
    if (asked.status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`PostgreSQL does not start; see ${folder}.log`);
}

/** Every process of the server at once, as when the machine takes them; the next start recovers from the log. */
async function killAll({ child, exited }, folder) {
  const workers = spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' }).stdout;
  for (const pid of [child.pid, ...workers.split('\n').filter(Boolean).map(Number)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  await within(STOP_MS, exited, `PostgreSQL in ${folder} does not end.`);
}

function within(ms, promise, message) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(message)), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
