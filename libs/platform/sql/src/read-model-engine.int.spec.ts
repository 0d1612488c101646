import { FEED_START } from '@intekenboek/event-sourcing-core';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { sql } from 'kysely';

import type { Database } from './database';
import { onEveryDatabase } from './databases.fixtures';
import { dumpTables } from './dump-tables';
import {
  appendPromise,
  appendPromises,
  heard,
  type PromiseTables,
  promises,
  streams,
  until,
} from './promises.fixtures';
import { type ReadModel, ReadModelBehind, ReadModelUnavailable } from './read-model';
import { ReadModelEngine } from './read-model-engine';
import type { ReadModelEngineOptions, RebuildProgress } from './read-model-engine.types';

jest.setTimeout(60_000);
let database: Database;
let store: InMemoryEventStore;
let engines: ReadModelEngine[] = [];

onEveryDatabase('read models', ({ database: current }) => {
  beforeAll(() => {
    database = current();
  });
  beforeEach(() => {
    store = new InMemoryEventStore();
  });
  afterEach(async () => {
    for (const engine of engines) await engine.stop();
    engines = [];
    for (const schema of ['promises', 'promises_next', 'streams', 'streams_next'])
      await database.kysely.schema.dropSchema(schema).ifExists().cascade().execute();
    await sql`delete from intekenboek.read_model`.execute(database.kysely);
  });

  keepingUp();
  aQuery();
  rebuilding();
  aStart();
  aFailure();
});

async function opened(options: Partial<ReadModelEngineOptions> = {}): Promise<ReadModelEngine> {
  const defaults = { database, eventStore: store, readModels: [promises, streams] };
  const engine = await ReadModelEngine.open({ ...defaults, ...options });
  engines.push(engine);
  return engine;
}

async function started(options: Partial<ReadModelEngineOptions> = {}): Promise<ReadModelEngine> {
  const engine = await opened(options);
  engine.start();
  await engine.caughtUp();
  return engine;
}

const dump = () => dumpTables(database.kysely, 'promises');
const rowsIn = (engine: ReadModelEngine) =>
  engine.handle(promises).tables().selectFrom('promise').selectAll().orderBy('promise_id').execute();
const statusOf = (engine: ReadModelEngine, name = 'promises') =>
  engine.status().find((status) => status.name === name);

function keepingUp(): void {
  describe('keeping read models up with the log', () => {
    it('tells what was in the log before, and what comes after', async () => {
      await appendPromises(store, 1, 3);
      const engine = await started();
      expect(await rowsIn(engine)).toHaveLength(3);

      const { position } = await appendPromise(store, 4);
      await engine.handle(promises).waitFor(position, 5_000);
      expect((await rowsIn(engine))[3]).toMatchObject({
        promise_id: 'promise-4',
        words: 'promise 4',
        reports: 2,
        kept_at: '2026-01-05T09:00:00.000Z',
      });
      expect(engine.handle(promises).position()).toBe(position);
    });

    it('moves the checkpoint of a read model past events that it does not want', async () => {
      const engine = await started({ readModels: [streams] });
      const { position } = await appendPromise(store, 1);
      await engine.handle(streams).waitFor(position, 5_000);
      expect(await engine.handle(streams).tables().selectFrom('stream').selectAll().execute()).toMatchObject([
        { stream_name: 'promise-1', events: 1 },
      ]);
    });

    it('goes on where it was after a restart, without building anew', async () => {
      await appendPromises(store, 1, 2);
      await (await started()).stop();
      await appendPromises(store, 3, 4);
      const { log, entries } = heard();
      const engine = await started({ log });
      expect(await rowsIn(engine)).toHaveLength(4);
      expect(entries).toEqual([]);
    });

    it('refuses two read models of one name', async () => {
      await expect(opened({ readModels: [promises, promises] })).rejects.toThrow('promises');
    });
  });
}

function aQuery(): void {
  describe('a query', () => {
    it('is told that the first copy is still being built', async () => {
      const engine = await opened();
      expect(() => engine.handle(promises).tables()).toThrow(ReadModelUnavailable);
      expect(statusOf(engine)).toMatchObject({
        serving: 'BUILDING',
        isRebuilding: true,
        position: FEED_START,
      });
    });

    it('is told in time that the read model is behind', async () => {
      const engine = await started();
      const { position } = await appendPromise(new InMemoryEventStore(), 1);
      await expect(engine.handle(promises).waitFor(position, 20)).rejects.toThrow(ReadModelBehind);
    });

    it('is computed again only when an event has changed the read model', async () => {
      const engine = await started();
      const compute = jest.fn(async () => (await rowsIn(engine)).length);
      const count = () => engine.handle(promises).cached('count', compute);
      expect([await count(), await count()]).toEqual([0, 0]);
      expect(compute).toHaveBeenCalledTimes(1);

      const { position } = await appendPromise(store, 1);
      await engine.handle(promises).waitFor(position, 5_000);
      expect(await count()).toBe(1);
    });

    it('is not remembered when it failed', async () => {
      const engine = await started();
      const compute = jest.fn(async () => Promise.reject(new Error('out of memory')));
      const handle = engine.handle(promises);
      await expect(handle.cached('count', compute)).rejects.toThrow();
      await expect(handle.cached('count', compute)).rejects.toThrow();
      expect(compute).toHaveBeenCalledTimes(2);
    });
  });
}

