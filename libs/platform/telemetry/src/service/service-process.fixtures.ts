import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const ROOT = join(__dirname, '../../../../..');
const DEADLINE_MS = 25_000;

export interface ToldLine {
  readonly level: string;
  readonly msg: string;
  readonly [fact: string]: unknown;
}

/** A service of `service.process.ts`, as who started it sees it. */
export class ServiceProcess {
  readonly lines: ToldLine[] = [];
  private readonly ended: Promise<number>;
  private text = '';

  private constructor(private readonly process: ChildProcessByStdio<null, Readable, Readable>) {
    process.stdout.on('data', (chunk: Buffer) => this.take(chunk.toString('utf8')));
    process.stderr.on('data', (chunk: Buffer) => this.take(`${JSON.stringify({ msg: chunk.toString() })}\n`));
    this.ended = once(process, 'close').then(([code, signal]) => (code as number | null) ?? Number(signal));
  }

  static start(life: string, ...more: readonly string[]): ServiceProcess {
    const hook = join(ROOT, 'tools/swc-register.cjs');
    const program = join(__dirname, 'service.process.ts');
    const args = ['-r', hook, '-C', '@intekenboek/source', program, life, ...more];
    return new ServiceProcess(
      spawn(globalThis.process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  }

  /** The first line whose message fits, when it has come. */
  line(fits: RegExp): Promise<ToldLine> {
    return this.eventually(() => this.lines.find(({ msg }) => fits.test(msg)), String(fits));
  }

  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGUSR2'): void {
    this.process.kill(name);
  }

  /** With which code it ended. */
  async exitCode(): Promise<number> {
    let code: number | undefined;
    void this.ended.then((ended) => (code = ended));
    return this.eventually(() => code, 'its end');
  }

  /** What its management server answers. */
  async ask(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const { port } = await this.line(/health, readiness/);
    return askLocally(Number(port), path);
  }

  /** Asks until the answer fits. */
  async askUntil(path: string, fits: (answer: { status: number; text: string }) => boolean): Promise<string> {
    const until = performance.now() + DEADLINE_MS;
    for (;;) {
      const answer = await this.ask(path);
      if (fits(answer)) return answer.text;
      if (performance.now() > until) throw new Error(`${path} still answers ${answer.status} ${answer.text}`);
      await pause();
    }
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  private take(chunk: string): void {
    const parts = (this.text + chunk).split('\n');
    this.text = parts.pop() ?? '';
    for (const part of parts) this.lines.push(JSON.parse(part) as ToldLine);
  }

  private async eventually<T>(look: () => T | undefined, what: string): Promise<T> {
    const until = performance.now() + DEADLINE_MS;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (performance.now() > until) throw new Error(`No ${what} among ${JSON.stringify(this.lines)}`);
      await pause();
    }
  }
}

export const askLocally = (
  port: number,
  path: string,
  method = 'GET',
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, text: Buffer.concat(chunks).toString('utf8'), headers });
      });
    });
    asking.on('error', reject);
    asking.end();
  });

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
