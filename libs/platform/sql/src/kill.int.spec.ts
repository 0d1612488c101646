import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import { describeWithServer, newPostgresDatabase } from '@intekenboek/event-sourcing-testing';
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Database } from './database';
import { dumpTables } from './dump-tables';
import { numberAt, numberedEvent, NumberedLog } from './numbered-log.fixtures';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';
import { promises, streams, testFolder } from './promises.fixtures';
import { ReadModelEngine } from './read-model-engine';

jest.setTimeout(120_000);
const folder = testFolder();

/** Where the killed process works: a folder of PGlite, or the address of a database. */
const open = (place: string): Promise<Database> =>
  place.startsWith('postgres:') ? openPostgres({ url: place }) : openPglite({ directory: place });

const ROOT = join(__dirname, '../../../..');

/** Projects in a process of its own and kills it when it reads the log for the `times`-th time. */
async function projectUntilKilled(place: string, size: number, times: number): Promise<void> {
  const hook = join(ROOT, 'tools/swc-register.cjs');
  const script = join(__dirname, 'projecting.process.ts');
  const args = ['-r', hook, '-C', '@intekenboek/source', script, place, String(size)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let reads = 0;
  createInterface(child.stdout).on('line', () => {
    if (++reads === times) child.kill('SIGKILL');
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
}

/** What the tables of a schema must hold when their checkpoint is at event `last`. */
function promisesAt(last: number): Map<string, { words: string; reports: number; isKept: boolean }> {
  const rows = new Map<string, { words: string; reports: number; isKept: boolean }>();
  for (let number = 1; number <= last; number++) {
    const { type, stream, data } = numberedEvent(number) as RecordedEvent & { data: { words: string } };
    const row = rows.get(stream);
    if (type === 'PromiseMade') rows.set(stream, { words: data.words, reports: 0, isKept: false });
    else if (row && type === 'PromiseReported') row.reports += 1;
    else if (row && type === 'PromiseKept') row.isKept = true;
  }
  return rows;
}

/** Looks at what the killed process left behind, before anything is projected. */
async function leftBehind(place: string) {
  const database = await open(place);
  const checkpoints = sql<{ schema_name: string; position: string }>`
    select schema_name, position from intekenboek.read_model where name = 'promises' order by 1`;
  // At one moment: a server may still be ending what the killed process had begun.
  const snapshot = database.kysely.transaction().setIsolationLevel('repeatable read');
  const copies = await snapshot.execute(async (transaction) => {
    const found = [];
    for (const { schema_name, position } of (await checkpoints.execute(transaction)).rows) {
      const dump = (await dumpTables(transaction, schema_name))['promise'] ?? [];
      const rows = dump.map((row) => JSON.parse(row) as Record<string, unknown>);
      found.push({ last: numberAt(position), found: rows });
    }
    return found;
  });
  await database.close();
  return copies;
}

/** Answers how far the copies tell, after comparing every row with what it must be there. */
async function requireAgreement(place: string): Promise<number> {
  let furthest = 0;
  for (const { last, found } of await leftBehind(place)) {
    furthest = Math.max(furthest, last);
    const expected = promisesAt(last);
    expect(found).toHaveLength(expected.size);
    for (const row of found) {
      const { words, reports, isKept } = expected.get(String(row['promise_id']))!;
      expect({ ...row, isKept: row['kept_at'] !== null }).toMatchObject({ words, reports, isKept });
    }
  }
  return furthest;
}

describe('read models of a process that was killed', () => {
  it('agree with their checkpoints, and go on from there', () => killAgainAndAgain(folder()));
});

describeWithServer('DATABASE_URL', 'read models on a server, of a process that was killed', (address) => {
  it('agree with their checkpoints, and go on from there', async () => {
    const server = await newPostgresDatabase(address);
    try {
      await killAgainAndAgain(server.url);
    } finally {
      await server.drop();
    }
  });
});

// In the middle of building, of going over to serve, and of keeping up with one event at a time.
const KILLS: readonly (readonly [size: number, reads: number])[] = [
  [40_000, 3],
  [40_000, 7],
  [40_000, 30],
  [60_000, 90],
];

async function killAgainAndAgain(place: string): Promise<void> {
  let reached = 0;
  for (const [size, reads] of KILLS) {
    await projectUntilKilled(place, size, reads);
    reached = await requireAgreement(place);
  }
  expect(reached).toBeGreaterThan(40_000);

  const database = await open(place);
  const eventStore = new NumberedLog(70_000);
  const engine = await ReadModelEngine.open({ database, eventStore, readModels: [promises, streams] });
  engine.start();
  await engine.caughtUp();
  await engine.stop();
  await database.close();
  expect(await requireAgreement(place)).toBeGreaterThanOrEqual(70_000);
}
