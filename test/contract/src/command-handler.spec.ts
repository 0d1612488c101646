import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import {
  calendarDate,
  eventIdOf,
  type EventStore,
  FEED_START,
  type HandleCommand,
  instant,
} from '@intekenboek/event-sourcing-core';
import { partyNamed, personNamed, someone, StoppedClock } from '@intekenboek/event-sourcing-testing';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  type CountHomes,
  countHomes,
  racedStore,
  sheetHandler,
  sheetStream,
  whichever,
} from './sheet.fixtures';

const folder = mkdtempSync(join(tmpdir(), 'intekenboek-handler-'));

const stores: Readonly<Record<string, () => Promise<EventStore>>> = {
  memory: async () => new InMemoryEventStore(),
  sqlite: () => openSqliteEventStore({ file: join(folder, 'log.sqlite'), clock: new StoppedClock() }),
};

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(Object.keys(stores))('a command handler on %s', (name) => {
  let store: EventStore;
  let handle: HandleCommand<CountHomes>;
  const eventsOf = async (sheetId: string) => (await store.readStream(sheetStream(sheetId))).events;

  beforeAll(async () => {
    store = await stores[name]!();
  });
  beforeEach(() => {
    handle = sheetHandler(store);
  });
  afterAll(() => store.close());

  describe('handling a command', () => {
    it('appends what was decided, with who caused it and when it happened', async () => {
      const sheetId = randomUUID();
      const actor = someone({ personId: personNamed('Fatma'), partyId: partyNamed('De Alliantie') });
      const effectiveAt = instant('2026-01-15T10:00:00Z');
      const command = countHomes(sheetId, 60, { actor, effectiveAt });
      const receipt = await handle(command);

      const { commandId } = command.meta;
      const metadata = {
        commandId,
        commandHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        personId: personNamed('Fatma'),
        partyId: partyNamed('De Alliantie'),
      };
      const events = await eventsOf(sheetId);
      expect(events).toMatchObject([
        { eventId: eventIdOf(commandId, 0), type: 'HomesCounted', data: { homes: 60, total: 60 } },
        { eventId: eventIdOf(commandId, 1), type: 'HalfReached', data: { total: 60 } },
      ]);
      expect(events.every((event) => event.effectiveAt === effectiveAt)).toBe(true);
      expect(events.map((event) => event.metadata)).toEqual([metadata, metadata]);
      const { position } = events[1]!;
      expect(receipt).toEqual({ stream: sheetStream(sheetId), revision: 1, position, isUnchanged: false });
    });

    it('decides on what was appended before, by this process or another', async () => {
      const sheetId = randomUUID();
      await handle(countHomes(sheetId, 10));
      await sheetHandler(store)(countHomes(sheetId, 20));
      await handle(countHomes(sheetId, 5));
      expect((await eventsOf(sheetId)).map(({ data }) => data)).toMatchObject([
        { total: 10 },
        { total: 30 },
        { total: 35 },
      ]);
    });

    it('appends nothing when a rule says no', async () => {
      const sheetId = randomUUID();
      await expect(handle(countHomes(sheetId, 101))).rejects.toMatchObject({ code: 'SHEET_FULL' });
      expect(await eventsOf(sheetId)).toEqual([]);
    });

    it('appends nothing when there is nothing to do, and says where the stream is', async () => {
      const sheetId = randomUUID();
      const stream = sheetStream(sheetId);
      expect(await handle(countHomes(sheetId, 0))).toEqual({
        stream,
        revision: 'no-stream',
        position: FEED_START,
        isUnchanged: true,
      });
      const { position } = await handle(countHomes(sheetId, 1));
      expect(await handle(countHomes(sheetId, 0))).toEqual({
        stream,
        revision: 0,
        position,
        isUnchanged: true,
      });
      expect(await eventsOf(sheetId)).toHaveLength(1);
    });

    it('keeps twenty commands of one sheet at once in turn', async () => {
      const sheetId = randomUUID();
      await Promise.all(Array.from({ length: 20 }, () => handle(countHomes(sheetId, 2))));
      const totals = (await eventsOf(sheetId)).map(({ data }) => (data as { total: number }).total);
      expect(totals).toEqual(Array.from({ length: 20 }, (_, n) => (n + 1) * 2));
    });
  });

  describe('a command that is sent again', () => {
    it('has one effect and gets the first receipt, marked as unchanged', async () => {
      const sheetId = randomUUID();
      const command = countHomes(sheetId, 60);
      const first = await handle(command);
      await handle(countHomes(sheetId, 1));
      expect(await handle(command)).toEqual({ ...first, isUnchanged: true });
      expect(await eventsOf(sheetId)).toHaveLength(3);
    });

    it('has one effect after a restart', async () => {
      const sheetId = randomUUID();
      const command = countHomes(sheetId, 3);
      const first = await handle(command);
      expect(await sheetHandler(store)(command)).toEqual({ ...first, isUnchanged: true });
      expect(await eventsOf(sheetId)).toHaveLength(1);
    });

    it('has one effect when it comes ten times at once', async () => {
      const sheetId = randomUUID();
      const command = countHomes(sheetId, 3);
      const receipts = await Promise.all(Array.from({ length: 10 }, () => handle(command)));
      expect(receipts.filter(({ isUnchanged }) => !isUnchanged)).toHaveLength(1);
      expect(await eventsOf(sheetId)).toHaveLength(1);
    });

    it('has one effect when two processes get it at once, each at its own moment', async () => {
      const sheetId = randomUUID();
      const [early, late] = ['2026-02-02T09:00:00Z', '2026-02-02T09:00:01Z'].map(instant);
      const command = countHomes(sheetId, 3, { at: early!, effectiveAt: early! });
      const again = { ...command, meta: { ...command.meta, at: late!, effectiveAt: late! } };
      const { eventStore } = racedStore(store, 1, () => sheetHandler(store)(command));
      expect(await sheetHandler(eventStore)(again)).toMatchObject({ revision: 0, isUnchanged: true });
      expect(await eventsOf(sheetId)).toHaveLength(1);
    });

    it('may still be accepted after it was refused', async () => {
      const [sheetId, other] = [randomUUID(), randomUUID()];
      const command = countHomes(sheetId, 101);
      await expect(handle(command)).rejects.toMatchObject({ code: 'SHEET_FULL' });
      const smaller = countHomes(other, 5, { commandId: command.meta.commandId });
      expect(await handle(smaller)).toMatchObject({ isUnchanged: false });
    });
  });

  describe('a command id that was used before', () => {
    const reused = { code: 'COMMAND_ID_REUSED' };

    it('is refused with another content', async () => {
      const sheetId = randomUUID();
      const { meta } = countHomes(sheetId, 3);
      await handle(countHomes(sheetId, 3, meta));
      const other = countHomes(sheetId, 4, meta);
      await expect(handle(other)).rejects.toMatchObject({
        ...reused,
        details: { commandId: meta.commandId },
      });
      expect(await eventsOf(sheetId)).toHaveLength(1);
    });

    it('is refused in another stream', async () => {
      const [sheetId, otherId] = [randomUUID(), randomUUID()];
      const { meta } = countHomes(sheetId, 3);
      await handle(countHomes(sheetId, 3, meta));
      await expect(handle(countHomes(otherId, 3, meta))).rejects.toMatchObject(reused);
      expect(await eventsOf(otherId)).toEqual([]);
    });

    it.each([
      ['another person', { personId: personNamed('Kees') }],
      ['the same person for another party', { partyId: partyNamed('Woonbond') }],
    ])('is refused from %s', async (_, overrides) => {
      const command = countHomes(randomUUID(), 3);
      await handle(command);
      const meta = { ...command.meta, actor: someone(overrides) };
      await expect(handle({ ...command, meta })).rejects.toMatchObject(reused);
    });

    it('is refused with another effective time, where the sender named one', async () => {
      const command = countHomes(randomUUID(), 3, { effectiveAt: instant('2026-01-15T10:00:00Z') });
      await handle(command);
      const meta = { ...command.meta, effectiveAt: instant('2026-01-16T10:00:00Z') };
      await expect(handle({ ...command, meta })).rejects.toMatchObject(reused);
    });

    it('is the same wish when it only comes later', async () => {
      const command = countHomes(randomUUID(), 3);
      await handle(command);
      const at = instant('2026-03-01T09:00:00Z');
      const meta = { ...command.meta, at, effectiveAt: at, today: calendarDate('2026-03-01') };
      expect(await handle({ ...command, meta })).toMatchObject({ isUnchanged: true });
    });
  });

  describe('a lost race', () => {
    it('is decided again on the newer state', async () => {
      const sheetId = randomUUID();
      const { eventStore, raced } = racedStore(store, 2, () => handle(countHomes(sheetId, 10)));
      const receipt = await sheetHandler(eventStore)(countHomes(sheetId, 1));
      expect(raced.appends).toBe(3);
      expect(receipt).toMatchObject({ revision: 2, isUnchanged: false });
      expect((await eventsOf(sheetId)).at(-1)?.data).toEqual({ homes: 1, total: 21 });
    });

    it('may make a rule say no', async () => {
      const sheetId = randomUUID();
      const { eventStore } = racedStore(store, 1, () => handle(countHomes(sheetId, 100)));
      const refused = sheetHandler(eventStore)(countHomes(sheetId, 1));
      await expect(refused).rejects.toMatchObject({ code: 'SHEET_FULL', details: { total: 100 } });
    });

    it('is given up after three attempts', async () => {
      const sheetId = randomUUID();
      const { eventStore, raced } = racedStore(store, 9, () => handle(countHomes(sheetId, 1)));
      const refused = sheetHandler(eventStore)(countHomes(sheetId, 1));
      await expect(refused).rejects.toMatchObject({ name: 'ConcurrencyConflict' });
      expect(raced.appends).toBe(3);
      expect(await eventsOf(sheetId)).toHaveLength(3);
    });
  });

  describe('what comes with a command', () => {
    it('is refused with an effective time ahead of now', async () => {
      const at = instant('2026-02-02T09:00:00.000Z');
      const ahead = countHomes(randomUUID(), 1, { at, effectiveAt: instant('2026-02-02T09:00:00.001Z') });
      const details = { field: 'effectiveAt', now: at };
      await expect(handle(ahead)).rejects.toMatchObject({ code: 'EFFECTIVE_TIME_AHEAD', details });
    });

    it('is refused with an id that is no UUID', async () => {
      const command = countHomes(randomUUID(), 1, { commandId: '1; DROP TABLE events' });
      await expect(handle(command)).rejects.toMatchObject({ code: 'COMMAND_ID_INVALID' });
    });
  });
});

