import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import { type Instant, type StreamName } from '@intekenboek/event-sourcing-core';
import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { appendingTo, EVENT_TYPE, newData, newMetadata } from './benchmark-event';
import { type EmmettPeer, emmettPeer, type EmmettStore } from './emmett.peer';
import {
  alternate,
  atLeast,
  atMost,
  type Contestant,
  type Figures,
  median,
  medianRatio,
  perSecond,
  progress,
  table,
  whole,
} from './measure';

// Appends a second, acknowledged when they are on the disk, beside emmett-sqlite and the disk itself. In the working
// folder and not in that for temporary files, which may be memory; `npm run bench -- append /other/disk` takes another.

const ROUNDS = 25;
const ROUND_MS = 200;
const BATCH = 100;
const WRITERS = 16;
const PAGE_BYTES = 4_096;
const FLOOR_FILE_BYTES = 16 * 1_048_576;

const OWN = 'this store';
const EMMETT = 'emmett-sqlite';
const FLOOR = 'write + fdatasync';

/** A store that is measured; it remembers how far each stream is. */
interface Subject {
  readonly name: string;
  readonly append: (stream: StreamName, count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Counted {
  events: number;
  transactions: number;
}

async function ownStore(folder: string, counted: Counted): Promise<Subject> {
  const now = () => {
    // The clock is read once for each transaction.
    counted.transactions += 1;
    return new Date().toISOString() as Instant;
  };
  const store = await openSqliteEventStore({ file: join(folder, 'log.sqlite'), clock: { now } });
  const append = appendingTo(store);
  return {
    name: OWN,
    append: async (stream, count) => {
      await append(stream, count);
      counted.events += count;
    },
    close: () => store.close(),
  };
}

function appendToEmmett(store: EmmettStore): Subject['append'] {
  const versions = new Map<string, bigint>();
  return async (stream, count) => {
    const metadata = newMetadata();
    const events = Array.from({ length: count }, () => ({
      type: EVENT_TYPE,
      data: newData(),
      metadata,
    }));
    const expectedStreamVersion = versions.get(stream) ?? 'STREAM_DOES_NOT_EXIST';
    const { nextExpectedStreamVersion } = await store.appendToStream(stream, events, {
      expectedStreamVersion,
    });
    versions.set(stream, nextExpectedStreamVersion);
  };
}

function emmettStore(folder: string, peer: EmmettPeer): Subject {
  const { store, close } = peer.open(join(folder, 'emmett.sqlite'));
  const append = appendToEmmett(store);
  // Side by side on one connection it acknowledges an append before its transaction is committed.
  let last: Promise<void> = Promise.resolve();
  return {
    name: EMMETT,
    append: (stream, count) => (last = last.then(() => append(stream, count))),
    close: async () => close(),
  };
}

/** The least that a durable transaction costs: one page written and flushed, round and round in a file of its own. */
function floorOf(folder: string): Contestant & { readonly close: () => void } {
  const [file, page] = [openSync(join(folder, 'floor'), 'w'), Buffer.alloc(PAGE_BYTES, 1)];
  writeSync(file, Buffer.alloc(FLOOR_FILE_BYTES));
  fdatasyncSync(file);
  let offset = 0;
  const flushPage = () => {
    writeSync(file, page, 0, PAGE_BYTES, offset);
    fdatasyncSync(file);
    offset = (offset + PAGE_BYTES) % FLOOR_FILE_BYTES;
    return 1;
  };
  return { name: FLOOR, run: () => perSecond(ROUND_MS, flushPage), close: () => closeSync(file) };
}

/** Events a second of one writer that appends `count` at a time. */
const oneWriter = ({ name, append }: Subject, count: number): Contestant => ({
  name,
  run: () => perSecond(ROUND_MS, () => append('single-1', count).then(() => count)),
});

/** Events a second of many writers, each on its own stream. */
const manyWriters = ({ name, append }: Subject): Contestant => ({
  name,
  run: async () => {
    const rates = Array.from({ length: WRITERS }, (_, writer) =>
      perSecond(ROUND_MS, () => append(`writer-${writer}`, 1).then(() => 1)),
    );
    return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0);
  },
});

interface Result {
  readonly name: string;
  readonly figures: Figures;
  /** How many events a transaction of this store held. */
  readonly eventsPerTransaction: number;
}

async function measure(folder: string, peer: EmmettPeer | undefined): Promise<readonly Result[]> {
  const counted: Counted = { events: 0, transactions: 0 };
  const own = await ownStore(folder, counted);
  const subjects = [own, ...(peer === undefined ? [] : [emmettStore(folder, peer)])];
  const floor = floorOf(folder);
  progress('warming up: the journals grow to their size …');
  for (const { append } of subjects) for (let n = 0; n < 100; n += 1) await append('warm-up', BATCH);

  const results: Result[] = [];
  const ways: readonly [string, (subject: Subject) => Contestant][] = [
    ['one writer, 1 event', (subject) => oneWriter(subject, 1)],
    [`one writer, ${BATCH} events`, (subject) => oneWriter(subject, BATCH)],
    [`${WRITERS} writers, 1 event`, manyWriters],
  ];
  for (const [name, contestantOf] of ways) {
    const before = { ...counted };
    const figures = await alternate(name, [...subjects.map(contestantOf), floor], ROUNDS);
    const eventsPerTransaction =
      (counted.events - before.events) / (counted.transactions - before.transactions);
    results.push({ name, figures, eventsPerTransaction });
  }
  for (const { close } of subjects) await close();
  floor.close();
  return results;
}

const of = (figures: Figures, name: string): readonly number[] => figures.get(name) ?? [];

function besideEmmett(results: readonly Result[]): string {
  const rows = results.map(({ name, figures }) => {
    const [own, theirs] = [of(figures, OWN), of(figures, EMMETT)];
    return [name, whole(median(own)), whole(median(theirs)), atLeast(medianRatio(own, theirs), 2)];
  });
  return table([['events a second', OWN, EMMETT, 'ratio'], ...rows]);
}

function besideFloor(results: readonly Result[]): string {
  const rows = results.map(({ name, figures, eventsPerTransaction }) => {
    const own = of(figures, OWN).map((rate) => rate / eventsPerTransaction);
    const floor = of(figures, FLOOR);
    return [
      name,
      whole(eventsPerTransaction),
      whole(median(own)),
      whole(median(floor)),
      atMost(medianRatio(floor, own), 2),
    ];
  });
  return table([['transactions a second', 'events each', OWN, FLOOR, 'floor ÷ store'], ...rows]);
}

/** As documented, emmett-sqlite opens a connection for each append; how many of 160 does it take from 16 writers? */
async function takenAtOnce(folder: string, peer: EmmettPeer): Promise<number> {
  const append = appendToEmmett(peer.openAsDocumented(join(folder, 'documented.sqlite')));
  let taken = 0;
  const attempts = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let n = 0; n < 10; n += 1) {
      await append(`writer-${writer}`, 1).then(
        () => (taken += 1),
        () => undefined,
      );
    }
  });
  await Promise.race([Promise.all(attempts), new Promise((resolve) => setTimeout(resolve, 10_000))]);
  return taken;
}

