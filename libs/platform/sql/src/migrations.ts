import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

import type { ProjectionFailure } from './read-model-engine.types';

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
  /** What `eventNote` wrote of the event at `position`; null at the start, and where an older release came to. */
  event_note: string | null;
  /** The tables and columns as they were made: a schema that differs from it is damaged. */
  shape: string;
  updated_at: string;
  /** Made with the tables, and theirs for good, whichever role they have. */
  copy_id: string;
  /** Of the last page that had events for these tables: where it differs, rows may differ. */
  changed_position: string;
  /** Why it is FAILED. */
  failure: ProjectionFailure | null;
}

/** Who may do what is done by one process at a time, until when, by the clock of the database. */
export interface LeaseRow {
  name: string;
  holder: string;
  /** How many holders there have been. */
  epoch: number;
  expires_at: string;
}

/** A read model that somebody wants to be built anew. */
export interface RebuildRequestRow {
  name: string;
  requested_at: string;
}

export interface CheckpointRow {
  log_id: string;
  name: string;
  position: string;
  event_note: string | null;
  moved_at: string;
}

export interface EngineTables {
  read_model: ReadModelRow;
  checkpoint: CheckpointRow;
  lease: LeaseRow;
  rebuild_request: RebuildRequestRow;
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
  '0002_checkpoint': {
    async up(kysely: Kysely<unknown>) {
      await kysely.schema
        .withSchema(ENGINE_SCHEMA)
        .createTable('checkpoint')
        .addColumn('log_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('position', 'text', (column) => column.notNull())
        .addColumn('moved_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .addPrimaryKeyConstraint('checkpoint_key', ['log_id', 'name'])
        .execute();
    },
  },
  '0003_copy': {
    async up(kysely: Kysely<unknown>) {
      await kysely.schema
        .withSchema(ENGINE_SCHEMA)
        .alterTable('read_model')
        .addColumn('copy_id', 'uuid', (column) => column.notNull().defaultTo(sql`gen_random_uuid()`))
        .addColumn('changed_position', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('failure', 'jsonb')
        .execute();
    },
  },
  '0004_lease': {
    async up(kysely: Kysely<unknown>) {
      await kysely.schema
        .withSchema(ENGINE_SCHEMA)
        .createTable('lease')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('epoch', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .execute();
    },
  },
  '0005_rebuild_request': {
    async up(kysely: Kysely<unknown>) {
      await kysely.schema
        .withSchema(ENGINE_SCHEMA)
        .createTable('rebuild_request')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('requested_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
    },
  },
  '0006_event_of_checkpoint': {
    async up(kysely: Kysely<unknown>) {
      for (const table of ['read_model', 'checkpoint'])
        await kysely.schema
          .withSchema(ENGINE_SCHEMA)
          .alterTable(table)
          .addColumn('event_note', 'text')
          .execute();
    },
  },
};

// Any number will do, as long as no other program takes the same one in the same database.
const MIGRATION_LOCK = 4_711_202_611;

/**
 * Brings the engine's own tables to the newest form.
 * @throws Error when a newer version of the product was here; otherwise what PostgreSQL said.
 */
export async function migrate(kysely: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: ENGINE_SCHEMA,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /executed migration \S+ is missing/.test(error.message)) {
    const message = 'A newer version of this product made the tables of the read models. Use that version.';
    throw new Error(message, { cause: error });
  }
  throw error instanceof Error ? error : new Error('A migration failed.');
}

/** The same where other processes may do so at this moment. */
export async function migrateOneByOne(kysely: Kysely<unknown>): Promise<void> {
  await kysely.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`.execute(connection);
    try {
      await migrate(connection);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK}::bigint)`.execute(connection);
    }
  });
}