function rebuilding(): void {
  describe('rebuilding', () => {
    it('gives what the live projection gave, byte for byte', async () => {
      const engine = await started();
      for (let number = 1; number <= 40; number++) {
        const { position } = await appendPromise(store, number);
        if (number % 7 === 0) await engine.handle(promises).waitFor(position, 5_000);
      }
      await engine.caughtUp();
      const live = await dump();
      await engine.rebuild('promises');
      expect(await dump()).toEqual(live);
      expect(live['promise']).toHaveLength(40);
    });

    it('lets the old copy serve, and keeps it up, until the new one takes its place', async () => {
      await appendPromises(store, 1, 4_000);
      const engine = await started();
      const rebuilt = engine.rebuild('promises');
      await until(() => statusOf(engine)?.isRebuilding === true);
      const { position } = await appendPromise(store, 4_001);
      await engine.handle(promises).waitFor(position, 10_000);
      expect(statusOf(engine)).toMatchObject({ serving: 'SERVING', isRebuilding: true });
      expect(await rowsIn(engine)).toHaveLength(4_001);
      await rebuilt;
      expect(statusOf(engine)).toMatchObject({ serving: 'SERVING', isRebuilding: false });
      expect(await rowsIn(engine)).toHaveLength(4_001);
    });

    it('tells how far it is, and when it is done', async () => {
      await appendPromises(store, 1, 30);
      const told: RebuildProgress[] = [];
      const engine = await started({ onProgress: (progress) => told.push(progress) });
      await engine.rebuild('promises');
      const ends = told.filter(({ finished }) => finished);
      expect(ends.map(({ readModel, eventsDone }) => [readModel, eventsDone])).toEqual([
        ['promises', 120],
        ['streams', 120],
        ['promises', 120],
      ]);
    });

    it('does not let a new copy serve before it has read everything', async () => {
      await appendPromises(store, 1, 2_500);
      const engine = await opened();
      const isServing = engine.handle(promises).waitFor(FEED_START, 10_000);
      engine.start();
      await isServing;
      expect(await rowsIn(engine)).toHaveLength(2_500);
    });

    it('goes on after a restart where it was', async () => {
      await appendPromises(store, 1, 10);
      const engine = await opened({ readModels: [promises] });
      await engine.stop();
      const { log, entries } = heard();
      await started({ readModels: [promises], log });
      expect(entries[0]?.message).toContain('it is not there yet');
    });

    it('is joined by whoever asks for it meanwhile', async () => {
      await appendPromises(store, 1, 10);
      const { log, entries } = heard();
      const engine = await started({ log });
      await Promise.all([engine.rebuild('promises'), engine.rebuild('promises')]);
      expect(entries.filter(({ message }) => message.includes('it was asked for'))).toHaveLength(1);
    });
  });
}

function aStart(): void {
  describe('a start', () => {
    const damage = {
      'a table is missing': sql`drop table promises.promise`,
      'the schema is missing': sql`drop schema promises cascade`,
      'a column is missing': sql`alter table promises.promise drop column words`,
      'an index is missing': sql`drop index promises.promise_by_words`,
      'the engine knows nothing of it': sql`delete from intekenboek.read_model`,
      'the checkpoint is beyond the log': sql`update intekenboek.read_model set position = '9999999999999999'`,
      'the log holds another event at the checkpoint': sql`update intekenboek.read_model
        set event_note = position || ' lost 2026-01-05T09:00:00.000Z'`,
      'it was made from another log': sql`update intekenboek.read_model set log_id = 'another'`,
      'its projection failed': sql`update intekenboek.read_model set status = 'FAILED'`,
    };

    it.each(Object.entries(damage))('builds a read model anew when %s', async (_, statement) => {
      await appendPromises(store, 1, 5);
      const first = await started();
      const before = await dump();
      await first.stop();
      await statement.execute(database.kysely);

      const engine = await started();
      expect(await dump()).toEqual(before);
      expect(statusOf(engine)).toMatchObject({ serving: 'SERVING', isRebuilding: false, failure: null });
    });

    it('builds a read model of another version anew and lets tables of the same form serve meanwhile', async () => {
      await appendPromises(store, 1, 5);
      await (await started()).stop();
      const engine = await opened({ readModels: [{ ...promises, version: 2 }] });
      expect(await rowsIn(engine)).toHaveLength(5);
      expect(statusOf(engine)).toMatchObject({ serving: 'SERVING', isRebuilding: true });
      engine.start();
      await engine.caughtUp();
      expect(statusOf(engine)).toMatchObject({ version: 2, isRebuilding: false });
    });

    it('does not let tables of another form serve', async () => {
      await appendPromises(store, 1, 5);
      await (await started()).stop();
      const wider: ReadModel<PromiseTables> = {
        ...promises,
        version: 2,
        async createTables(tables) {
          await promises.createTables(tables);
          await tables.schema.alterTable('promise').addColumn('note', 'text').execute();
        },
      };
      const engine = await opened({ readModels: [wider] });
      expect(() => engine.handle(promises).tables()).toThrow(ReadModelUnavailable);
      engine.start();
      await engine.caughtUp();
      expect(await rowsIn(engine)).toHaveLength(5);
    });
  });
}

