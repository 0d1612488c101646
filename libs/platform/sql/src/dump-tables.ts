import { type Kysely, sql } from 'kysely';

/** All rows of all tables of a schema as text, ordered: two copies of a read model are equal when their dumps are. */
export async function dumpTables(
  kysely: Kysely<unknown>,
  schema: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = ${schema} order by tablename`.execute(kysely);
  const dump: Record<string, readonly string[]> = {};
  for (const { name } of tables.rows) {
    const rows = await sql<{ row: string }>`
      select to_jsonb(t)::text collate "C" as row from ${sql.table(`${schema}.${name}`)} as t order by row`.execute(
      kysely,
    );
    dump[name] = rows.rows.map(({ row }) => row);
  }
  return dump;
}
