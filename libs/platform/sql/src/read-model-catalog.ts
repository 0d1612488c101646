import { FEED_START, type FeedPosition } from '@intekenboek/event-sourcing-core';
import { type Kysely, sql } from 'kysely';

import type { Database } from './database';
import { ENGINE_SCHEMA, type EngineTables, type ReadModelRow } from './migrations';
import { type AnyReadModel, schemaOf } from './read-model-copy';
import { tablesOf } from './table-name';

/** What is stored about read models, and the schemas themselves. */
export class ReadModelCatalog {
  constructor(
    private readonly database: Database,
    private readonly logId: string,
  ) {}

  async rows(): Promise<readonly ReadModelRow[]> {
    return this.engineTables().selectFrom('read_model').selectAll().execute();
  }

  /** Tables, columns and indexes as they are, in one word. */
  async shapeOf(schema: string, kysely: Kysely<unknown> = this.database.kysely): Promise<string> {
    const { rows } = await sql<{ shape: string }>`
      select md5(coalesce(string_agg(part, chr(10) order by part), '')) as shape from (
        select concat_ws(' ', table_name, column_name, data_type, is_nullable) as part
        from information_schema.columns where table_schema = ${schema}
        union all select concat_ws(' ', tablename, indexname) from pg_indexes where schemaname = ${schema}
      ) as parts`.execute(kysely);
    return rows[0]?.shape ?? '';
  }

  /** Makes the empty tables of a building copy, in place of any that were there. */
  async begin(readModel: AnyReadModel): Promise<ReadModelRow> {
    const schema = schemaOf(readModel, 'BUILDING');
    return this.database.kysely.transaction().execute(async (transaction) => {
      await forget(transaction, schema);
      await transaction.schema.createSchema(schema).execute();
      await readModel.createTables(tablesOf(transaction, schema));
      return tablesOf<EngineTables>(transaction, ENGINE_SCHEMA)
        .insertInto('read_model')
        .values({
          ...{ schema_name: schema, name: readModel.name, version: readModel.version, role: 'BUILDING' },
          ...{ status: 'LIVE', log_id: this.logId, position: FEED_START, updated_at: sql`now()` },
          shape: await this.shapeOf(schema, transaction),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
    });
  }

  /** The finished building copy becomes the serving one, and what served before is dropped. */
  async promote(readModel: AnyReadModel): Promise<void> {
    const [serving, building] = [schemaOf(readModel, 'SERVING'), schemaOf(readModel, 'BUILDING')];
    await this.database.kysely.transaction().execute(async (transaction) => {
      await forget(transaction, serving);
      await sql`alter schema ${sql.ref(building)} rename to ${sql.ref(serving)}`.execute(transaction);
      await tablesOf<EngineTables>(transaction, ENGINE_SCHEMA)
        .updateTable('read_model')
        .set({ schema_name: serving, role: 'SERVING' })
        .where('schema_name', '=', building)
        .execute();
    });
  }

  async drop(schema: string): Promise<void> {
    await this.database.kysely.transaction().execute((transaction) => forget(transaction, schema));
  }

  async markFailed(schema: string): Promise<void> {
    await this.engineTables()
      .updateTable('read_model')
      .set({ status: 'FAILED', updated_at: sql`now()` })
      .where('schema_name', '=', schema)
      .execute();
  }

  /** Frees the room of replaced rows and counts the rest for the planner: PGlite has nobody who does so by itself. */
  async tidy(schema: string): Promise<void> {
    if (this.database.kind !== 'PGLITE') return;
    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = ${schema}`.execute(this.database.kysely);
    for (const { name } of tables.rows) {
      await sql`vacuum (analyze) ${sql.table(`${schema}.${name}`)}`.execute(this.database.kysely);
    }
  }

  private engineTables(): Kysely<EngineTables> {
    return tablesOf<EngineTables>(this.database.kysely, ENGINE_SCHEMA);
  }
}

/** Moves checkpoints inside the transaction that writes the rows they stand for. */
export async function moveCheckpoints(
  transaction: Kysely<unknown>,
  schemas: readonly string[],
  position: FeedPosition,
): Promise<void> {
  await tablesOf<EngineTables>(transaction, ENGINE_SCHEMA)
    .updateTable('read_model')
    .set({ position, updated_at: sql`now()` })
    .where('schema_name', 'in', schemas)
    .execute();
}

async function forget(transaction: Kysely<unknown>, schema: string): Promise<void> {
  await transaction.schema.dropSchema(schema).ifExists().cascade().execute();
  await tablesOf<EngineTables>(transaction, ENGINE_SCHEMA)
    .deleteFrom('read_model')
    .where('schema_name', '=', schema)
    .execute();
}
