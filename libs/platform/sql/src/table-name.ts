import { type Kysely, type RawBuilder, sql } from 'kysely';

/** The tables of one schema. */
export const tablesOf = <DB>(kysely: Kysely<unknown>, schema: string): Kysely<DB> =>
  // Which tables are in a schema only the read model knows that made it.
  kysely.withSchema(schema) as unknown as Kysely<DB>;

/** The name of a table with the schema that `tables` is bound to, for use inside `sql` templates. */
export function tableName<DB>(tables: Kysely<DB>, table: keyof DB & string): RawBuilder<unknown> {
  // Kysely adds the schema when it compiles a statement of its own, never inside a template.
  const statement = tables.schema.dropTable(table).compile().sql;
  return sql.raw(statement.slice('drop table '.length));
}

/** A value for a `json` or `jsonb` column in a hand-written insert or update: drivers take arrays for SQL arrays. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`cast(${JSON.stringify(value)} as jsonb)`;
