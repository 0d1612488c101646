import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
// Linux counts CPU time of a process in hundredths of a second.
const TICKS_PER_SECOND = 100;

/** A server that a benchmark asks: the product, or a peer. */
export interface Server {
  readonly address: string;
  /** CPU seconds of all its threads since it was started. */
  readonly cpuSeconds: () => number;
  readonly stop: () => Promise<void>;
}

/** The built product on the demonstration nation, in a folder beside the work tree: that is on a real disk. */
export async function startProduct(): Promise<Server> {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/bench-'));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      ...(process.env['BENCH_PROFILE'] ? ['--cpu-prof', '--cpu-prof-dir', process.env['BENCH_PROFILE']] : []),
      join(ROOT, 'apps/intekenboek/dist/main.js'),
    ],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), INTEKENBOEK_DATA: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await printed(child, 'Intekenboek is klaar');
  const server = serverOf(child, port);
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A TypeScript file of this folder as a process that listens on the port it is given and prints `listening`. */
export async function startScript(script: string): Promise<Server> {
  const port = await freePort();
  const hook = join(ROOT, 'tools/swc-register.cjs');
  const args = ['-r', hook, '-C', '@intekenboek/source', join(__dirname, script), String(port)];
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  await printed(child, 'listening');
  return serverOf(child, port);
}

const serverOf = (child: ChildProcess, port: number): Server => ({
  address: `http://127.0.0.1:${port}`,
  cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
  stop: () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    }),
});

function cpuSecondsOf(pid: number): number {
  // The name of the command stands in brackets and may hold spaces; user and system time are the 12th and 13th after it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function printed(child: ChildProcess, text: string): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
      if (output.includes(text)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
