import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../../../..');
const PRINTED_WITHIN_MS = 120_000;

/** The servers that suites run on are not those of a program, unless a test says so. */
const NO_SERVERS = { DATABASE_URL: '', READ_MODELS_URL: '', KURRENTDB_URL: '', KAFKA_BROKERS: '' };

export type EndSignal = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

/** A program of this product in a process of its own, made of the sources as they are. */
export class Program {
  private process: ChildProcess | undefined;
  private output = '';

  constructor(
    /** For example `api`: the folder under apps. */
    readonly app: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly main = 'main.ts',
  ) {}

  /** What it has printed since it was started. */
  get printedSoFar(): string {
    return this.output;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  get isRunning(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Starts it; settles when it has printed `until`. */
  async start(until: string, args: readonly string[] = []): Promise<void> {
    await this.printed(this.launch(args), until);
  }

  /** Runs it to its end; gives the exit code, null when a signal killed it. */
  async run(args: readonly string[] = []): Promise<number | null> {
    const child = this.launch(args);
    return new Promise((resolve) => child.once('close', resolve));
  }

  /** Ends it by a signal; gives the exit code, null when the signal killed it. */
  async end(signal: EndSignal): Promise<number | null> {
    const child = this.process;
    if (child === undefined) return null;
    this.process = undefined;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }

  private launch(args: readonly string[]): ChildProcess {
    this.output = '';
    const hook = join(ROOT, 'tools/swc-register.cjs');
    const main = join(ROOT, 'apps', this.app, 'src', this.main);
    const child = spawn(process.execPath, ['-r', hook, '-C', '@intekenboek/source', main, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...NO_SERVERS, NODE_OPTIONS: '', NODE_NO_WARNINGS: '1', ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer) => (this.output += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    this.process = child;
    return child;
  }

  private printed(child: ChildProcess, text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Not printed in time: ${text}\n${this.output}`)),
        PRINTED_WITHIN_MS,
      );
      const look = () => {
        if (!this.output.includes(text)) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout?.on('data', look);
      child.stderr?.on('data', look);
      child.once('close', (code) => {
        clearTimeout(timer);
        reject(new Error(`${this.app} ended with ${code}:\n${this.output}`));
      });
    });
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
