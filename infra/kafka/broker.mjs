// A Kafka broker of this project's own on this machine: a node in KRaft mode, alone, on the loopback only and without
// passwords. For trying, for CI and for tests that kill it; never for real data.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hasBrokers } from './answers.mjs';
import { classPath, requireJava } from './jars.mjs';

const START_MS = 90_000;
const STOP_MS = 30_000;
export const HOST = '127.0.0.1';
// Small and quick to start: a broker of a laptop, not of a cluster.
const JVM = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const LOGGING = [
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
];

/**
 * Starts a broker on `folder` (made when absent; a temporary one by default, which `stop` removes) and `port` (0: a
 * free one). Settles when it serves; gives `brokers`, and the ways to end it: `stop` in peace, `kill` as a crash
 * would, `restart` on the same folder and port. `pause` makes it deaf without closing a connection, `resume` undoes it.
 */
export async function startBroker({ folder, port = 0, tell } = {}) {
  const place = resolve(folder ?? mkdtempSync(join(tmpdir(), 'intekenboek-kafka-')));
  const chosen = port || (await freePort());
  const properties = await prepareBroker({ folder: place, port: chosen, tell });
  const broker = await runBroker(place, chosen, properties);
  return {
    ...broker,
    stop: async () => {
      await broker.stop();
      if (folder === undefined) rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Starts a broker that is prepared; gives the ways to end it and to start it again. */
export async function runBroker(place, port, properties) {
  let broker = await launch(place, port, properties);
  const onExit = () => broker.child.kill('SIGKILL');
  process.once('exit', onExit);
  const end = async (signal) => {
    broker.child.kill(signal);
    await within(STOP_MS, broker.exited, `Kafka in ${place} does not stop.`);
  };
  return {
    brokers: `${HOST}:${port}`,
    folder: place,
    pid: () => broker.child.pid,
    kill: () => end('SIGKILL'),
    restart: async () => {
      broker = await launch(place, port, properties);
    },
    pause: () => broker.child.kill('SIGSTOP'),
    resume: () => broker.child.kill('SIGCONT'),
    stop: async () => {
      process.removeListener('exit', onExit);
      await end('SIGTERM');
    },
  };
}

/** The place of a broker among others: its number, where controllers are found, and of how many brokers each keeps a copy. */
const alone = (controllerPort) => ({
  node: 1,
  controllerPort,
  voters: `1@${HOST}:${controllerPort}`,
  copies: 1,
  cluster: newClusterId(),
});

/** Writes the settings, and formats the folder when it is new. Gives the path of the settings. */
export async function prepareBroker({ folder, port, tell, place }) {
  requireJava();
  const jars = classPath(tell);
  mkdirSync(folder, { recursive: true });
  const properties = join(folder, 'server.properties');
  const where = place ?? alone(await freePort());
  writeFileSync(properties, settings({ folder, port, ...where }));
  if (!existsSync(join(folder, 'log', 'meta.properties'))) format(jars, properties, where.cluster);
  return properties;
}

export const newClusterId = () => randomBytes(16).toString('base64url');

/** Starts the Java process, which writes to `broker.log` in its folder; `isDetached`: it outlives this one. */
export async function launch(folder, port, properties, { isDetached = false } = {}) {
  const log = openSync(join(folder, 'broker.log'), 'a');
  const child = spawn('java', [...JVM, ...LOGGING, '-cp', classPath(), 'kafka.Kafka', properties], {
    cwd: folder,
    stdio: ['ignore', log, log],
    detached: isDetached,
  });
  closeSync(log);
  let hasExited = false;
  const exited = new Promise((settle) => child.once('exit', settle)).then(() => (hasExited = true));
  const deadline = Date.now() + START_MS;
  while (!hasExited && Date.now() < deadline) {
    if (await hasBrokers(HOST, port)) return { child, exited };
    await new Promise((settle) => setTimeout(settle, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`Kafka does not start; see ${join(folder, 'broker.log')}`);
}

const settings = ({ folder, port, node, controllerPort, voters, copies }) => `\
process.roles=broker,controller
node.id=${node}
controller.quorum.voters=${voters}
listeners=PLAINTEXT://${HOST}:${port},CONTROLLER://${HOST}:${controllerPort}
advertised.listeners=PLAINTEXT://${HOST}:${port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=${join(folder, 'log')}
# A topic is made on purpose, with its settings, or not at all.
auto.create.topics.enable=false
default.replication.factor=${copies}
min.insync.replicas=${Math.max(1, copies - 1)}
offsets.topic.replication.factor=${copies}
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=${copies}
transaction.state.log.min.isr=${Math.max(1, copies - 1)}
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=${copies}
share.coordinator.state.topic.min.isr=${Math.max(1, copies - 1)}
share.coordinator.state.topic.num.partitions=1
# The first member of a group does not wait for others; one that died is missed soon.
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
# After a crash it may come back as soon as its own controller has missed it.
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
num.network.threads=2
num.io.threads=4
background.threads=2
log.cleaner.dedupe.buffer.size=8388608
`;

function format(jars, properties, cluster) {
  const args = [
    ...JVM,
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
    '-cp',
    jars,
    'kafka.tools.StorageTool',
  ];
  const made = spawnSync('java', [...args, 'format', '-t', cluster, '-c', properties], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`Kafka cannot format its folder: ${made.stdout}${made.stderr}`);
}

function within(ms, promise, message) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(message)), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export function freePort() {
  return new Promise((settle, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}
