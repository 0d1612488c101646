import { type Kysely, sql } from 'kysely';

import type { Database } from './database';
import { ENGINE_SCHEMA, type EngineTables } from './migrations';
import { tablesOf } from './table-name';

/** Announced when a lease is free before its time. */
export const LEASE_CHANNEL = 'intekenboek_lease';

export type Claim =
  | { readonly isHeld: true; readonly epoch: number }
  /** Held by another, for so long unless it is renewed. */
  | { readonly isHeld: false; readonly freeInMs: number };

/**
 * One row of the table of leases. Who holds it is decided by the database, by its own clock: a holder is known by the
 * epoch that it was given, and no epoch is given twice.
 */
export class Lease {
  private readonly tables: Kysely<EngineTables>;

  constructor(
    private readonly database: Database,
    private readonly name: string,
    private readonly ttlMs: number,
  ) {
    this.tables = tablesOf<EngineTables>(database.kysely, ENGINE_SCHEMA);
  }

  /** Takes the lease when nobody holds it any more. */
  async take(holder: string): Promise<Claim> {
    // The clock is read when the row is at hand: waiting for it may have taken a while.
    const { rows } = await sql<{ epoch: number }>`
      insert into intekenboek.lease as held (name, holder, epoch, expires_at)
      values (${this.name}, ${holder}, 1, ${this.expiry()})
      on conflict (name) do update
        set holder = excluded.holder, epoch = held.epoch + 1, expires_at = ${this.expiry()}
        where held.expires_at <= clock_timestamp()
      returning epoch`.execute(this.database.kysely);
    const [taken] = rows;
    return taken === undefined
      ? { isHeld: false, freeInMs: await this.freeInMs() }
      : { isHeld: true, epoch: taken.epoch };
  }

  /** False when another process holds it. */
  async renew(epoch: number): Promise<boolean> {
    const renewed = await this.tables
      .updateTable('lease')
      .set({ expires_at: this.expiry() })
      .where('name', '=', this.name)
      .where('epoch', '=', epoch)
      .executeTakeFirst();
    return renewed.numUpdatedRows > 0n;
  }

  /** Lets the next one take it at once. */
  async release(epoch: number): Promise<void> {
    await this.tables
      .updateTable('lease')
      .set({ expires_at: sql`clock_timestamp()` })
      .where('name', '=', this.name)
      .where('epoch', '=', epoch)
      .execute();
    this.database.announce(LEASE_CHANNEL);
  }

  private async freeInMs(): Promise<number> {
    const { rows } = await sql<{ ms: number }>`
      select greatest(0, extract(epoch from expires_at - clock_timestamp()) * 1000)::float8 as ms
      from intekenboek.lease where name = ${this.name}`.execute(this.database.kysely);
    return rows[0]?.ms ?? 0;
  }

  private expiry() {
    return sql<string>`clock_timestamp() + ${this.ttlMs} * interval '1 millisecond'`;
  }
}