describe('a server that takes over and lacks the last moments', () => {
  it.each([
    ['nothing was recorded since', 0],
    ['as much was recorded since', 2],
    ['more was recorded since', 3],
  ])('is what commands are decided on, when %s', async (_, since) => {
    const [before, after, sheetId] = [new InMemoryEventStore(), new InMemoryEventStore(), randomUUID()];
    const serving = { store: before as EventStore };
    const handle = sheetHandler(whichever(serving));
    for (const homes of [10, 4, 4]) await handle(countHomes(sheetId, homes));
    await after.importEvents(await before.readAll(FEED_START, 1));
    const another = sheetHandler(after);
    for (let n = 0; n < since; n += 1) await another(countHomes(sheetId, 7));

    serving.store = after;
    await handle(countHomes(sheetId, 1));
    const { events } = await after.readStream(sheetStream(sheetId));
    expect(events.at(-1)).toMatchObject({ revision: since + 1, data: { homes: 1, total: 11 + since * 7 } });
  });

  it('is what commands are decided on, when what was lost last is sent again and stands where it was', async () => {
    const clock = { now: () => instant('2099-01-01T00:00:00.000Z') };
    const [before, after] = [new InMemoryEventStore(), new InMemoryEventStore(clock)];
    const sheetId = randomUUID();
    const serving = { store: before as EventStore };
    const handle = sheetHandler(whichever(serving));
    const last = countHomes(sheetId, 5);
    for (const command of [countHomes(sheetId, 10), countHomes(sheetId, 20), last]) await handle(command);
    await after.importEvents(await before.readAll(FEED_START, 1));
    const another = sheetHandler(after);
    for (const command of [countHomes(sheetId, 7), last]) await another(command);

    serving.store = after;
    await handle(countHomes(sheetId, 1));
    const { events } = await after.readStream(sheetStream(sheetId));
    expect(events.at(-1)).toMatchObject({ revision: 3, data: { total: 10 + 7 + 5 + 1 } });
  });

  it('takes a command again whose effect was lost', async () => {
    const [before, after, sheetId] = [new InMemoryEventStore(), new InMemoryEventStore(), randomUUID()];
    const serving = { store: before as EventStore };
    const handle = sheetHandler(whichever(serving));
    await handle(countHomes(sheetId, 10));
    const lost = countHomes(sheetId, 4);
    await handle(lost);
    await after.importEvents(await before.readAll(FEED_START, 1));
    serving.store = after;
    expect(await handle(lost)).toMatchObject({ revision: 1, isUnchanged: false });
  });
});
