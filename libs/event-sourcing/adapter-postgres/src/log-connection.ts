import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import { Client, type ClientConfig } from 'pg';

const CONNECT_MS = 10_000;
/** How long the server may work on a statement. */
export const STATEMENT_MS = 30_000;
/** A server that says nothing any more is given up a little later than one that says it was too slow. */
const ANSWER_MS = STATEMENT_MS + 5_000;
const KEEP_ALIVE_MS = 10_000;

/** How to reach the database, and what to call it in a message. */
export interface LogConnection {
  readonly config: ClientConfig;
  /** `host:port/database`, without user and password. */
  readonly where: string;
}

/** @throws EventStoreUnavailable when `url` is no address. */
export function connectionTo(url: string): LogConnection {
  const config: ClientConfig = {
    connectionString: url,
    fallback_application_name: 'intekenboek',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  };
  try {
    const { host, port, database } = new Client(config);
    return { config, where: `${host}:${port}/${database}` };
  } catch {
    // What `pg` says of it may repeat the password.
    throw new EventStoreUnavailable(
      'DATABASE_URL is no address of a PostgreSQL database: postgres://user:password@host:port/database',
    );
  }
}
