import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/** Where the engine keeps its own tables, apart from all read models. */
export const ENGINE_SCHEMA = 'intekenboek';

/** One row per copy of a read model: the serving one, and the one that is being built beside it. */
export interface ReadModelRow {
  schema_name: string;
  name: string;
  version: number;
  role: 'SERVING' | 'BUILDING';
  status: 'LIVE' | 'FAILED';
  log_id: string;
  position: string;
  /** The tables and columns as they were made: a schema that differs from it is damaged. */
  shape: string;
  updated_at: string;
}

export interface EngineTables {
  read_model: ReadModelRow;
}

// Numbered and never changed once released; PostgreSQL runs them as they are.
const migrations: Record<string, Migration> = {
  '0001_read_model': {
    async up(kysely: Kysely<unknown>) {
      await kysely.schema
        .withSchema(ENGINE_SCHEMA)
        .createTable('read_model')
        .addColumn('schema_name', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('log_id', 'text', (column) => column.notNull())
        .addColumn('position', 'text', (column) => column.notNull())
        .addColumn('shape', 'text', (column) => column.notNull())
        .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .addUniqueConstraint('read_model_one_per_role', ['name', 'role'])
        .execute();
    },
  },
};

/** Brings the engine's own tables to the newest form. @throws what PostgreSQL said. */
export async function migrate(kysely: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: ENGINE_SCHEMA,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed.');
}