/** emmett-sqlite prints the errors that it throws, and lets some escape to where only the process can catch them. */
async function quietly<T>(task: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => undefined;
  process.on('uncaughtException', () => undefined);
  try {
    return await task();
  } finally {
    console.log = log;
    process.removeAllListeners('uncaughtException');
  }
}

async function bench(folder: string): Promise<void> {
  const peer = await emmettPeer().catch((error: unknown) => String(error));
  const start = performance.now();
  const results = await measure(folder, typeof peer === 'string' ? undefined : peer);

  const how = `${ROUNDS} rounds of ${ROUND_MS} ms in turn, medians, Node ${process.version}`;
  console.log(`\nAppends, acknowledged when they are on the disk (${how}).\n`);
  if (typeof peer === 'string')
    console.log(`  Not compared with emmett-sqlite, which is not here. ${peer}\n`);
  else {
    const taken = await quietly(() => takenAtOnce(folder, peer));
    console.log(`${besideEmmett(results)}

  emmett-sqlite 0.42.4 has one shared connection here, its fastest way, and takes the ${WRITERS} writers in turn: side by
  side it acknowledges what it has not committed. As documented, with a connection for each append, it took
  ${taken} of ${10 * WRITERS} appends of ${WRITERS} writers. It keeps no event id unique, so a repeated send is stored twice.\n`);
  }
  console.log(`${besideFloor(results)}

  The floor is one page of ${PAGE_BYTES} bytes, written and flushed: where it is slow, the disk decides and every store is
  as fast. A transaction of many events writes many pages.

  ${Math.round((performance.now() - start) / 1_000)} s\n`);
}

async function main(): Promise<void> {
  const parent = process.argv[2] ?? join(__dirname, '../../../data/bench');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'append-'));
  try {
    await bench(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // An append that emmett-sqlite never answered must not keep this process.
  process.exit(0);
}

void main();
