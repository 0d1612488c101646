import { openSqliteEventStore, type SqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import { FEED_START, type Instant, type StreamName } from '@intekenboek/event-sourcing-core';
import { openPglite, ReadModelEngine, type ReadModelEngineOptions } from '@intekenboek/platform-sql';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { agreementLog, type Step } from './agreement-log';
import { atLeast, progress, table, whole } from './measure';
import { productReadModels } from '@intekenboek/product-composition';

// How fast all read models are built from the log, at two sizes: a cost that grows with the log shows as a rate that
// falls. The floor is what nobody can do without: reading the log and parsing its JSON.

const SIZES = [100_000, 1_000_000];
const GOAL_PER_SECOND = 50_000;
const PAGE = 5_000;
const APPENDS_AT_ONCE = 500;

interface Outcome {
  readonly events: number;
  readonly written: number;
  readonly floor: number;
  readonly rebuilt: number;
  /** Of all threads, in microseconds an event. */
  readonly cpu: number;
}

/** Writes logs of `sizes` events and builds the read models from each. */
export async function rebuildBench(
  readModels: ReadModelEngineOptions['readModels'],
  makeEvents: (events: number) => Iterable<Step>,
  sizes: readonly number[] = SIZES,
): Promise<readonly Outcome[]> {
  const parent = join(__dirname, '../../../data/bench');
  mkdirSync(parent, { recursive: true });
  const outcomes: Outcome[] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(parent, 'rebuild-'));
    try {
      outcomes.push(await measure(folder, size, readModels, makeEvents));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return outcomes;
}

async function measure(
  folder: string,
  size: number,
  readModels: ReadModelEngineOptions['readModels'],
  makeEvents: (events: number) => Iterable<Step>,
): Promise<Outcome> {
  const clock = { now: () => '2026-01-05T09:00:00.000Z' as Instant };
  const store = await openSqliteEventStore({ file: join(folder, 'log.sqlite'), clock });
  progress(`${whole(size)} events: writing the log`);
  const written = await secondsOf(() => writeLog(store, makeEvents(size)));
  progress(`${whole(size)} events: reading it`);
  const floor = await secondsOf(() => readLog(store));
  const database = await openPglite({ directory: join(folder, 'read-models') });
  const engine = await ReadModelEngine.open({
    ...{ database, eventStore: store, readModels },
    onProgress: ({ readModel, eventsDone }) =>
      progress(`${readModel}: ${whole(eventsDone)} of ${whole(size)}`),
  });
  const before = process.cpuUsage();
  const rebuilt = await secondsOf(async () => {
    engine.start();
    await engine.caughtUp();
  });
  const { user, system } = process.cpuUsage(before);
  const failed = engine.status().find(({ serving }) => serving !== 'SERVING');
  if (failed !== undefined) throw new Error(`${failed.name}: ${JSON.stringify(failed.failure)}`);
  await engine.stop();
  await database.close();
  await store.close();
  return { events: size, written, floor, rebuilt, cpu: (user + system) / size };
}

async function writeLog(store: SqliteEventStore, steps: Iterable<Step>): Promise<void> {
  const revisions = new Map<StreamName, number>();
  let waiting: Promise<unknown>[] = [];
  for (const { stream, events, metadata } of steps) {
    const last = revisions.get(stream);
    waiting.push(store.append(stream, events, last ?? 'no-stream', metadata));
    revisions.set(stream, (last ?? -1) + events.length);
    if (waiting.length < APPENDS_AT_ONCE) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
}

async function readLog(store: SqliteEventStore): Promise<void> {
  let position = FEED_START;
  for (;;) {
    const page = await store.readAll(position, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    position = last.position;
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

async function main(): Promise<void> {
  const sizes = process.argv.slice(2).map(Number);
  const outcomes = await rebuildBench(
    Object.values(productReadModels),
    agreementLog,
    sizes.length > 0 ? sizes : SIZES,
  );
  progress('');
  const rate = ({ events, rebuilt }: Outcome) => events / rebuilt;
  console.log(`\nBuilding all read models of the product from the log. Node ${process.version}.\n`);
  const header = [
    'events',
    'log written',
    'read only',
    'rebuilt',
    'floor ÷ rebuild',
    'CPU an event',
    'seconds',
  ];
  const rows = outcomes.map((outcome) => [
    whole(outcome.events),
    `${whole(outcome.events / outcome.written)}/s`,
    `${whole(outcome.events / outcome.floor)}/s`,
    `${whole(rate(outcome))}/s`,
    `${(outcome.rebuilt / outcome.floor).toFixed(1)} ×`,
    `${outcome.cpu.toFixed(0)} µs`,
    outcome.rebuilt.toFixed(1),
  ]);
  console.log(table([header, ...rows]));
  const [small, large] = [outcomes[0], outcomes.at(-1)];
  if (small === undefined || large === undefined) return;
  console.log(
    `\n  Goal: ${whole(GOAL_PER_SECOND)} events a second: ${atLeast(rate(large) / GOAL_PER_SECOND, 1)}`,
  );
  if (small === large) return;
  const growth = rate(small) / rate(large);
  console.log(
    `  An event costs ${growth.toFixed(2)} × as much in a log ${large.events / small.events} × as long.\n`,
  );
}

if (require.main === module) void main();
