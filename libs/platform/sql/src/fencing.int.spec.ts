import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { FEED_START } from '@intekenboek/event-sourcing-core';
import { sql } from 'kysely';

import type { Database } from './database';
import { onEveryDatabase } from './databases.fixtures';
import {
  appendPromise,
  appendPromises,
  heard,
  type PromiseTables,
  promises,
  until,
} from './promises.fixtures';
import type { ReadModel } from './read-model';
import { ReadModelCatalog } from './read-model-catalog';
import { ReadModelCopy } from './read-model-copy';
import { ReadModelEngine } from './read-model-engine';
import type { ReadModelEngineOptions } from './read-model-engine.types';
import { tallied, tally } from './tally.fixtures';

jest.setTimeout(60_000);
let one: Database;
let other: Database;
let store: InMemoryEventStore;
let engines: ReadModelEngine[] = [];

onEveryDatabase('two processes that both believe it is their turn', ({ database, another }) => {
  beforeAll(() => {
    one = database();
    other = another();
  });
  beforeEach(() => {
    store = new InMemoryEventStore();
  });
  afterEach(async () => {
    for (const engine of engines) await engine.stop();
    engines = [];
    for (const schema of ['promises', 'promises_next', 'tally', 'tally_next'])
      await one.kysely.schema.dropSchema(schema).ifExists().cascade().execute();
    await sql`delete from intekenboek.read_model`.execute(one.kysely);
  });

  writingPages();
  changingCopies();
});

async function started(
  database: Database,
  options: Partial<ReadModelEngineOptions> = {},
): Promise<ReadModelEngine> {
  const engine = await ReadModelEngine.open({ database, eventStore: store, readModels: [tally], ...options });
  engines.push(engine);
  engine.start();
  return engine;
}

const NOT_WRITTEN = expect.objectContaining({ message: expect.stringContaining('A page was not written') });

function writingPages(): void {
  it('apply every event once', async () => {
    const [first, second] = await Promise.all([started(one), started(other)]);
    await appendPromises(store, 1, 5);
    await Promise.all(
      [first.rebuild('tally'), second.rebuild('tally')].map((asked) => asked.catch(() => null)),
    );
    // Both wait for news at the end of the feed, and hear of it at the same moment.
    for (let number = 6; number <= 15; number++) {
      const { position } = await appendPromise(store, number);
      await Promise.all([first, second].map((engine) => engine.handle(tally).waitFor(position, 20_000)));
      expect(await tallied(one)).toEqual({ events: number * 4, position });
    }
  });

  it('do not spoil the tables of a newer version', async () => {
    const wider: ReadModel<PromiseTables> = {
      ...promises,
      version: 2,
      async createTables(tables) {
        await promises.createTables(tables);
        await sql`alter table promises_next.promise rename column words to wording`.execute(tables);
      },
      project: async () => undefined,
    };
    const { log, entries } = heard();
    const old = await started(one, { readModels: [promises], log });
    await old.caughtUp();
    const young = await ReadModelEngine.open({ database: other, eventStore: store, readModels: [wider] });
    engines.push(young);
    young.start();
    await young.caughtUp();
    await young.stop();

    await appendPromise(store, 1);
    await until(() => entries.some(({ message }) => message.includes('A page was not written')));
    await old.stop();
    expect(entries.filter(({ level }) => level === 'error')).toEqual([]);
    const failed = sql`select * from intekenboek.read_model where status = 'FAILED'`;
    expect((await failed.execute(one.kysely)).rows).toEqual([]);
  });

  it('find out that the server has lost its last moments, and go on from there', async () => {
    await appendPromises(store, 1, 3);
    const { log, entries } = heard();
    const engine = await started(one, { log });
    await engine.caughtUp();
    await sql`update intekenboek.read_model set position = ${FEED_START}`.execute(one.kysely);
    await sql`delete from tally.tally`.execute(one.kysely);

    const { position } = await appendPromise(store, 4);
    await until(async () => (await tallied(one)).position === position);
    expect(await tallied(one)).toEqual({ events: 16, position });
    expect(entries).toContainEqual(NOT_WRITTEN);
    expect(entries).toContainEqual(expect.objectContaining({ message: 'Read models are kept up again.' }));
  });
}

function changingCopies(): void {
  const failure = { position: FEED_START, eventType: '', error: '' };
  const refused = expect.objectContaining({ name: 'CopyTakenOver' });
  let catalog: ReadModelCatalog;
  beforeEach(() => {
    catalog = new ReadModelCatalog(one, 'a log');
  });

  const begun = async (replaced: string | null = null) => {
    const row = await catalog.begin(tally, replaced);
    const { copy_id: id, role } = row;
    return { row, copy: new ReadModelCopy(tally, { id, role, position: FEED_START }) };
  };

  it('do not begin in place of a copy that they do not know', async () => {
    const { row } = await begun();
    await expect(begun()).rejects.toEqual(refused);
    const { row: next } = await begun(row.copy_id);
    await expect(begun(row.copy_id)).rejects.toEqual(refused);
    expect((await catalog.rows()).map(({ copy_id }) => copy_id)).toEqual([next.copy_id]);
  });

  it('begin one copy between them when they begin at the same moment', async () => {
    const outcomes = await Promise.allSettled(
      [one, other, one, other].map((database) => new ReadModelCatalog(database, 'a log').begin(tally, null)),
    );
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as Error] : [],
    );
    expect(reasons).toEqual([refused, refused, refused]);
  });

  it('do not let a copy serve that another one has replaced or fed', async () => {
    const stale = await begun();
    const current = await begun(stale.row.copy_id);
    await expect(catalog.promote(stale.copy)).rejects.toEqual(refused);
    await sql`update intekenboek.read_model set position = '0000000000000001'`.execute(one.kysely);
    await expect(catalog.promote(current.copy)).rejects.toEqual(refused);
    expect((await catalog.rows()).map(({ role }) => role)).toEqual(['BUILDING']);
  });

  it('neither drop nor give up a copy that another one has replaced', async () => {
    const stale = await begun();
    const current = await begun(stale.row.copy_id);
    await expect(catalog.drop(stale.row)).rejects.toEqual(refused);
    await expect(catalog.markFailed(stale.copy, failure)).rejects.toEqual(refused);
    expect(await catalog.rows()).toMatchObject([{ copy_id: current.row.copy_id, status: 'LIVE' }]);
    expect(await catalog.shapeOf('tally_next')).toBe(current.row.shape);
  });
}
