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
  streams,
  until,
} from './promises.fixtures';
import { type ReadModel, ReadModelBehind, ReadModelUnavailable } from './read-model';
import { ReadModelEngine } from './read-model-engine';
import type { ReadModelEngineOptions } from './read-model-engine.types';
import { ReadModelReader, type ReadModelReaderOptions } from './read-model-reader';
import type { ReadModels } from './read-models';
import { requestRebuild } from './rebuild-request';

jest.setTimeout(60_000);
let written: Database;
let read: Database;
let store: InMemoryEventStore;
let opened: ReadModels[] = [];

onEveryDatabase('read models that another process keeps up', ({ kind, database, another }) => {
  beforeAll(() => {
    written = database();
    read = another();
  });
  beforeEach(() => {
    store = new InMemoryEventStore();
  });
  afterEach(async () => {
    for (const one of opened.reverse()) await one.stop();
    opened = [];
    for (const schema of ['promises', 'promises_next', 'streams', 'streams_next'])
      await written.kysely.schema.dropSchema(schema).ifExists().cascade().execute();
    await sql`delete from intekenboek.read_model`.execute(written.kysely);
    await sql`delete from intekenboek.rebuild_request`.execute(written.kysely);
  });

  reading();
  if (kind === 'POSTGRES') besideLongQueries();
  versions();
  failing();
  rebuildingOnRequest();
});

const both = [promises, streams];
/** Of another form than the tables of version 1. */
const wider: ReadModel<PromiseTables> = {
  ...promises,
  version: 2,
  async createTables(tables) {
    await promises.createTables(tables);
    await tables.schema.alterTable('promise').addColumn('note', 'text').execute();
  },
};

async function projector(options: Partial<ReadModelEngineOptions> = {}): Promise<ReadModelEngine> {
  const engine = await ReadModelEngine.open({
    database: written,
    eventStore: store,
    readModels: both,
    ...options,
  });
  opened.push(engine);
  engine.start();
  return engine;
}

async function reader(options: Partial<ReadModelReaderOptions> = {}): Promise<ReadModelReader> {
  const one = await ReadModelReader.open({ database: read, eventStore: store, readModels: both, ...options });
  opened.push(one);
  return one;
}

const rowsIn = (readModels: ReadModels) =>
  readModels.handle(promises).tables().selectFrom('promise').selectAll().orderBy('promise_id').execute();
const statusOf = (readModels: ReadModels, name = 'promises') =>
  readModels.status().find((status) => status.name === name);
const isServing = (readModels: ReadModels) => () => statusOf(readModels)?.serving === 'SERVING';

