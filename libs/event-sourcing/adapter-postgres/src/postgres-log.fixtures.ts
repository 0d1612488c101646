import type { StreamName } from '@intekenboek/event-sourcing-core';
import { newPostgresDatabase, type PostgresDatabase } from '@intekenboek/event-sourcing-testing';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

const DEADLINE_MS = 10_000;

/** Databases on the server of a suite, dropped when it ends. */
export function logDatabases(server: string): () => Promise<PostgresDatabase> {
  const databases: PostgresDatabase[] = [];
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
  return async () => {
    const database = await newPostgresDatabase(server);
    databases.push(database);
    return database;
  };
}

/** A session beside those of the store. */
export async function withSession<T>(url: string, work: (session: Client) => Promise<T>): Promise<T> {
  const session = new Client({ connectionString: url });
  await session.connect();
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}

/** Writes an event past the store, in the transaction that `session` is in. */
export const insertRaw = (session: Client, stream: StreamName) =>
  session.query(
    `insert into event_log.events (stream, revision, event_id, type, data, effective_at, recorded_at, metadata)
      values ($1, 0, $2, 'WrittenRaw', '{}', $3, $3, '{}')`,
    [stream, randomUUID(), '2026-02-02T12:00:00.000Z'],
  );

/** Asks again and again until it is so. */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  what: string,
  deadlineMs = DEADLINE_MS,
): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`After ${deadlineMs} ms not so: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The server may still be at work for a process that was killed. */
export const untilNobodyIsLeft = (url: string): Promise<void> =>
  withSession(url, (session) =>
    until(async () => {
      const { rows } = await session.query(
        'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      return rows.length === 0;
    }, 'no other session is left'),
  );
