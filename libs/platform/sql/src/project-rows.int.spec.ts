import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import type { Kysely } from 'kysely';

import type { Database } from './database';
import { onEveryDatabase } from './databases.fixtures';
import { numberedEvent } from './numbered-log.fixtures';
import { projectRows, type RowProjection } from './project-rows';
import { createRowTable, saveRows } from './stored-rows';
import { tablesOf } from './table-name';

interface Tables {
  'odd "name"': {
    id: string;
    words: string | null;
    list: readonly string[];
    seen: number;
    at: string | null;
  };
}
type Row = Tables['odd "name"'];

jest.setTimeout(60_000);
let database: Database;
let tables: Kysely<Tables>;
const place = { table: 'odd "name"', key: 'id' } as const;

const rows = () => tables.selectFrom('odd "name"').selectAll().orderBy('id').execute();
const empty: Omit<Row, 'id'> = { words: null, list: [], seen: 0, at: null };
const events = (from: number, to: number): readonly RecordedEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => numberedEvent(from + index));

/** Counts what a row sees; every third event is the last of its row. */
const counting: RowProjection<Tables, 'odd "name"'> = {
  ...place,
  keysOf: ({ stream }) => stream,
  evolve: (row, { effectiveAt }, id) => {
    const { seen, ...rest } = row ?? { ...empty, id };
    return { ...rest, id, seen: seen + 1, at: effectiveAt };
  },
};

onEveryDatabase('projecting rows', ({ database: current }) => {
  beforeAll(() => {
    database = current();
  });
  beforeEach(async () => {
    await database.kysely.schema.dropSchema('rows').ifExists().cascade().execute();
    await database.kysely.schema.createSchema('rows').execute();
    tables = tablesOf<Tables>(database.kysely, 'rows');
    await createRowTable(tables, place)
      .addColumn('words', 'text')
      .addColumn('list', 'jsonb', (column) => column.notNull())
      .addColumn('seen', 'bigint', (column) => column.notNull())
      .addColumn('at', 'timestamptz')
      .execute();
  });

  it('goes on with a stored row as if it had never been stored', async () => {
    const seen: (Row | null)[] = [];
    const watching: typeof counting = {
      ...counting,
      keysOf: () => 'one',
      evolve: (row, event, key) => {
        seen.push(row);
        return { ...counting.evolve(row, event, key)!, list: ["it's", '"\\'], words: 'é\n\t' };
      },
    };
    await projectRows(tables, events(1, 2), watching);
    await projectRows(tables, events(3, 3), watching);
    const [, inMemory, stored] = seen;
    expect(stored).toEqual({ ...inMemory, seen: 2, feed_position: numberedEvent(2).position });
  });

  it('lets one event touch many rows, and a row be touched by none', async () => {
    const many: typeof counting = { ...counting, keysOf: ({ revision }) => (revision > 0 ? [] : ['a', 'b']) };
    await projectRows(tables, events(1, 3), many);
    await projectRows(tables, events(300, 303), many);
    expect((await rows()).map(({ id, seen }) => [id, seen])).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
  });

  it('deletes a row, and makes it anew when it comes back', async () => {
    const leaving: typeof counting = {
      ...counting,
      keysOf: () => 'one',
      evolve: (row, event, key) => (event.position.endsWith('5') ? null : counting.evolve(row, event, key)),
    };
    await projectRows(tables, events(1, 4), leaving);
    await projectRows(tables, events(5, 5), leaving);
    expect(await rows()).toEqual([]);
    await projectRows(tables, events(6, 7), leaving);
    expect(await rows()).toMatchObject([{ id: 'one', seen: 2 }]);
  });

  it('leaves a row as it is when the event changes nothing', async () => {
    await projectRows(tables, events(1, 1), counting);
    const before = await rows();
    await projectRows(tables, events(212, 212), { ...counting, evolve: (row) => row });
    expect(await rows()).toEqual(before);
  });

  it('takes elements of the page of any kind that have a position', async () => {
    const page = events(1, 3).map(({ position }) => ({ position, words: [`of ${position}`] }));
    await projectRows(tables, page, {
      ...place,
      keysOf: ({ words }) => words,
      evolve: (_, { words }, id) => ({ ...empty, id, list: words }),
    });
    expect(await rows()).toHaveLength(3);
  });

  it('writes more than one statement can carry', async () => {
    const page = Array.from({ length: 12_000 }, (_, n) => numberedEvent(n + 1));
    await projectRows(tables, page, { ...counting, keysOf: ({ position }) => position });
    await projectRows(tables, page.slice(4_000), { ...counting, keysOf: ({ position }) => position });
    expect((await rows()).map(({ seen }) => seen)).toEqual(page.map(() => 1));
  });

  it('writes rows that are large', async () => {
    const words = 'x'.repeat(3_000_000);
    const large = ['a', 'b', 'c', 'd'].map((id) => ({ ...empty, id, words, feed_position: '1' }));
    await saveRows(tables, place, large);
    expect((await rows()).map((row) => row.words?.length)).toEqual(large.map(() => 3_000_000));
  });
});
