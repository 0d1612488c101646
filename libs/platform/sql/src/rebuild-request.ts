import { type Kysely, sql } from 'kysely';

import type { Database } from './database';
import { ENGINE_SCHEMA, type EngineTables } from './migrations';
import { tablesOf } from './table-name';

const CHANNEL = 'intekenboek_rebuild_request';
const LOOK_EVERY_MS = 10_000;

/**
 * Asks the process that keeps the read models up to build one anew, beside the copy that serves. It is done once, also
 * when that process is killed meanwhile; asking again before it has begun changes nothing.
 * @throws Error when there is no read model of this name; its message names those that there are.
 */
export async function requestRebuild(database: Database, name: string): Promise<void> {
  const tables = engineTables(database);
  const known = await tables.selectFrom('read_model').select('name').distinct().orderBy('name').execute();
  if (!known.some((row) => row.name === name)) {
    const names = known.map((row) => row.name).join(', ');
    throw new Error(`There is no read model ${name} in this database. There are: ${names || 'none'}.`);
  }
  await tables
    .insertInto('rebuild_request')
    .values({ name, requested_at: sql`now()` })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  database.announce(CHANNEL);
}

/** The requests that wait for an engine. The one that begins a rebuild takes its request away with it. */
export class RebuildRequests {
  private mayHaveNew = true;
  private leave: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  start(onNew: () => void): void {
    const look = () => {
      this.mayHaveNew = true;
      onNew();
    };
    this.leave = this.database.listen(CHANNEL, look);
    // An announcement can get lost on its way from another process.
    if (this.database.kind === 'POSTGRES') this.timer = setInterval(look, LOOK_EVERY_MS);
  }

  stop(): void {
    this.leave();
    clearInterval(this.timer);
  }

  /** The names of the read models that are asked for, or none as long as there can be no new ones. */
  async waiting(): Promise<readonly string[]> {
    if (!this.mayHaveNew) return [];
    this.mayHaveNew = false;
    try {
      const rows = await engineTables(this.database).selectFrom('rebuild_request').select('name').execute();
      return rows.map(({ name }) => name);
    } catch (error) {
      this.mayHaveNew = true;
      throw error;
    }
  }

  /** Nothing is to be done about this one. */
  async forget(name: string): Promise<void> {
    await engineTables(this.database).deleteFrom('rebuild_request').where('name', '=', name).execute();
  }
}

const engineTables = ({ kysely }: Database): Kysely<EngineTables> =>
  tablesOf<EngineTables>(kysely, ENGINE_SCHEMA);
