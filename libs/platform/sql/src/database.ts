import type { Kysely } from 'kysely';

export type { Log, LogEntry } from '@intekenboek/event-sourcing-core';

/**
 * Where read models live: PostgreSQL, or PostgreSQL in WebAssembly inside this process. The SQL is the same.
 * Results follow the conventions told at `ReadModel`, whatever the driver.
 */
export interface Database {
  readonly kind: 'PGLITE' | 'POSTGRES';
  readonly kysely: Kysely<unknown>;
  /**
   * Tells that stored pages or files are damaged, or that the database is gone for good; a server that restarts is
   * neither. What it gives takes the listener away.
   */
  onDamage(listener: (error: Error) => void): () => void;
  /** Wakes whoever listens to `channel`, in every process. Only a hint: it may be lost, and it never fails. */
  announce(channel: string): void;
  /** Calls `wake` after every announcement, and whenever one may have been missed. What it gives ends it. */
  listen(channel: string, wake: () => void): () => void;
  /** Waits for what is under way. */
  close(): Promise<void>;
}
