// npm run postgres -- start | stop | status: a PostgreSQL server of this project's own, in data/postgres, on port 5433.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresMissing, startServer } from './server.mjs';

const root = join(import.meta.dirname, '../..');
const data = process.env.INTEKENBOEK_DATA ?? join(root, 'data');
const note = join(data, 'postgres.json');
const port = Number(process.env.PGPORT ?? 5433);

const commands = {
  async start() {
    const running = runningServer();
    if (running) return console.log(running.url);
    mkdirSync(data, { recursive: true });
    const server = await startServer({ folder: join(data, 'postgres'), port });
    server.leave();
    writeFileSync(note, JSON.stringify({ pid: server.pid(), url: server.url }));
    console.log(server.url);
  },
  async stop() {
    const running = runningServer();
    if (!running) return console.log('It does not run.');
    process.kill(running.pid, 'SIGINT');
    while (isAlive(running.pid)) await new Promise((resolve) => setTimeout(resolve, 100));
    rmSync(note, { force: true });
    console.log('Stopped.');
  },
  async status() {
    const running = runningServer();
    console.log(running ? `Runs: ${running.url}` : 'It does not run.');
    process.exitCode = running ? 0 : 1;
  },
};

function runningServer() {
  if (!existsSync(note)) return null;
  const server = JSON.parse(readFileSync(note, 'utf8'));
  return isAlive(server.pid) ? server : null;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const command = commands[process.argv[2]];
try {
  if (!command) throw new PostgresMissing('npm run postgres -- start | stop | status');
  await command();
  process.exit(process.exitCode ?? 0);
} catch (error) {
  console.error(error instanceof PostgresMissing ? error.message : error);
  process.exit(1);
}
