import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { FEED_START } from '@intekenboek/event-sourcing-core';
import { startKurrentDbStandIn } from '@intekenboek/event-sourcing-kurrentdb-testing';
import { describeWithServer, feedAfter, newPostgresDatabase } from '@intekenboek/event-sourcing-testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { logOf, write, writtenEvents } from './move-log.fixtures';
import { type Attempt, moveInProcess, openAt } from './move-process.fixtures';

const EVENTS = 4_000;
const KILLS = 4;

const folder = mkdtempSync(join(tmpdir(), 'intekenboek-move-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Method: a process moves a log in pages of ten and is killed without warning at a random page, four times; the
// fifth may finish. No process knows anything of the one before but the target.
async function expectMoveToOutlastKills(to: string): Promise<void> {
  const from = join(folder, `${to.replace(/\W/g, '-').slice(-40)}-from.sqlite`);
  // In one page, because a flush of the disk for each append is not what is tried here.
  const [written, source] = [new InMemoryEventStore(), await openAt(from)];
  await write(written, writtenEvents(EVENTS, 300));
  await source.importEvents(await feedAfter(written, FEED_START, EVENTS));
  const log = await logOf(source);
  await source.close();

  const attempts: Attempt[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const pagesThere = Math.max(0, ...attempts.map(({ pages }) => pagesCopied(pages)));
    attempts.push(await moveInProcess(from, to, pagesThere + 1 + Math.floor(Math.random() * 50)));
  }
  // On a busy machine a process may be done before the signal to end it comes.
  expect(attempts.filter(({ report }) => report === undefined).length).toBeGreaterThanOrEqual(KILLS / 2);
  const { report, pages } = await moveInProcess(from, to, Infinity);
  expect(pages[0]).toMatch(/^FIND_PLACE /);
  expect(report).toMatchObject({ events: log.length, streams: 300, differing: 0, isOutrun: false });
  const target = await openAt(to);
  expect(await logOf(target)).toEqual(log);
  await target.close();
}

/** How many pages are in the target at least, after an attempt that told of these. */
const pagesCopied = (pages: readonly string[]): number =>
  Math.floor(Math.max(0, ...pages.map((page) => Number(page.split(' ')[1]))) / 10);

describe('a move that is killed again and again', () => {
  it(
    'loses and doubles nothing, into a file',
    () => expectMoveToOutlastKills(join(folder, 'to.sqlite')),
    120_000,
  );

  it('loses and doubles nothing, into KurrentDB', async () => {
    const standIn = await startKurrentDbStandIn();
    try {
      await expectMoveToOutlastKills(standIn.url);
    } finally {
      await standIn.close();
    }
  }, 120_000);
});

describeWithServer('DATABASE_URL', 'a move that is killed again and again', (server) => {
  it('loses and doubles nothing, into PostgreSQL', async () => {
    const database = await newPostgresDatabase(server);
    try {
      await expectMoveToOutlastKills(database.url);
    } finally {
      await database.drop();
    }
  }, 120_000);
});
