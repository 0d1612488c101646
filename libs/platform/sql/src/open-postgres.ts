import { Kysely, PostgresDialect, sql } from 'kysely';

import { Channels } from './channels';
import type { Database, Log } from './database';
import { codeOf } from './database-errors';
import { Listeners } from './listeners';
import { migrateOneByOne } from './migrations';
import { postgresFailure, refusalToOpen, serverNameOf } from './postgres-failure';
import { PostgresListener } from './postgres-listener';
import { connectionConfig, GuardedPool } from './postgres-pool';
import { postgresTypes } from './postgres-types';

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`, with what else `pg` takes (`?sslmode=require`, …). */
  readonly url: string;
  /** Most connections at once, 10 when absent; one more listens for news. */
  readonly poolSize?: number;
  readonly log?: Log;
}

const POOL_SIZE = 10;
const DAMAGE_EVERY_MS = 60_000;

/**
 * Opens read models on a PostgreSQL server, 13 or newer, and brings the engine's own tables to the newest form; several
 * processes may do so at once. Connections that break, as when the server restarts, are made anew.
 * @throws DatabaseUnreachable when the server does not answer; Error that says what to do when it refuses.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const database = new PostgresDatabase(options);
  try {
    await database.prepare();
    return database;
  } catch (error) {
    await database.close();
    throw refusalToOpen(error, serverNameOf(options.url));
  }
}

/** Pages or indexes whose content is wrong, files that are gone or cannot be read; never what only went wrong once. */
const isDamage = (error: Error): boolean => /^(XX00[12]|58P01|58030)$/.test(codeOf(error));

class PostgresDatabase implements Database {
  readonly kind = 'POSTGRES';
  readonly kysely: Kysely<unknown>;
  private readonly listener: PostgresListener;
  private readonly damage = new Listeners<[Error]>();
  private damagedAt = -Infinity;
  /** Channels that are being announced; true when there is more to announce since. */
  private readonly announcing = new Map<string, boolean>();

  constructor({ url, poolSize = POOL_SIZE, log = () => undefined }: PostgresOptions) {
    const name = serverNameOf(url);
    const config = { ...connectionConfig(url), max: poolSize, types: postgresTypes };
    const pool = new GuardedPool(config, (error) => this.heard(postgresFailure(error, name)));
    this.kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
    this.listener = new PostgresListener(url, new Channels(), log);
  }

  async prepare(): Promise<void> {
    const { rows } = await sql<{ encoding: string; version: number }>`
      select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int as version`.execute(
      this.kysely,
    );
    const [{ encoding, version }] = rows as [{ encoding: string; version: number }];
    if (version < 130_000) throw new Error('PostgreSQL is too old: version 13 or newer is needed.');
    if (encoding !== 'UTF8') {
      throw new Error(
        `The database has encoding ${encoding}. Create one with: createdb --encoding=UTF8 --template=template0`,
      );
    }
    await migrateOneByOne(this.kysely);
  }

  onDamage(listener: (error: Error) => void): () => void {
    return this.damage.add(listener);
  }

  announce(channel: string): void {
    if (this.announcing.has(channel)) {
      this.announcing.set(channel, true);
      return;
    }
    this.announcing.set(channel, false);
    const told = () => {
      const hasMore = this.announcing.get(channel);
      this.announcing.delete(channel);
      if (hasMore) this.announce(channel);
    };
    // Outside of any transaction: committing an announcement makes all others wait that announce something.
    sql`select pg_notify(${channel}, '')`.execute(this.kysely).then(told, told);
  }

  listen(channel: string, wake: () => void): () => void {
    return this.listener.listen(channel, wake);
  }

  async close(): Promise<void> {
    await this.listener.close();
    await this.kysely.destroy();
  }

  /** Told at most once a minute: one damaged page makes many queries fail. */
  private heard(error: Error): Error {
    if (isDamage(error) && performance.now() - this.damagedAt > DAMAGE_EVERY_MS) {
      this.damagedAt = performance.now();
      this.damage.tell(error);
    }
    return error;
  }
}
