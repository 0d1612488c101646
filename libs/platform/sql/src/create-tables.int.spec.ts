import { createTables } from './create-tables';
import { onEveryDatabase } from './databases.fixtures';
import { createRowTable, saveRows } from './stored-rows';
import { tablesOf } from './table-name';

interface Tables {
  place: { name: string; kind: string };
}
const place = { table: 'place', key: 'name' } as const;

onEveryDatabase('tables of a read model', ({ database }) => {
  beforeAll(async () => {
    const { kind, kysely } = database();
    const readModel = {
      createTables: async (tables: ReturnType<typeof tablesOf<Tables>>) => {
        await createRowTable(tables, place).addColumn('kind', 'varchar(20)').execute();
        await tables.schema.createIndex('place_by_kind').on('place').column('kind').execute();
      },
    };
    await createTables<Tables>(kind, kysely, { readModel, schema: 'places' });
  });

  it('order text by its bytes, whatever language the database speaks', async () => {
    const tables = tablesOf<Tables>(database().kysely, 'places');
    const names = ['b', 'B', 'a', '-a', 'é', 'Z', 'ab', 'a b', 'Ab', '’s-Gravenhage', "'s-Gravenhage", '𝄞'];
    await saveRows(
      tables,
      place,
      names.map((name) => ({ name, kind: name, feed_position: '1' })),
    );
    const byBytes = [...names].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));

    for (const column of ['name', 'kind'] as const) {
      const rows = await tables.selectFrom('place').select('name').orderBy(column).execute();
      expect(rows.map(({ name }) => name)).toEqual(byBytes);
    }
    const later = await tables.selectFrom('place').select('name').where('name', '>', 'Z').execute();
    expect(later).toHaveLength(names.length - byBytes.indexOf('Z') - 1);
  });
});
