import { type CreateTableBuilder, type Kysely, type Selectable, sql } from 'kysely';

import { tableName } from './table-name';

/** A row with the position of the last event that changed it, which makes a second delivery harmless. */
export type StoredRow<Row> = Row & { readonly feed_position: string };

/** A place of rows: `key` is the primary key, one text column. */
export interface RowTable<DB, Table extends keyof DB & string> {
  readonly table: Table;
  readonly key: keyof DB[Table] & string;
}

// One statement carries at most this many rows, so that a page of any size fits in memory and on the wire.
const CHUNK = 5_000;

/** Begins a table for `projectRows`: its key and its `feed_position`. Add the other columns and `execute()`. */
export const createRowTable = <DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  { table, key }: RowTable<DB, Table>,
): CreateTableBuilder<string, string> =>
  tables.schema
    .createTable<string>(table)
    .addColumn<string>(key, 'text', (column) => column.primaryKey())
    .addColumn('feed_position', 'text', (column) => column.notNull());

/** Rows by key, in one query per 5,000 keys. */
export async function loadRows<DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  { table, key }: RowTable<DB, Table>,
  keys: readonly string[],
): Promise<Map<string, StoredRow<Selectable<DB[Table]>>>> {
  const found = new Map<string, StoredRow<Selectable<DB[Table]>>>();
  for (let from = 0; from < keys.length; from += CHUNK) {
    const chunk = keys.slice(from, from + CHUNK);
    // One JSON text instead of thousands of values halves the time that a page takes.
    const { rows } = await sql<{ rows: (StoredRow<Selectable<DB[Table]>> & Record<string, unknown>)[] }>`
      select coalesce(json_agg(t), '[]') as rows from ${tableName(tables, table)} as t
      where t.${sql.ref(key)} = any(${chunk}::text[])`.execute(tables);
    for (const row of rows[0]?.rows ?? []) found.set(String(row[key]), withInstants(row));
  }
  return found;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?\+00:00$/;

/** JSON writes a `timestamptz` with its offset; everywhere else a moment is an `Instant`. */
function withInstants<Row extends object>(row: Row): Row {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'string' && value.endsWith('+00:00') && MOMENT.test(value))
      Object.assign(row, { [column]: new Date(value).toISOString() });
  }
  return row;
}

/** Inserts rows or replaces those with the same key, in one statement per 5,000 rows. */
export async function saveRows<DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  { table, key }: RowTable<DB, Table>,
  rows: readonly StoredRow<Selectable<DB[Table]>>[],
): Promise<void> {
  const target = tableName(tables, table);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const columns = columnsOf(chunk);
    const changes = columns
      .filter((column) => column !== key)
      .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
    // One JSON parameter whatever the number of columns: PostgreSQL gives every value the type of its column.
    await sql`
      insert into ${target} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(columns.map((column) => sql.ref(column)))}
      from json_populate_recordset(null::${target}, ${JSON.stringify(chunk)}::json)
      on conflict (${sql.ref(key)}) do update set ${sql.join(changes)}`.execute(tables);
  }
}

/** Deletes rows by key; keys that are not there are no error. */
export async function deleteRows<DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  { table, key }: RowTable<DB, Table>,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await sql`delete from ${tableName(tables, table)} where ${sql.ref(key)} = any(${keys}::text[])`.execute(
    tables,
  );
}

function columnsOf(rows: readonly object[]): readonly string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column in row) columns.add(column);
  return [...columns];
}
