// npm run kafka -- start | stop | status | topics: a Kafka broker of this project's own, in data/kafka, on port 9092.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasBrokers } from './answers.mjs';
import { launch, prepareBroker } from './broker.mjs';
import { classPath, KafkaMissing, requireJava } from './jars.mjs';

const STOP_MS = 30_000;
const USAGE = 'npm run kafka -- start | stop | status | topics [--port 9092] [--folder data/kafka]';
const data = process.env.INTEKENBOEK_DATA ?? join(import.meta.dirname, '../../data');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' }, port: { type: 'string' } },
});
const folder = resolve(values.folder ?? join(data, 'kafka'));
const note = join(folder, 'broker.json');

const commands = {
  async start() {
    const running = runningBroker();
    if (running) return console.log(running.brokers);
    const port = Number(values.port ?? 9092);
    if (await hasBrokers('127.0.0.1', port)) {
      throw new KafkaMissing(`Another Kafka serves on port ${port}. Stop it, or give --port.`);
    }
    const properties = await prepareBroker({ folder, port, tell: console.error });
    const { child } = await launch(folder, port, properties, { isDetached: true });
    const brokers = `127.0.0.1:${port}`;
    writeFileSync(note, JSON.stringify({ pid: child.pid, brokers }));
    console.log(brokers);
  },
  async stop() {
    const running = runningBroker();
    if (!running) return console.log('It does not run.');
    process.kill(running.pid, 'SIGTERM');
    const deadline = Date.now() + STOP_MS;
    while (isBroker(running.pid) && Date.now() < deadline) await new Promise((end) => setTimeout(end, 100));
    if (isBroker(running.pid)) {
      throw new KafkaMissing(`Process ${running.pid} has not stopped in ${STOP_MS / 1000} s; see ${folder}.`);
    }
    rmSync(note, { force: true });
    console.log('Stopped.');
  },
  status() {
    const running = runningBroker();
    console.log(running ? `Runs: ${running.brokers}` : 'It does not run.');
    process.exitCode = running ? 0 : 1;
  },
  topics() {
    const brokers = runningBroker()?.brokers ?? process.env.KAFKA_BROKERS;
    if (!brokers) throw new KafkaMissing('It does not run. npm run kafka -- start');
    requireJava();
    const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=error';
    const command = 'org.apache.kafka.tools.TopicCommand';
    const args = [quiet, '-cp', classPath(), command, '--bootstrap-server', brokers, '--describe'];
    const shown = spawnSync('java', args, { stdio: 'inherit' });
    process.exitCode = shown.status ?? 1;
  },
};

function runningBroker() {
  if (!existsSync(note)) return null;
  const broker = JSON.parse(readFileSync(note, 'utf8'));
  return isBroker(broker.pid) ? broker : null;
}

/** After a restart of the machine the number may be that of another program, which must not be stopped. */
function isBroker(pid) {
  return commandLine(pid).includes(join(folder, 'server.properties'));
}

function commandLine(pid) {
  const ofLinux = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self')) return existsSync(ofLinux) ? readFileSync(ofLinux, 'utf8') : '';
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

const command = commands[positionals[0]];
try {
  if (!command) throw new KafkaMissing(USAGE);
  await command();
  process.exit(process.exitCode ?? 0);
} catch (error) {
  console.error(error instanceof KafkaMissing ? error.message : error);
  process.exit(1);
}
