import {
  type CompareOptions,
  type EventImport,
  type EventStore,
  FEED_START,
  instant,
  keptByMove,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import { feedAfter, type ImportingStore, newEvent, newMetadata } from '@intekenboek/event-sourcing-testing';

/** An append to one of a few streams; the stream is made when it has nothing yet. */
export interface Written {
  readonly stream: number;
  readonly events: number;
}

export const streamNumbered = (stream: number): StreamName => `logbook-${stream}`;

/** Appends in turn, as processes would have done. */
export async function write(store: EventStore, appends: readonly Written[]): Promise<void> {
  for (const { stream, events } of appends) {
    const name = streamNumbered(stream);
    const { revision } = await store.readStream(name, Number.MAX_SAFE_INTEGER);
    const batch = Array.from({ length: events }, (_, n) => newEvent(n, { n, stream }));
    await store.append(name, batch, revision, newMetadata());
  }
}

/** `count` events in `streams` streams, in appends of one to three. */
export const writtenEvents = (count: number, streams: number): readonly Written[] =>
  Array.from({ length: Math.ceil(count / 2) }, (_, n) => ({
    stream: (n * 7) % streams,
    events: 1 + ((n * 5) % 3),
  }));

/** All of a log that a move keeps. */
export const logOf = async (store: EventStore) => (await feedAfter(store, FEED_START, 1_000)).map(keptByMove);

/** A clock on which every look takes ten milliseconds. */
export function tickingClock(): CompareOptions['clock'] {
  let looks = 0;
  return { now: () => instant(new Date(Date.UTC(2026, 0, 1) + 10 * looks++).toISOString()) };
}

export class Killed extends Error {}

/** Where the process that moves the log dies: at which page, and how much of it reached the target. */
export interface Death {
  readonly page: number;
  readonly arrived: 'nothing' | 'half' | 'all';
}

/** The target as a process sees it that dies: nothing comes after that page. */
export function dyingBy({ page: last, arrived }: Death, store: ImportingStore): ImportingStore {
  let pages = 0;
  return importingThrough(store, async (page) => {
    if (pages++ < last) return store.importEvents(page);
    const share = { nothing: 0, half: 0.5, all: 1 }[arrived];
    await store.importEvents(page.slice(0, Math.ceil(page.length * share)));
    throw new Killed();
  });
}

/** The same store, with something between it and what is imported. */
export const importingThrough = (
  store: ImportingStore,
  importEvents: EventImport['importEvents'],
): ImportingStore => ({
  importEvents,
  logId: () => store.logId(),
  readStream: (stream, from) => store.readStream(stream, from),
  readAll: (after, limit) => store.readAll(after, limit),
  readAt: (position) => store.readAt(position),
  follow: (after, signal) => store.follow(after, signal),
  head: () => store.head(),
  close: () => store.close(),
  append: (stream, events, expected, metadata) => store.append(stream, events, expected, metadata),
});
