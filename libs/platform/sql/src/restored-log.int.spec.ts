import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { type EventStore, FEED_START, instant } from '@intekenboek/event-sourcing-core';
import { sql } from 'kysely';

import type { Database } from './database';
import { onEveryDatabase } from './databases.fixtures';
import { pause } from './pause';
import { appendPromises, heard, promises, until } from './promises.fixtures';
import { ReadModelEngine } from './read-model-engine';
import { ReadModelReader } from './read-model-reader';

jest.setTimeout(60_000);

/** Longer than the silence after which the log is asked. */
const SILENCE_MS = 700;
const LATER = instant('2099-01-01T00:00:00.000Z');

/** What a backup brings back: the same log, as it was after its first `events` events. */
async function restored(log: EventStore, events: number): Promise<EventStore> {
  const backup = new InMemoryEventStore({ now: () => LATER });
  await backup.importEvents(await log.readAll(FEED_START, events));
  const logId = await log.logId();
  return Object.assign(backup, { logId: async () => logId });
}

/** One store behind which servers change, and whose followers notice nothing of it. */
function takenOver(serving: { readonly store: EventStore }): EventStore {
  const store: Partial<EventStore> = {
    logId: () => serving.store.logId(),
    head: () => serving.store.head(),
    readAt: (position) => serving.store.readAt(position),
    readAll: (after, limit) => serving.store.readAll(after, limit),
    async *follow(after, signal) {
      while (!signal.aborted) {
        const page = await serving.store.readAll(after, 100);
        if (page.length > 0) return yield page;
        await pause(10, signal);
      }
    },
  };
  return store as EventStore;
}

onEveryDatabase('read models of a log that was restored from a backup', ({ database: current }) => {
  let database: Database;
  let log: InMemoryEventStore;
  beforeAll(() => {
    database = current();
  });
  beforeEach(async () => {
    log = new InMemoryEventStore();
    await appendPromises(log, 1, 5);
    await (await keptUp(log)).stop();
  });
  afterEach(async () => {
    await database.kysely.schema.dropSchema('promises').ifExists().cascade().execute();
    await sql`delete from intekenboek.read_model`.execute(database.kysely);
  });

  async function keptUp(eventStore: EventStore, told = heard()): Promise<ReadModelEngine> {
    const engine = await ReadModelEngine.open({
      ...{ database, eventStore, readModels: [promises], log: told.log },
    });
    engine.start();
    await engine.caughtUp();
    return engine;
  }
  const idsOf = async ({ handle }: Pick<ReadModelReader, 'handle'>) => {
    const rows = await handle(promises).tables().selectFrom('promise').select('promise_id').execute();
    return rows.map(({ promise_id }) => promise_id).sort();
  };
  const idsAfter = async (eventStore: EventStore, told = heard()) => {
    const engine = await keptUp(eventStore, told);
    const ids = await idsOf({ handle: (readModel) => engine.handle(readModel) });
    await engine.stop();
    return ids;
  };
  const named = (...numbers: readonly number[]) => numbers.map((number) => `promise-${number}`);

  it('are built anew when they tell of more than there is', async () => {
    expect(await idsAfter(await restored(log, 12))).toEqual(named(1, 2, 3));
  });

  it.each([
    ['fewer events', 6, 6],
    ['as many events', 6, 7],
    ['more events', 6, 9],
  ])('are built anew when %s were recorded since than were lost', async (_, from, to) => {
    const backup = await restored(log, 12);
    await appendPromises(backup, from, to);
    const told = heard();
    const kept = Array.from({ length: to - from + 1 }, (__, index) => from + index);
    expect(await idsAfter(backup, told)).toEqual(named(1, 2, 3, ...kept));
    expect(told.text()).toContain('it tells of more than the log');
  });

  it('are built anew when what was lost last is sent again, after something else, and stands where it was', async () => {
    const { events } = await log.readStream('promise-5');
    const backup = await restored(log, 12);
    await appendPromises(backup, 6, 6);
    await backup.append('promise-5', events, 'no-stream', events[0]!.metadata);
    expect(await backup.head()).toBe(await log.head());
    expect(await idsAfter(backup)).toEqual(named(1, 2, 3, 5, 6));
  });

  it('go on as they are when an older release went on after a newer one', async () => {
    await sql`update intekenboek.read_model set event_note = '0000000000000004 lost 2026-01-05T09:00:00.000Z'`.execute(
      database.kysely,
    );
    const told = heard();
    expect(await idsAfter(log, told)).toEqual(named(1, 2, 3, 4, 5));
    expect(told.entries).toEqual([]);
  });

  it('go on as they are when nothing was lost', async () => {
    const backup = await restored(log, 20);
    await appendPromises(backup, 6, 6);
    const told = heard();
    expect(await idsAfter(backup, told)).toEqual(named(1, 2, 3, 4, 5, 6));
    expect(told.entries).toEqual([]);
  });

  it('go on as they are when an older release did not note which event they came to', async () => {
    await sql`update intekenboek.read_model set event_note = null`.execute(database.kysely);
    const told = heard();
    expect(await idsAfter(log, told)).toEqual(named(1, 2, 3, 4, 5));
    expect(told.entries).toEqual([]);
  });

  it('are built anew while they are kept up, when another server takes over that lacks the last moments', async () => {
    const serving = { store: log as EventStore };
    const engine = await keptUp(takenOver(serving));
    const backup = await restored(log, 12);
    await pause(SILENCE_MS, new AbortController().signal);
    await appendPromises(backup, 6, 9);
    serving.store = backup;
    const ids = () => idsOf({ handle: (readModel) => engine.handle(readModel) }).catch(() => []);
    await until(async () => (await ids()).join() === named(1, 2, 3, 6, 7, 8, 9).join());
    await engine.stop();
  });

  it('are shown to who reads them as soon as they are built anew', async () => {
    const backup = await restored(log, 12);
    await appendPromises(backup, 6, 8);
    const reader = await ReadModelReader.open({ database, eventStore: backup, readModels: [promises] });
    const engine = await keptUp(backup);
    await reader.caughtUp();
    expect(await idsOf({ handle: (readModel) => reader.handle(readModel) })).toEqual(named(1, 2, 3, 6, 7, 8));
    await reader.stop();
    await engine.stop();
  });
});
