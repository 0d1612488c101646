import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { WorkerAnswer, WorkerOptions, WorkerRequest } from './pglite-protocol';

/** What PostgreSQL answered instead of a result; `code` is the SQLSTATE. The message may hold data: do not log it. */
export class SqlError extends Error {
  override readonly name = 'SqlError';

  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** The thread of the database is gone; what it was doing is lost or was never begun. */
export class DatabaseLost extends Error {
  override readonly name = 'DatabaseLost';
}

export interface QueryAnswer {
  readonly rows: readonly object[];
  readonly affected: number | undefined;
}

interface Waiting {
  readonly resolve: (answer: QueryAnswer) => void;
  readonly reject: (error: Error) => void;
}

const OPENED = 0;

/** PGlite in a thread of its own, because a query blocks the event loop. Requests are answered in order. */
export class PgliteClient {
  private readonly waiting = new Map<number, Waiting>();
  private lost: DatabaseLost | null = null;
  private nextId = OPENED + 1;

  private constructor(
    private readonly worker: Worker,
    private readonly onError: (error: Error) => void,
  ) {
    worker.on('message', (answer: WorkerAnswer) => this.settle(answer));
    worker.on('error', (error: Error) => this.lose(error.message));
    worker.on('exit', (code) => this.lose(`The thread ended with ${code}.`));
  }

  /** @throws Error when the database cannot be opened within `timeoutMs`. `onError` hears all later SQL errors. */
  static async open(
    options: WorkerOptions,
    onError: (error: Error) => void,
    timeoutMs: number,
  ): Promise<PgliteClient> {
    // From source Node strips the types of the worker itself; it would warn that it had to look which kind of module it is.
    const worker = new Worker(join(__dirname, `pglite-worker${extname(__filename)}`), {
      workerData: options,
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--disable-warning=ExperimentalWarning'],
      stdout: false,
    });
    const client = new PgliteClient(worker, onError);
    const deadline = setTimeout(() => client.lose(`It did not open within ${timeoutMs} ms.`), timeoutMs);
    try {
      await client.answerTo(OPENED);
      return client;
    } catch (error) {
      await client.terminate();
      throw error;
    } finally {
      clearTimeout(deadline);
    }
  }

  async query(sql: string | null, parameters: readonly unknown[] = []): Promise<QueryAnswer> {
    if (this.lost !== null) throw this.lost;
    const id = this.nextId++;
    this.worker.postMessage({ id, sql, parameters } satisfies WorkerRequest);
    return this.answerTo(id);
  }

  async close(): Promise<void> {
    if (this.lost !== null) return;
    await this.query(null);
    await this.terminate();
  }

  /** Ends the thread without a word to the database. */
  async terminate(): Promise<void> {
    this.lost ??= new DatabaseLost('The database was closed.');
    await this.worker.terminate();
  }

  private answerTo(id: number): Promise<QueryAnswer> {
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private settle({ id, rows = [], affected, error }: WorkerAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) {
      waiting?.resolve({ rows, affected });
      return;
    }
    const raised = new SqlError(error.message, error.code);
    waiting?.reject(raised);
    this.onError(raised);
  }

  private lose(reason: string): void {
    if (this.lost !== null) return;
    this.lost = new DatabaseLost(reason);
    for (const { reject } of this.waiting.values()) reject(this.lost);
    this.waiting.clear();
    this.onError(this.lost);
  }
}
