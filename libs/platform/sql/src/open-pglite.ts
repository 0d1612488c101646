import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';

import { Kysely, sql } from 'kysely';

import { Channels } from './channels';
import type { Database, Log } from './database';
import { isDamage } from './database-errors';
import { DirectoryLock, DirectoryNotOurs } from './directory-lock';
import { flushFiles } from './flush-files';
import { Listeners } from './listeners';
import { migrate } from './migrations';
import { DatabaseLost, PgliteClient } from './pglite-client';
import { PgliteDialect } from './pglite-dialect';
import { emptyDatabaseFolder } from './pglite-template';

export interface PgliteOptions {
  /** Folder of the data; without it everything is in memory and ends with `close`. */
  readonly directory?: string;
  readonly log?: Log;
  /** After this time the database counts as damaged. */
  readonly openTimeoutMs?: number;
}

const OPEN_TIMEOUT_MS = 60_000;

/**
 * Opens PostgreSQL in WebAssembly, in a thread of this process that takes about 0.5 GB of memory. It never flushes its
 * writes, which is fast and enough for read models: they survive `kill -9`, and are built anew when the machine went
 * down under them, when a file is damaged, or when the database cannot be opened. The event log is never touched.
 * @throws DirectoryInUse when another process works on the folder; DirectoryNotOurs when it holds other files.
 */
export async function openPglite(options: PgliteOptions = {}): Promise<Database> {
  const { directory, log = () => undefined, openTimeoutMs = OPEN_TIMEOUT_MS } = options;
  if (directory === undefined) return PgliteDatabase.open('memory://', openTimeoutMs);

  const lock = DirectoryLock.take(directory);
  try {
    return await openLocked(directory, { lock, log, openTimeoutMs });
  } catch (error) {
    lock.markDamaged();
    lock.release();
    throw error;
  }
}

interface Surroundings {
  readonly lock: DirectoryLock;
  readonly log: Log;
  readonly openTimeoutMs: number;
}

async function openLocked(directory: string, { lock, log, openTimeoutMs }: Surroundings): Promise<Database> {
  const open = () => PgliteDatabase.open(directory, openTimeoutMs, lock);
  if (existsSync(directory)) {
    const isTrusted = lock.previousUse === 'CLEAN' || lock.previousUse === 'KILLED';
    const isWhole = requireDatabaseFolder(directory);
    const database = isTrusted && isWhole ? await open().catch(() => null) : null;
    if (database !== null) return database;
    const message = 'The database of read models is damaged or of unknown origin and is built anew.';
    log({ level: 'warn', message, facts: { directory, previousUse: lock.previousUse } });
    rmSync(directory, { recursive: true, force: true });
  }
  const template = await emptyDatabaseFolder(openTimeoutMs);
  if (template !== null) {
    // By way of another name, so that half a copy is never taken for a database.
    const draft = `${directory}.new`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(template, draft, { recursive: true });
    renameSync(draft, directory);
  }
  return open();
}

/** False when parts are missing, which PGlite would make good with an empty database. @throws DirectoryNotOurs */
function requireDatabaseFolder(directory: string): boolean {
  const names = new Set(readdirSync(directory));
  const parts = ['PG_VERSION', 'base', 'global', 'pg_wal', 'postgresql.conf'];
  const found = parts.filter((part) => names.has(part));
  if (names.size > 0 && found.length === 0) throw new DirectoryNotOurs(directory);
  return found.length === parts.length;
}

class PgliteDatabase implements Database {
  readonly kind = 'PGLITE';
  readonly kysely: Kysely<unknown>;
  private readonly openedAt = Date.now();
  private damage: Error | null = null;
  private readonly listeners = new Listeners<[Error]>();
  // Nobody but this process can have the folder open.
  private readonly channels = new Channels();

  private constructor(
    client: PgliteClient,
    private readonly directory: string,
    private readonly lock?: DirectoryLock,
  ) {
    this.kysely = new Kysely({ dialect: new PgliteDialect(client) });
  }

  static async open(directory: string, timeoutMs: number, lock?: DirectoryLock): Promise<PgliteDatabase> {
    let hear: (error: Error) => void = () => undefined;
    const client = await PgliteClient.open({ dataDir: directory }, (error) => hear(error), timeoutMs);
    const database = new PgliteDatabase(client, directory, lock);
    try {
      await migrate(database.kysely);
      await database.probe();
    } catch (error) {
      await client.terminate();
      throw error;
    }
    hear = (error) => database.hear(error);
    return database;
  }

  /** Reads the catalogue, so that damage to it is found here, where it can be mended by beginning anew. */
  private async probe(): Promise<void> {
    await sql`select count(*), count(data_type) from information_schema.columns`.execute(this.kysely);
    await sql`select count(*) from pg_indexes`.execute(this.kysely);
    await sql`select * from intekenboek.read_model`.execute(this.kysely);
  }

  onDamage(listener: (error: Error) => void): () => void {
    if (this.damage !== null) listener(this.damage);
    return this.listeners.add(listener);
  }

  announce(channel: string): void {
    queueMicrotask(() => this.channels.wake(channel));
  }

  listen(channel: string, wake: () => void): () => void {
    return this.channels.listen(channel, wake);
  }

  async close(): Promise<void> {
    await this.kysely.destroy();
    if (this.lock === undefined) return;
    try {
      // A second before, because file systems round their times.
      flushFiles(this.directory, this.openedAt - 1_000);
    } catch {
      this.lock.markDamaged();
    } finally {
      this.lock.release();
    }
  }

  private hear(error: Error): void {
    if (this.damage !== null || !(isDamage(error) || error instanceof DatabaseLost)) return;
    this.damage = error;
    this.lock?.markDamaged();
    this.listeners.tell(error);
  }
}
