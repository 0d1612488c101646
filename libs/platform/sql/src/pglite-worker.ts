// Runs inside a worker thread, as TypeScript by Node itself or compiled: it may import packages and types only.
import { PGlite } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';

import type { WorkerAnswer, WorkerOptions, WorkerRequest } from './pglite-protocol';

const OID = { int8: 20, numeric: 1700, date: 1082, timestamp: 1114, timestamptz: 1184 };

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint beyond 2^53 cannot be read.');
  return value;
}

// The time zone of the session is UTC.
const instantOf = (text: string): string =>
  text.endsWith('infinity')
    ? text
    : new Date(`${text.replace(' ', 'T').replace(/\+00$/, '')}Z`).toISOString();

const parsers = {
  [OID.int8]: safeInteger,
  [OID.numeric]: Number,
  [OID.date]: (text: string) => text,
  [OID.timestamp]: instantOf,
  [OID.timestamptz]: instantOf,
};

async function serve(port: NonNullable<typeof parentPort>, options: WorkerOptions): Promise<void> {
  const database = await PGlite.create({ ...options, parsers });
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    last = last.then(async () => port.postMessage(await answer(database, request)));
  });
  port.postMessage({ id: 0, rows: [] } satisfies WorkerAnswer);
}

async function answer(database: PGlite, { id, sql, parameters }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    if (sql === null) {
      await database.close();
      return { id, rows: [] };
    }
    // The simple protocol needs one round through the engine where a query with parameters needs five.
    const result =
      parameters.length === 0
        ? (await database.exec(sql)).at(-1)
        : await database.query<object>(sql, [...parameters]);
    return { id, rows: result?.rows ?? [], affected: result?.affectedRows };
  } catch (error) {
    // PostgreSQL itself has crashed: nothing it says from now on can be trusted.
    if (error instanceof Error && error.name === 'RuntimeError') throw error;
    return { id, error: described(error) };
  }
}

function described(error: unknown): { message: string; code: string | undefined } {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return { message, code };
}

if (parentPort !== null) void serve(parentPort, workerData as WorkerOptions);
