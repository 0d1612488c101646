import {
  contentHash,
  type EventStore,
  FEED_START,
  type RecordedEvent,
} from '@intekenboek/event-sourcing-core';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { type Acknowledgement, acknowledgementOf, type GoingOn, streamOfWriter } from './appending.fixtures';
import { feedAfter } from './event-store.fixtures';
import { startProcess } from './process.fixtures';

const WRITERS = 8;

export interface KilledStore {
  /** Opens the log at the address that is its first argument; the second tells where each writer goes on, as JSON. */
  readonly script: string;
  readonly address: string;
  /** Opens the same log here, once nothing of the process that was killed works on it any more. */
  readonly open: () => Promise<EventStore>;
  readonly kills: number;
}

/**
 * One process appends from eight loops and is killed at a random moment, again and again on one log. The next process
 * sends again what was not acknowledged, at the same expected revision. Every other time the log is checked in
 * between; the other times the next process has to find its way by itself.
 */
export async function expectNothingLostByKills(store: KilledStore): Promise<void> {
  const acknowledged: Acknowledgement[] = [];
  let earlier: readonly RecordedEvent[] = [];
  for (let kill = 1; kill <= store.kills; kill += 1) {
    acknowledged.push(...(await appendUntilKilled(store, goingOnAfter(acknowledged))));
    if (kill % 2 === 0) earlier = await check(store, acknowledged, earlier);
  }
  expect(acknowledged.length).toBeGreaterThan(store.kills * WRITERS);
}

async function appendUntilKilled(
  { script, address }: KilledStore,
  goingOn: readonly GoingOn[],
): Promise<Acknowledgement[]> {
  const child = startProcess(script, address, JSON.stringify(goingOn));
  const complaints: string[] = [];
  child.stderr.on('data', (text: Buffer) => complaints.push(String(text)));
  const received: Acknowledgement[] = [];
  const moment = 20 + Math.random() * 200;
  for await (const line of createInterface(child.stdout)) {
    if (received.length === 0) setTimeout(() => child.kill('SIGKILL'), moment);
    const acknowledgement = acknowledgementOf(line);
    if (acknowledgement !== undefined) received.push(acknowledgement);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect({ signal: child.signalCode, complaints }).toEqual({ signal: 'SIGKILL', complaints: [] });
  return received;
}

function goingOnAfter(acknowledged: readonly Acknowledgement[]): readonly GoingOn[] {
  return Array.from({ length: WRITERS }, (_, writer) => {
    const last = acknowledged.findLast((one) => one.writer === writer);
    return last === undefined
      ? { number: 0, expected: 'no-stream' }
      : { number: last.number + 1, expected: last.revision };
  });
}

async function check(
  { open }: KilledStore,
  acknowledged: readonly Acknowledgement[],
  earlier: readonly RecordedEvent[],
): Promise<readonly RecordedEvent[]> {
  const store = await open();
  const feed = await feedAfter(store, FEED_START, 1_000);
  const ofWriters = await Promise.all(
    Array.from({ length: WRITERS }, (_, writer) => store.readStream(streamOfWriter(writer))),
  );
  await store.close();

  expect(contentHash(feed.slice(0, earlier.length))).toBe(contentHash(earlier));
  expectOrdered(feed.map(({ position }) => position));
  expectOrdered(feed.map(({ recordedAt }) => recordedAt));
  for (const [writer, { events }] of ofWriters.entries()) {
    expectWhole(events);
    const inFeed = feed.filter(({ stream }) => stream === streamOfWriter(writer));
    expect(contentHash(inFeed)).toBe(contentHash(events));
  }
  const missing = acknowledged.filter(({ writer, revision, position, number }) => {
    const event = ofWriters[writer]!.events[revision];
    return event?.position !== position || partOf(event).number !== number;
  });
  expect(missing).toEqual([]);
  return feed;
}

const expectOrdered = (texts: readonly string[]) => expect(texts).toEqual([...texts].sort());

interface Part {
  readonly number: number;
  readonly part: number;
}

const partOf = (event: RecordedEvent): Part => event.data as Part;

/** Revisions without a gap, and command after command with all its parts, each once. */
function expectWhole(events: readonly RecordedEvent[]): void {
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, n) => n));
  const parts = events.map(partOf).map(({ number, part }) => `${number}.${part}`);
  const commands = events.length === 0 ? 0 : partOf(events.at(-1)!).number + 1;
  const whole = Array.from({ length: commands }, (_, number) =>
    Array.from({ length: 1 + (number % 3) }, (__, part) => `${number}.${part}`),
  );
  expect(parts).toEqual(whole.flat());
}
