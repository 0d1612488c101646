import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  type EventStore,
  type FeedPosition,
  KeyedQueue,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import { startKurrentDbStandIn } from '@intekenboek/event-sourcing-kurrentdb-testing';
import { createMetrics } from '@intekenboek/platform-telemetry';
import {
  foundationOn,
  type Ground,
  keepReadModels,
  openGround,
  openReader,
  readSettings,
} from '@intekenboek/product-composition';
import { Installation } from '@intekenboek/product-testing';

import { agreementLog, type Step } from './agreement-log';
import { median, progress, table, whole } from './measure';
import type { Measured, StoreBench, StorePart } from './store-part';

// How long it takes until everybody can read what was recorded, while 500 events a second come in: from the moment
// that an append is acknowledged to the moment that the last of all read models tells of it.

const EVENTS_PER_SECOND = 500;
const WARM_UP_SECONDS = 5;
const SECONDS = 20;
const TICK_MS = 10;
const READABLE_WITHIN_MS = 60_000;

/** An installation of one tier, with read models that are kept up. */
interface Tier {
  readonly name: string;
  readonly eventStore: EventStore;
  readonly handles: ReturnType<typeof foundationOn>['handles'];
  close(): Promise<void>;
}

interface Latency {
  readonly name: string;
  /** Events a second that were really acknowledged. */
  readonly rate: number;
  /** Milliseconds, one for each append. */
  readonly readableAfter: readonly number[];
}

/** Appends at the pace and measures. */
async function measureLatency({ name, eventStore, handles }: Tier): Promise<Latency> {
  const readableAfter: number[] = [];
  const revisions = new Map<StreamName, number>();
  const streams = new KeyedQueue();
  const startedAt = performance.now();
  const measuredFrom = startedAt + WARM_UP_SECONDS * 1_000;
  let measuredEvents = 0;

  const append = ({ stream, events, metadata }: Step) =>
    streams.run(stream, async () => {
      const last = revisions.get(stream);
      const { position } = await eventStore.append(stream, events, last ?? 'no-stream', metadata);
      revisions.set(stream, (last ?? -1) + events.length);
      const acknowledgedAt = performance.now();
      if (acknowledgedAt >= measuredFrom) measuredEvents += events.length;
      void readable(position, acknowledgedAt);
    });
  const reading: Promise<void>[] = [];
  const readable = (position: FeedPosition, acknowledgedAt: number) => {
    const all = handles.map((handle) => handle.waitFor(position, READABLE_WITHIN_MS));
    const seen = Promise.all(all).then(() => {
      if (acknowledgedAt >= measuredFrom) readableAfter.push(performance.now() - acknowledgedAt);
    });
    reading.push(seen);
  };

  const appends = await paced(agreementLog((WARM_UP_SECONDS + SECONDS) * EVENTS_PER_SECOND), append);
  await Promise.all(appends);
  const seconds = (performance.now() - measuredFrom) / 1_000;
  await Promise.all(reading);
  return { name, rate: measuredEvents / seconds, readableAfter };
}

/** Begins so many events a second, whatever becomes of those before: who is slow is not spared. */
async function paced(
  steps: Iterable<Step>,
  append: (step: Step) => Promise<void>,
): Promise<readonly Promise<void>[]> {
  const startedAt = performance.now();
  const appends: Promise<void>[] = [];
  let begun = 0;
  for (const step of steps) {
    while ((begun * 1_000) / EVENTS_PER_SECOND > performance.now() - startedAt) {
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
    begun += step.events.length;
    appends.push(append(step));
  }
  return appends;
}

/** Event to readable, per tier that can be had here, one after another. */
export const latencyOfTiers: StorePart = async (bench) => {
  const latencies: Latency[] = [];
  for (const open of [
    embeddedTier,
    () => serverTier('PostgreSQL, projector apart', bench),
    () => kurrentDbTier(bench),
  ]) {
    const tier = await open();
    progress(`${tier.name}: ${EVENTS_PER_SECOND} events a second`);
    try {
      latencies.push(await measureLatency(tier));
    } finally {
      await tier.close();
    }
  }
  return printed(latencies);
};

function printed(latencies: readonly Latency[]): readonly Measured[] {
  progress('');
  const figures = latencies.map(({ name, rate, readableAfter }) => {
    const sorted = [...readableAfter].sort((a, b) => a - b);
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? NaN;
    return { tier: name, eventsPerSecond: rate, p50Ms: median(sorted), p99Ms: p99, appends: sorted.length };
  });
  console.log(
    `\nFrom acknowledged to readable in all read models, at ${EVENTS_PER_SECOND} events a second for ${SECONDS} s:\n`,
  );
  const rows = figures.map(({ tier, eventsPerSecond, p50Ms, p99Ms, appends }) => [
    tier,
    whole(eventsPerSecond),
    `${p50Ms.toFixed(1)} ms`,
    `${p99Ms.toFixed(1)} ms`,
    whole(appends),
  ]);
  console.log(table([['tier', 'events/s', 'p50', 'p99', 'appends'], ...rows]));
  return figures;
}

/** SQLite and PGlite in this process. */
async function embeddedTier(): Promise<Tier> {
  const folder = mkdtempSync(join(tmpdir(), 'intekenboek-latency-'));
  const ground = await groundOf({}, folder);
  const kept = await keepReadModels(ground, {});
  const close = async () => {
    await kept.readModels.stop();
    await ground.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { name: 'embedded, one process', ...foundationOn(ground, kept.readModels), close };
}

/** Log and read models on servers; the projector is a process of its own. */
async function serverTier(
  name: string,
  bench: StoreBench,
  more: Readonly<Record<string, string>> = {},
): Promise<Tier> {
  const env = { ...more, DATABASE_URL: await bench.newDatabase() };
  const services = await Installation.of(env, ['projector']);
  await services.start();
  const ground = await groundOf(env, services.folder);
  const reader = await openReader(ground);
  const close = async () => {
    await reader.stop();
    await ground.close();
    await services.remove();
  };
  return { name, ...foundationOn(ground, reader), close };
}

/** KurrentDB where KURRENTDB_URL names one; otherwise what stands in for it, whose speed says nothing of the real one. */
async function kurrentDbTier(bench: StoreBench): Promise<Tier> {
  const url = process.env['KURRENTDB_URL'];
  if (url) return serverTier('KurrentDB and PostgreSQL, projector apart', bench, { KURRENTDB_URL: url });
  const standIn = await startKurrentDbStandIn();
  const name = 'stand-in for KurrentDB, PostgreSQL, projector apart';
  const tier = await serverTier(name, bench, { KURRENTDB_URL: standIn.url });
  const close = async () => {
    await tier.close();
    await standIn.stop();
  };
  return { ...tier, close };
}

const groundOf = (env: Readonly<Record<string, string>>, folder: string): Promise<Ground> =>
  openGround(readSettings(env, folder), {
    log: () => undefined,
    metrics: createMetrics({ service: 'bench', version: '0', ofProcess: false }),
    reach: (_setting, open) => open(),
  });
