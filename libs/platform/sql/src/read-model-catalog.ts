import { FEED_START } from '@intekenboek/event-sourcing-core';
import { type Kysely, sql } from 'kysely';

import { CopyTakenOver } from './copy-taken-over';
import { createTables } from './create-tables';
import type { Database } from './database';
import { codeOf } from './database-errors';
import { ENGINE_SCHEMA, type EngineTables, type ReadModelRow } from './migrations';
import { type AnyReadModel, type ReadModelCopy, schemaOf } from './read-model-copy';
import type { ProjectionFailure } from './read-model-engine.types';
import { json, tablesOf } from './table-name';

/**
 * What is stored about read models, and the schemas themselves. Whatever changes something here names the copy that it
 * believes to be there, and is refused when that is no longer so: another process may believe that it is its turn.
 */
export class ReadModelCatalog {
  constructor(
    private readonly database: Database,
    private readonly logId: string,
  ) {}

  async rows(): Promise<readonly ReadModelRow[]> {
    return readModelRows(this.database);
  }

  /** Tables, columns and indexes as they are, in one word. */
  async shapeOf(schema: string, kysely: Kysely<unknown> = this.database.kysely): Promise<string> {
    const { rows } = await sql<{ shape: string }>`
      select md5(coalesce(string_agg(part, chr(10) order by part collate "C"), '')) as shape from (
        select concat_ws(' ', table_name, column_name, data_type, is_nullable) as part
        from information_schema.columns where table_schema = ${schema}
        union all select concat_ws(' ', tablename, indexname) from pg_indexes where schemaname = ${schema}
      ) as parts`.execute(kysely);
    return rows[0]?.shape ?? '';
  }

  /**
   * Makes the empty tables of a building copy, in place of `replaced` where there was one; it answers whoever asked for a
   * rebuild. @throws CopyTakenOver when another copy is there.
   */
  async begin(readModel: AnyReadModel, replaced: string | null): Promise<ReadModelRow> {
    const { name, version } = readModel;
    const schema = schemaOf(readModel, 'BUILDING');
    return this.transaction(async (transaction, tables) => {
      if (replaced !== null) await this.forget(tables, replaced, schema);
      const row = await tables
        .insertInto('read_model')
        .values({
          ...{ schema_name: schema, name, version, role: 'BUILDING', status: 'LIVE', shape: '' },
          ...{ log_id: this.logId, position: FEED_START, changed_position: FEED_START },
          ...{ updated_at: sql`now()`, copy_id: sql`gen_random_uuid()` },
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) throw new CopyTakenOver(schema);
      await transaction.schema.dropSchema(schema).ifExists().cascade().execute();
      await createTables(this.database.kind, transaction, { readModel, schema });
      const shape = await this.shapeOf(schema, transaction);
      await tables.updateTable('read_model').set({ shape }).where('copy_id', '=', row.copy_id).execute();
      await tables.deleteFrom('rebuild_request').where('name', '=', name).execute();
      return { ...row, shape };
    });
  }

  /**
   * The finished building copy becomes the serving one. What served before is out of reach of new queries in the same
   * moment; those under way keep it until `dropReplaced`. @throws CopyTakenOver when the copy is not as it is believed.
   */
  async promote(copy: ReadModelCopy): Promise<void> {
    const { readModel, schema } = copy;
    const serving = schemaOf(readModel, 'SERVING');
    await this.dropReplaced(readModel);
    await this.transaction(async (transaction, tables) => {
      const believed = tables
        .selectFrom('read_model')
        .select('copy_id')
        .where('copy_id', '=', copy.id)
        .where('position', '=', copy.position)
        .forUpdate();
      if ((await believed.executeTakeFirst()) === undefined) throw new CopyTakenOver(schema);
      await tables.deleteFrom('read_model').where('schema_name', '=', serving).execute();
      const become = { schema_name: serving, role: 'SERVING' } as const;
      await tables.updateTable('read_model').set(become).where('copy_id', '=', copy.id).execute();
      // Renaming waits for nobody, where dropping waits for every query and every query for that.
      if (await hasSchema(transaction, serving))
        await rename(transaction, serving, replacedSchema(readModel));
      await rename(transaction, schema, serving);
    });
  }

  /** Lets a copy go that is not to be used any more. @throws CopyTakenOver when another one is there. */
  async drop({ copy_id, schema_name }: ReadModelRow): Promise<void> {
    await this.transaction(async (transaction, tables) => {
      await this.forget(tables, copy_id, schema_name);
      await transaction.schema.dropSchema(schema_name).ifExists().cascade().execute();
    });
  }

  /** Drops what served before, unless queries are still at it: then it goes the next time. */
  async dropReplaced(readModel: AnyReadModel): Promise<void> {
    const schema = replacedSchema(readModel);
    if (!(await hasSchema(this.database.kysely, schema))) return;
    const dropping = this.transaction(async (transaction) => {
      await sql`set local lock_timeout = '5s'`.execute(transaction);
      await transaction.schema.dropSchema(schema).ifExists().cascade().execute();
    });
    await dropping.catch((error: unknown) => {
      if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
    });
  }

  /** @throws CopyTakenOver */
  async markFailed({ id, schema }: ReadModelCopy, failure: ProjectionFailure): Promise<void> {
    const marked = await this.tables()
      .updateTable('read_model')
      .set({ status: 'FAILED', failure: json(failure), updated_at: sql`now()` })
      .where('copy_id', '=', id)
      .executeTakeFirst();
    if (marked.numUpdatedRows === 0n) throw new CopyTakenOver(schema);
  }

  /** Frees the room of replaced rows and counts the rest for the planner. */
  async tidy(schema: string): Promise<void> {
    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = ${schema}`.execute(this.database.kysely);
    for (const { name } of tables.rows) {
      await sql`vacuum (analyze) ${sql.table(`${schema}.${name}`)}`.execute(this.database.kysely);
    }
  }

  private async forget(tables: Kysely<EngineTables>, copyId: string, schema: string): Promise<void> {
    const gone = await tables.deleteFrom('read_model').where('copy_id', '=', copyId).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new CopyTakenOver(schema);
  }

  /** What is stored about a copy is always locked first, and its tables after it. */
  private transaction<T>(
    work: (transaction: Kysely<unknown>, tables: Kysely<EngineTables>) => Promise<T>,
  ): Promise<T> {
    return this.database.kysely
      .transaction()
      .execute((transaction) => work(transaction, tablesOf<EngineTables>(transaction, ENGINE_SCHEMA)));
  }

  private tables(): Kysely<EngineTables> {
    return tablesOf<EngineTables>(this.database.kysely, ENGINE_SCHEMA);
  }
}

export const readModelRows = ({ kysely }: Database): Promise<readonly ReadModelRow[]> =>
  tablesOf<EngineTables>(kysely, ENGINE_SCHEMA).selectFrom('read_model').selectAll().execute();

const LOCK_NOT_AVAILABLE = '55P03';

const replacedSchema = ({ name }: AnyReadModel): string => `${name}_replaced`;

async function rename(transaction: Kysely<unknown>, from: string, to: string): Promise<void> {
  await sql`alter schema ${sql.ref(from)} rename to ${sql.ref(to)}`.execute(transaction);
}

async function hasSchema(kysely: Kysely<unknown>, schema: string): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(kysely);
  return rows.length > 0;
}