function aFailure(): void {
  describe('a projection that fails', () => {
    const secret = 'Person 12 lives at the Dam';
    let isMended = false;
    const failing: ReadModel<PromiseTables> = {
      ...promises,
      async project(tables, page) {
        const isBad = page.some(({ data }) => JSON.stringify(data).includes(secret));
        if (isBad && !isMended) throw new TypeError(`Cannot read ${secret}`);
        await promises.project(tables, page);
      },
    };

    beforeEach(async () => {
      isMended = false;
      await appendPromises(store, 1, 5);
      await appendPromise(store, 6, secret);
      await appendPromises(store, 7, 9);
    });

    it('stops alone, at the event that it cannot apply', async () => {
      const engine = await started({ readModels: [failing, streams] });
      const [bad] = (await store.readStream('promise-6')).events;
      expect(statusOf(engine)).toMatchObject({
        serving: 'FAILED',
        failure: { position: bad?.position, eventType: 'PromiseMade', error: 'TypeError' },
      });
      expect(await engine.handle(streams).tables().selectFrom('stream').selectAll().execute()).toHaveLength(
        9,
      );
    });

    it('is logged once, with the event and without what it holds', async () => {
      const { log, entries, text } = heard();
      await started({ readModels: [failing, streams], log });
      const [error, ...more] = entries.filter(({ level }) => level === 'error');
      expect(error?.facts).toMatchObject({ name: 'promises', eventType: 'PromiseMade', error: 'TypeError' });
      expect(more).toEqual([]);
      expect(text()).not.toContain('Dam');
    });

    it('is told to queries and to those who wait', async () => {
      const engine = await opened({ readModels: [failing] });
      const { position } = await appendPromise(store, 10);
      const waiting = engine.handle(failing).waitFor(position, 10_000);
      const refused = expect(waiting).rejects.toMatchObject({
        name: 'ReadModelUnavailable',
        reason: 'FAILED',
      });
      engine.start();
      await refused;
      expect(() => engine.handle(failing).tables()).toThrow(ReadModelUnavailable);
    });

    it('stops a serving copy too, which tells nothing more', async () => {
      isMended = true;
      const engine = await started({ readModels: [failing] });
      isMended = false;
      const { position } = await appendPromise(store, 10, secret);
      await expect(engine.handle(failing).waitFor(position, 10_000)).rejects.toThrow(ReadModelUnavailable);
      expect(() => engine.handle(failing).tables()).toThrow(ReadModelUnavailable);
    });

    it('is tried again by a rebuild', async () => {
      const engine = await started({ readModels: [failing] });
      await expect(engine.rebuild('promises')).rejects.toThrow(ReadModelUnavailable);
      isMended = true;
      await engine.rebuild('promises');
      expect(await rowsIn(engine)).toHaveLength(9);
      expect(statusOf(engine)).toMatchObject({ serving: 'SERVING', failure: null });
    });

    it('is tried again at the next start', async () => {
      await (await started({ readModels: [failing] })).stop();
      isMended = true;
      const engine = await started({ readModels: [failing] });
      expect(await rowsIn(engine)).toHaveLength(9);
    });

    it('keeps what it knew when a statement fails in the middle of a page', async () => {
      const half: ReadModel<PromiseTables> = {
        ...promises,
        async project(tables, page) {
          await promises.project(tables, page);
          if (page.some(({ stream }) => stream === 'promise-6')) await sql`select 1 / 0`.execute(tables);
        },
      };
      await started({ readModels: [half] });
      expect((await dumpTables(database.kysely, 'promises_next'))['promise']).toHaveLength(5);
    });
  });
}
