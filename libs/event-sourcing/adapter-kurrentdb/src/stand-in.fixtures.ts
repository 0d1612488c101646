import type {
  EventStore,
  EventToAppend,
  LogEntry,
  StreamName,
  StreamRevision,
} from '@intekenboek/event-sourcing-core';
import {
  type KurrentDbStandIn,
  type StandInOptions,
  startKurrentDbStandIn,
} from '@intekenboek/event-sourcing-kurrentdb-testing';
import { newEvents, newMetadata, newStream } from '@intekenboek/event-sourcing-testing';

import {
  type KurrentDbEventStore,
  type KurrentDbEventStoreOptions,
  openKurrentDbEventStore,
} from './kurrentdb.event-store';

/** Short, so that a test of silence does not take long: three attempts fit in it. */
export const DEADLINE_MS = 3_000;

export interface StoreOnStandIn {
  readonly standIn: KurrentDbStandIn;
  readonly store: KurrentDbEventStore;
  /** What the operator was told. */
  readonly lines: readonly LogEntry[];
}

const opened: { close(): Promise<void> }[] = [];

/** Lets `closeAll` close it, also when the test fails: an open connection would keep the run from ending. */
export function closedLater<Opened extends { close(): Promise<void> }>(one: Opened): Opened {
  opened.push(one);
  return one;
}

/** What was opened last is closed first. */
export async function closeAll(): Promise<void> {
  for (const one of opened.splice(0).reverse()) await one.close();
}

/** A stand-in of its own and a store on it. `closeAll` takes both away. */
export async function storeOnStandIn(
  options: StandInOptions = {},
  ofStore: Partial<KurrentDbEventStoreOptions> = {},
): Promise<StoreOnStandIn> {
  const standIn = closedLater(await startKurrentDbStandIn(options));
  const lines: LogEntry[] = [];
  const log = (line: LogEntry) => void lines.push(line);
  const { url } = standIn;
  const store = closedLater(await openKurrentDbEventStore({ url, deadlineMs: DEADLINE_MS, log, ...ofStore }));
  return { standIn, store, lines };
}

/** One append of two events that can be sent again and again. */
export function repeatableAppend(stream: StreamName = newStream(), expected: StreamRevision = 'no-stream') {
  const [events, metadata]: [readonly EventToAppend[], ReturnType<typeof newMetadata>] = [
    newEvents(2),
    newMetadata(),
  ];
  return { stream, send: (store: EventStore) => store.append(stream, events, expected, metadata) };
}

/** Fails after `deadlineMs`, because a test must end. */
export async function until(isTrue: () => boolean, deadlineMs = 10_000): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!isTrue()) {
    if (performance.now() > end)
      throw new Error(`It did not come true in ${deadlineMs} ms: ${isTrue.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
