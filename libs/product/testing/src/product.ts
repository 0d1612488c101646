import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ApiClient, type GraphQLAnswer } from './api-client';
import { type EndSignal, freePort, Program } from './program';

/** The whole product in a process of its own, on a data folder of its own, reached over HTTP as users do. */
export class Product {
  private program: Program | undefined;
  private client = new ApiClient('');
  readonly folder = mkdtempSync(join(tmpdir(), 'intekenboek-e2e-'));

  /** Starts it; settles when it is ready, or with `until` as soon as that text was printed. */
  async start(
    options: {
      readonly args?: readonly string[];
      readonly env?: Record<string, string>;
      readonly until?: string;
    } = {},
  ): Promise<void> {
    const port = await freePort();
    this.client = new ApiClient(`http://127.0.0.1:${port}`);
    const env = { PORT: String(port), INTEKENBOEK_DATA: this.folder, ...options.env };
    this.program = new Program('intekenboek', env);
    await this.program.start(options.until ?? 'Intekenboek is klaar', options.args);
  }

  get address(): string {
    return this.client.address;
  }

  /** What it has printed since it was started. */
  get printedSoFar(): string {
    return this.program?.printedSoFar ?? '';
  }

  /** Ends it by a signal; gives the exit code, null when the signal killed it. */
  end(signal: EndSignal): Promise<number | null> {
    return this.program?.end(signal) ?? Promise.resolve(null);
  }

  /** Ends it without asking and removes its folder. */
  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.client.get(path, headers);
  }

  /** Asks as one of the demo people; as nobody without a key. */
  ask<Data = unknown>(query: string, person?: string, variables: object = {}): Promise<GraphQLAnswer<Data>> {
    return this.client.ask<Data>(query, person, variables);
  }

  askText(query: string, person?: string): Promise<{ readonly status: number; readonly text: string }> {
    return this.client.askText(query, person);
  }
}
