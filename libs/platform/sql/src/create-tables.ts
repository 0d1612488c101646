import { type Kysely, sql } from 'kysely';

import type { Database } from './database';
import type { ReadModel } from './read-model';
import { tablesOf } from './table-name';

export interface TablesToCreate<DB> {
  readonly readModel: Pick<ReadModel<DB>, 'createTables'>;
  /** Must not be there yet. */
  readonly schema: string;
}

/** Makes a schema and in it the empty tables of a read model, ordered alike on every engine. */
export async function createTables<DB>(
  kind: Database['kind'],
  transaction: Kysely<unknown>,
  { readModel, schema }: TablesToCreate<DB>,
): Promise<void> {
  await transaction.schema.createSchema(schema).execute();
  await readModel.createTables(tablesOf<DB>(transaction, schema));
  if (kind === 'POSTGRES') await orderTextByBytes(transaction, schema);
}

interface TextColumns {
  readonly table: string;
  readonly changes: string;
}

/**
 * PGlite orders text by its bytes, and so do positions and cursors; a database of somebody else may order it by the rules
 * of a language, and otherwise after an update of its system.
 */
async function orderTextByBytes(transaction: Kysely<unknown>, schema: string): Promise<void> {
  const { rows } = await sql<TextColumns>`
    select c.relname as table, string_agg(format('alter column %I type %s collate "C"',
      a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum) as changes
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.attcollation = (select oid from pg_collation where collname = 'default')
    group by c.relname`.execute(transaction);
  for (const { table, changes } of rows) {
    await sql`alter table ${sql.table(`${schema}.${table}`)} ${sql.raw(changes)}`.execute(transaction);
  }
}