function reading(): void {
  describe('a reader', () => {
    it('tells what is in the tables, and what comes after', async () => {
      await appendPromises(store, 1, 3);
      await projector();
      const one = await reader();
      await one.caughtUp();
      expect(await rowsIn(one)).toHaveLength(3);

      const { position } = await appendPromise(store, 4);
      await one.handle(promises).waitFor(position, 5_000);
      expect((await rowsIn(one))[3]).toMatchObject({ promise_id: 'promise-4', reports: 2 });
      expect(one.handle(promises).position()).toBe(position);
      expect(statusOf(one)).toMatchObject({ serving: 'SERVING', version: 1, isRebuilding: false, position });
    });

    it('is told that nobody has built the tables yet, and serves them when somebody has', async () => {
      const one = await reader();
      expect(() => one.handle(promises).tables()).toThrow(ReadModelUnavailable);
      expect(statusOf(one)).toMatchObject({ serving: 'BUILDING', position: FEED_START });
      const { position } = await appendPromise(store, 1);
      const waiting = one.handle(promises).waitFor(position, 10_000);
      await projector();
      await waiting;
      expect(await rowsIn(one)).toHaveLength(1);
    });

    it('does not take the tables of another log for its own', async () => {
      await appendPromises(store, 1, 3);
      await (await projector()).caughtUp();
      const one = await reader({ eventStore: new InMemoryEventStore() });
      expect(() => one.handle(promises).tables()).toThrow(ReadModelUnavailable);
    });

    it('is told in time that the tables are behind', async () => {
      await (await projector()).caughtUp();
      const one = await reader();
      await one.caughtUp();
      const { position } = await appendPromise(new InMemoryEventStore(), 1);
      await expect(one.handle(promises).waitFor(position, 20)).rejects.toThrow(ReadModelBehind);
    });

    it('computes again when rows may have changed, and only then', async () => {
      const engine = await projector();
      const one = await reader();
      await one.caughtUp();
      const compute = jest.fn(async () => (await rowsIn(one)).length);
      const count = () => one.handle(promises).cached('count', compute);
      expect([await count(), await count()]).toEqual([0, 0]);

      // Neither read model wants to know of this.
      const event = {
        eventId: 'some',
        type: 'SomethingElse',
        data: {},
        effectiveAt: '2026-01-05T09:00:00.000Z',
      };
      const metadata = { commandId: '', commandHash: '', personId: '', partyId: '' };
      const other = await store.append('other-1', [event as never], 'no-stream', metadata);
      await one.handle(promises).waitFor(other.position, 5_000);
      expect(await count()).toBe(0);
      expect(compute).toHaveBeenCalledTimes(1);

      const { position } = await appendPromise(store, 1);
      await one.handle(promises).waitFor(position, 5_000);
      expect(await count()).toBe(1);

      await engine.rebuild('promises');
      await until(async () => (await count(), compute.mock.calls.length === 3));
    });

    it('does not notice that new tables take the place of the old ones', async () => {
      await appendPromises(store, 1, 300);
      const engine = await projector();
      const one = await reader();
      await one.caughtUp();
      let isDone = false;
      const asking = Array.from({ length: 4 }, async () => {
        const counts = new Set<number>();
        while (!isDone) counts.add((await rowsIn(one)).length);
        return [...counts];
      });
      for (let times = 0; times < 4; times++) await engine.rebuild('promises');
      isDone = true;
      expect(await Promise.all(asking)).toEqual([[300], [300], [300], [300]]);
    });

    it('lets go of those who wait when it stops', async () => {
      const one = await reader();
      const { position } = await appendPromise(store, 1);
      const refused = expect(one.handle(promises).waitFor(position, 60_000)).rejects.toThrow(ReadModelBehind);
      const caughtUp = one.caughtUp();
      await one.stop();
      await refused;
      await caughtUp;
    });

    it('refuses two read models of one name', async () => {
      await expect(reader({ readModels: [promises, promises] })).rejects.toThrow('promises');
    });
  });
}

/** On one connection there is nothing beside a query. */
function besideLongQueries(): void {
  describe('a reader', () => {
    it('is not in the way of new tables with a query that takes long', async () => {
      await appendPromises(store, 1, 5);
      const engine = await projector();
      const one = await reader();
      await one.caughtUp();
      await read.kysely.transaction().execute(async (transaction) => {
        const count = sql<{ n: number }>`select count(*)::int as n from promises.promise`;
        await count.execute(transaction);
        await engine.rebuild('promises');
        const { position } = await appendPromise(store, 6);
        await one.handle(promises).waitFor(position, 10_000);
        expect((await count.execute(transaction)).rows).toEqual([{ n: 6 }]);
      });
    });
  });
}

function versions(): void {
  describe('a reader of another version than the tables', () => {
    beforeEach(async () => {
      await appendPromises(store, 1, 3);
      const engine = await projector();
      await engine.caughtUp();
      await engine.stop();
    });

    it('waits for tables of a form that it knows, while one of the old version is served', async () => {
      const [old, young] = [await reader(), await reader({ readModels: [wider] })];
      expect(isServing(old)()).toBe(true);
      expect(() => young.handle(wider).tables()).toThrow(ReadModelUnavailable);

      await projector({ readModels: [wider] });
      await until(isServing(young));
      expect(await rowsIn(young)).toHaveLength(3);
      await until(() => statusOf(old)?.serving === 'BUILDING');
    });

    it('is served by tables of the old version as soon as they turn out to have the same form', async () => {
      const raised = { ...promises, version: 2 };
      const young = await reader({ readModels: [raised] });
      expect(() => young.handle(raised).tables()).toThrow(ReadModelUnavailable);
      // Begins the new tables, and feeds nothing.
      await ReadModelEngine.open({ database: written, eventStore: store, readModels: [raised] });
      await until(isServing(young));
      expect(await rowsIn(young)).toHaveLength(3);
      expect(statusOf(young)).toMatchObject({ version: 2, isRebuilding: true });
    });

    it('goes on with newer tables of the same form', async () => {
      const old = await reader();
      const engine = await projector({ readModels: [{ ...promises, version: 2 }] });
      await engine.caughtUp();
      const { position } = await appendPromise(store, 4);
      await old.handle(promises).waitFor(position, 5_000);
      expect(await rowsIn(old)).toHaveLength(4);
    });
  });
}

