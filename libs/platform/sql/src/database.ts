import type { Kysely } from 'kysely';

/** A line for the operator. `facts` never hold data of events or queries. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}
export type Log = (entry: LogEntry) => void;

/**
 * Where read models live: PostgreSQL, or PostgreSQL in WebAssembly inside this process. The SQL is the same.
 * Results follow the conventions told at `ReadModel`, whatever the driver.
 */
export interface Database {
  readonly kind: 'PGLITE' | 'POSTGRES';
  readonly kysely: Kysely<unknown>;
  /** Tells that stored pages or files are damaged or that the database is gone. Called at most once. */
  onDamage(listener: (error: Error) => void): void;
  close(): Promise<void>;
}
