import { openKurrentDbEventStore } from '@intekenboek/event-sourcing-adapter-kurrentdb';
import { openPostgresEventStore } from '@intekenboek/event-sourcing-adapter-postgres';
import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import {
  type EventStore,
  FEED_START,
  type FeedPosition,
  instant,
  type MoveReport,
  moveLog,
} from '@intekenboek/event-sourcing-core';
import { startKurrentDbStandIn } from '@intekenboek/event-sourcing-kurrentdb-testing';
import {
  describeWithServer,
  feedAfter,
  type ImportingStore,
  newEvent,
  newMetadata,
  newPostgresDatabase,
} from '@intekenboek/event-sourcing-testing';
import { readModelGate } from '@intekenboek/product-composition';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { logOf, write, writtenEvents } from './move-log.fixtures';
import { wallClock } from './move-process.fixtures';
import { countHomes, sheetHandler } from './sheet.fixtures';

/** What an engine may trip over: text of any script, odd numbers, old and large events. */
async function writeOddEvents(store: EventStore): Promise<void> {
  const data = [
    { name: 'Súdwest-Fryslân 🏘️ «דירה» \u0000 \u2028 \ud800' },
    { large: 900_000_000_000, share: 0.1 + 0.2, negative: -7, tiny: 5e-324 },
    { none: null, lists: [[], [[{}]], [null, true]], '': 'no name' },
    { text: 'é'.repeat(450_000) },
  ].map((odd, n) => ({ ...newEvent(n, odd), effectiveAt: instant('1901-06-22T00:00:00.001Z') }));
  await store.append('odd-one', data, 'no-stream', newMetadata());
}

/** One store of every tier, all empty but the first. */
async function tiers(server: string) {
  const folder = mkdtempSync(join(tmpdir(), 'intekenboek-tiers-'));
  const database = await newPostgresDatabase(server);
  const standIn = await startKurrentDbStandIn();
  const inFile = (name: string) => openSqliteEventStore({ file: join(folder, name), clock: wallClock });
  const stores: Readonly<Record<string, ImportingStore>> = {
    'a file': await inFile('first.sqlite'),
    PostgreSQL: await openPostgresEventStore({ url: database.url, clock: wallClock }),
    KurrentDB: await openKurrentDbEventStore({ url: standIn.url }),
    'a file again': await inFile('last.sqlite'),
  };
  const close = async () => {
    for (const store of Object.values(stores)) await store.close();
    await standIn.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  };
  return { stores, close };
}

describeWithServer('DATABASE_URL', 'a log that is moved from tier to tier', (server) => {
  const command = countHomes('moved', 60);
  const reports: MoveReport[] = [];
  const heads: FeedPosition[] = [];
  let all: Awaited<ReturnType<typeof tiers>>;
  let log: Awaited<ReturnType<typeof logOf>>;
  const storeOf = (tier: string): ImportingStore => all.stores[tier]!;

  beforeAll(async () => {
    all = await tiers(server);
    const [first, ...others] = Object.values(all.stores);
    await sheetHandler(first!)(command);
    await writeOddEvents(first!);
    await write(first!, writtenEvents(600, 40));
    log = await logOf(first!);
    heads.push(await first!.head());
    let from = first!;
    for (const to of others) {
      reports.push(await moveLog({ from, to, clock: wallClock, pageEvents: 100 }));
      heads.push(await to.head());
      from = to;
    }
  }, 120_000);
  afterAll(() => all.close());

  const moved = ['PostgreSQL', 'KurrentDB', 'a file again'];

  it('has one hash everywhere', () => {
    const [{ hash } = { hash: '' }] = reports;
    expect(reports).toEqual(
      reports.map(() => expect.objectContaining({ hash, events: log.length, streams: 42, differences: [] })),
    );
    expect(reports).toHaveLength(moved.length);
  });

  it.each(moved)('is event for event the same in %s', async (tier) => {
    expect(await logOf(storeOf(tier))).toEqual(log);
  });

  it.each(moved)('in %s knows a command of before the move, and goes on', async (tier) => {
    const handle = sheetHandler(storeOf(tier));
    expect(await handle(command)).toMatchObject({ revision: 1, isUnchanged: true });
    const { position } = await handle(countHomes('moved', 10));
    expect(await storeOf(tier).head()).toBe(position);
    const moments = (await feedAfter(storeOf(tier), FEED_START)).map(({ recordedAt }) => recordedAt);
    expect(moments).toEqual([...moments].sort());
  });

  it.each(moved.map((tier, n) => [tier, heads, n] as const))(
    'in %s lets nobody wait for a position of the log before it',
    async (tier, _, n) => {
      const gate = readModelGate(storeOf(tier), []);
      await expect(gate.waitFor(heads[n]!, 100)).rejects.toMatchObject({ name: 'PositionUnknown' });
      await gate.waitFor(heads[n + 1]!, 100);
    },
  );
});
