import { sql } from 'kysely';

import type { Database } from './database';
import type { ReadModel } from './read-model';
import { tableName } from './table-name';

export interface TallyTables {
  tally: { id: string; events: number };
}

/** Counts what it is told without a look at positions: a page that is applied twice shows. Not how one is to be made. */
export const tally: ReadModel<TallyTables> = {
  name: 'tally',
  version: 1,
  eventTypes: ['PromiseMade', 'PromiseReported', 'PromiseKept'],
  async createTables(tables) {
    await tables.schema
      .createTable('tally')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('events', 'integer', (column) => column.notNull())
      .execute();
  },
  async project(tables, page) {
    const table = tableName(tables, 'tally');
    await sql`insert into ${table} as old values ('all', ${page.length}::int)
      on conflict (id) do update set events = old.events + excluded.events`.execute(tables);
  },
};

/** What was counted so far, and where the checkpoint stands, as they are stored. */
export async function tallied({ kysely }: Database): Promise<{ events: number; position: string }> {
  const { rows } = await sql<{ events: number; position: string }>`
    select coalesce((select events from tally.tally), 0) as events, position
    from intekenboek.read_model where name = 'tally' and role = 'SERVING'`.execute(kysely);
  return rows[0] ?? { events: 0, position: '' };
}
