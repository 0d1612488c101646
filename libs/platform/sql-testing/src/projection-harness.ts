import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import { createTables, type Database, dumpTables, type ReadModel, tablesOf } from '@intekenboek/platform-sql';
import { type Kysely } from 'kysely';

import { testDatabases } from './test-database';

type Page = readonly RecordedEvent[];

export interface ProjectionHarness<DB> {
  /** Fresh tables in which these events, delivered as one page, have been projected: query them as a resolver does. */
  tablesAfter(events: Page): Promise<Kysely<DB>>;
  /**
   * All tables must be equal however the events come: in pages of any size, twice each, or in overlapping pages; and
   * equal on PostgreSQL where DATABASE_URL names a server.
   */
  expectSameHoweverDelivered(events: Page): Promise<void>;
}

/** Runs a read model in a database of its own for one test file. Call it at the top of the file. */
export function projectionHarness<DB>(readModel: ReadModel<DB>): ProjectionHarness<DB> {
  const databases = testDatabases();
  let copies = 0;

  async function projected(
    database: Database,
    pages: readonly Page[],
  ): Promise<{ schema: string; tables: Kysely<DB> }> {
    const schema = `${readModel.name}_test_${++copies}`;
    const { kind, kysely } = database;
    await createTables(kind, kysely, { readModel, schema });
    const tables = tablesOf<DB>(kysely, schema);
    for (const page of pages) {
      const wanted = page.filter(({ type }) => readModel.eventTypes.includes(type));
      if (wanted.length > 0)
        await inTransaction(database, schema, (bound) => readModel.project(bound, wanted));
    }
    return { schema, tables };
  }

  async function inTransaction(
    { kysely }: Database,
    schema: string,
    work: (tables: Kysely<DB>) => Promise<void>,
  ): Promise<void> {
    await kysely.transaction().execute((transaction) => work(tablesOf<DB>(transaction, schema)));
  }

  const dumpOf = async (database: Database, pages: readonly Page[]) =>
    dumpTables(database.kysely, (await projected(database, pages)).schema);

  const [first] = databases;
  return {
    tablesAfter: async (events) => (await projected(first(), [events])).tables,
    expectSameHoweverDelivered: async (events) => {
      const once = await dumpOf(first(), [events]);
      for (const database of databases) {
        const { kind } = database();
        for (const [way, pages] of Object.entries(waysToDeliver(events))) {
          expect({ kind, way, ...(await dumpOf(database(), pages)) }).toEqual({ kind, way, ...once });
        }
      }
    },
  };
}

/** What a feed may do within its promise: at least once, in order, in pages of any size, from an earlier checkpoint. */
function waysToDeliver(events: Page): Record<string, readonly Page[]> {
  const inPagesOf = (size: number, step: number) =>
    events.flatMap((_, from) => (from % step === 0 ? [events.slice(from, from + size)] : []));
  return {
    'one by one': inPagesOf(1, 1),
    'every event twice': events.flatMap((event) => [[event], [event]]),
    'the whole page twice': [events, events],
    'twice within a page': [events.flatMap((event) => [event, event])],
    'overlapping pages': inPagesOf(5, 3),
  };
}
