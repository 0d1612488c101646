import { type CreateTableBuilder, type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';

import { tableName } from './table-name';

/** A row with the position of the last event that changed it, which makes a second delivery harmless. */
export type StoredRow<Row> = Row & { readonly feed_position: string };

/** A place of rows: `key` is the primary key, one text column. */
export interface RowTable<DB, Table extends keyof DB & string> {
  readonly table: Table;
  readonly key: keyof DB[Table] & string;
}

// What one statement carries, so that a page of any size fits in memory and into one text.
const MOST_KEYS = 2_000;
const MOST_ROWS = 5_000;
const MOST_CHARACTERS = 8_000_000;

/** Begins a table for `projectRows`: its key and its `feed_position`. Add the other columns and `execute()`. */
export const createRowTable = <DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  { table, key }: RowTable<DB, Table>,
): CreateTableBuilder<string, string> =>
  tables.schema
    .createTable<string>(table)
    .addColumn<string>(key, 'text', (column) => column.primaryKey())
    .addColumn('feed_position', 'text', (column) => column.notNull());

/** Rows by key, in one query per 2,000 keys. */
export async function loadRows<DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  { table, key }: RowTable<DB, Table>,
  keys: readonly string[],
): Promise<Map<string, StoredRow<Selectable<DB[Table]>>>> {
  type Row = StoredRow<Selectable<DB[Table]>> & Record<string, unknown>;
  const found = new Map<string, StoredRow<Selectable<DB[Table]>>>();
  for (let from = 0; from < keys.length; from += MOST_KEYS) {
    const chunk = keys.slice(from, from + MOST_KEYS);
    // One text instead of thousands of values: it crosses between threads and protocols as it is.
    const { rows } = await sql<{ rows: string | null }>`
      select json_agg(t)::text as rows from ${tableName(tables, table)} as t
      where t.${sql.ref(key)} = any(${chunk}::text[])`.execute(tables);
    const loaded = JSON.parse(rows[0]?.rows ?? '[]') as Row[];
    for (const row of loaded) found.set(String(row[key]), withInstants(row));
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

/** Inserts rows or replaces those with the same key, in one statement per 5,000 rows or 8 MB. */
export async function saveRows<DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  place: RowTable<DB, Table>,
  rows: readonly StoredRow<Selectable<DB[Table]>>[],
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  for (const { columns, texts } of chunksOf(rows)) {
    // The text was made while the database was still busy with the statement before.
    await writing;
    writing = upsertOf(tables, place, columns, `[${texts.join()}]`).execute(tables);
  }
  await writing;
}

function upsertOf<DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  { table, key }: RowTable<DB, Table>,
  names: readonly string[],
  rows: string,
): RawBuilder<unknown> {
  const target = tableName(tables, table);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const changes = names
    .filter((name) => name !== key)
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`);
  // One JSON parameter whatever the number of columns: PostgreSQL gives every value the type of its column.
  return sql`
    insert into ${target} (${columns})
    select ${columns} from json_populate_recordset(null::${target}, ${rows}::json)
    on conflict (${sql.ref(key)}) do update set ${sql.join(changes)}`;
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

interface Chunk {
  readonly columns: readonly string[];
  readonly texts: readonly string[];
}

function* chunksOf(rows: readonly object[]): Generator<Chunk> {
  let [columns, texts, characters] = [new Set<string>(), [] as string[], 0];
  for (const row of rows) {
    const text = JSON.stringify(row);
    for (const column in row) columns.add(column);
    characters += text.length;
    texts.push(text);
    if (texts.length < MOST_ROWS && characters < MOST_CHARACTERS) continue;
    yield { columns: [...columns], texts };
    [columns, texts, characters] = [new Set(), [], 0];
  }
  if (texts.length > 0) yield { columns: [...columns], texts };
}