function failing(): void {
  describe('a projection that fails elsewhere', () => {
    const secret = 'Person 12 lives at the Dam';
    const failing: ReadModel<PromiseTables> = {
      ...promises,
      async project(tables, page) {
        if (page.some(({ data }) => JSON.stringify(data).includes(secret))) throw new TypeError(secret);
        await promises.project(tables, page);
      },
    };

    it('is told to queries and to those who wait, with the event and without what it holds', async () => {
      await projector({ readModels: [failing, streams] });
      const one = await reader();
      await one.caughtUp();
      const { position } = await appendPromise(store, 1, secret);
      await expect(one.handle(promises).waitFor(position, 10_000)).rejects.toMatchObject({
        reason: 'FAILED',
      });
      expect(() => one.handle(promises).tables()).toThrow(ReadModelUnavailable);
      expect(statusOf(one)).toMatchObject({ failure: { eventType: 'PromiseMade', error: 'TypeError' } });
      expect(JSON.stringify(one.status())).not.toContain('Dam');
      await one.handle(streams).waitFor(position, 10_000);
      await one.caughtUp();
    });

    it('is told as well when it never had complete tables', async () => {
      await appendPromise(store, 1, secret);
      await projector({ readModels: [failing] });
      const one = await reader({ readModels: [failing] });
      await one.caughtUp();
      expect(statusOf(one)).toMatchObject({ serving: 'FAILED', failure: { error: 'TypeError' } });
    });
  });
}

function rebuildingOnRequest(): void {
  describe('a rebuild that somebody asked for', () => {
    const began = 'it was asked for';

    it('is begun by whoever keeps the read models up, once', async () => {
      await appendPromises(store, 1, 20);
      const { log, entries } = heard();
      const engine = await projector({ log });
      await engine.caughtUp();
      await Promise.all([requestRebuild(read, 'promises'), requestRebuild(read, 'promises')]);
      const complete = () => entries.filter(({ message }) => message.includes('promises is complete')).length;
      await until(() => complete() === 2);
      expect(entries.filter(({ message }) => message.includes(began))).toHaveLength(1);
      const waiting = sql`select * from intekenboek.rebuild_request`;
      expect((await waiting.execute(read.kysely)).rows).toEqual([]);
    });

    it('waits for an engine, and is done by the first one that starts', async () => {
      await appendPromises(store, 1, 20);
      const first = await projector();
      await first.caughtUp();
      await first.stop();
      await requestRebuild(read, 'promises');
      const { log, entries } = heard();
      await projector({ log });
      await until(() => entries.some(({ message }) => message.includes(began)));
    });

    it('is not forgotten by an engine that ends before it is done, and not begun twice', async () => {
      await appendPromises(store, 1, 20);
      const first = await projector();
      await first.caughtUp();
      await first.stop();
      await requestRebuild(read, 'promises');
      // Begins it and ends, as a process that is killed.
      const begun = await ReadModelEngine.open({ database: written, eventStore: store, readModels: both });
      void begun.rebuild('promises').catch(() => undefined);
      await until(() => statusOf(begun)?.isRebuilding === true);
      await begun.stop();

      const { log, entries } = heard();
      const engine = await projector({ log });
      await engine.caughtUp();
      expect(entries.map(({ message }) => message)).toEqual([
        'Building read model promises: a rebuild was interrupted.',
        'Read model promises is complete and serves.',
      ]);
    });

    it('is refused for a read model that is not there, with the names of those that are', async () => {
      await (await projector()).caughtUp();
      await expect(requestRebuild(read, 'promise')).rejects.toThrow('promises, streams');
    });
  });
}
