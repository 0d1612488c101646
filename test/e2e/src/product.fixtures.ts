import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const READY_TIMEOUT_MS = 120_000;

export interface GraphQLAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** The whole product in a process of its own, on a data folder of its own, reached over HTTP as users do. */
export class Product {
  private process: ChildProcess | undefined;
  private output = '';
  address = '';
  readonly folder = mkdtempSync(join(tmpdir(), 'intekenboek-e2e-'));
  private tokens = new Map<string, string>();

  /** Starts it; settles when it is ready, or with `until` as soon as that text was printed. */
  async start(
    options: {
      readonly args?: readonly string[];
      readonly env?: Record<string, string>;
      readonly until?: string;
    } = {},
  ): Promise<void> {
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    this.output = '';
    this.tokens = new Map();
    const hook = join(ROOT, 'tools/swc-register.cjs');
    const main = join(ROOT, 'apps/intekenboek/src/main.ts');
    this.process = spawn(
      process.execPath,
      ['-r', hook, '-C', '@intekenboek/source', main, ...(options.args ?? [])],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          PORT: String(port),
          INTEKENBOEK_DATA: this.folder,
          ...options.env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    await this.printed(options.until ?? 'Intekenboek is klaar');
  }

  /** What it has printed since it was started. */
  get printedSoFar(): string {
    return this.output;
  }

  private printed(text: string): Promise<void> {
    const child = this.process;
    if (child === undefined) throw new Error('The product was not started.');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Not printed in time: ${text}\n${this.output}`)),
        READY_TIMEOUT_MS,
      );
      const hear = (chunk: Buffer) => {
        this.output += chunk.toString();
        if (this.output.includes(text)) {
          clearTimeout(timer);
          resolve();
        }
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('close', (code) => {
        clearTimeout(timer);
        reject(new Error(`It ended with ${code}:\n${this.output}`));
      });
    });
  }

  /** Ends it by a signal; gives the exit code, null when the signal killed it. */
  async end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.process;
    if (child === undefined) return null;
    this.process = undefined;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }

  /** Ends it without asking and removes its folder. */
  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.address}${path}`, { headers });
  }

  /** Asks as one of the demo people; as nobody without a key. */
  async ask<Data = unknown>(
    query: string,
    person?: string,
    variables: object = {},
  ): Promise<GraphQLAnswer<Data>> {
    const token = person === undefined ? undefined : await this.tokenOf(person);
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<GraphQLAnswer<Data>, 'status'>) };
  }

  private async tokenOf(person: string): Promise<string> {
    if (this.tokens.size === 0) {
      const answer = await this.get('/demo/people', { Accept: 'application/json' });
      const { people } = (await answer.json()) as { people: readonly { key: string; token: string }[] };
      this.tokens = new Map(people.map(({ key, token }) => [key, token]));
    }
    const token = this.tokens.get(person);
    if (token === undefined) throw new Error(`There is no demo person ${person}.`);
    return token;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
