import { contentHash, FEED_START, type RecordedEvent } from '@intekenboek/event-sourcing-core';
import { feedAfter } from '@intekenboek/event-sourcing-testing';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { GoingOn } from './appending.process';
import { newLogPath, removeFolders } from './log-file.fixtures';
import { startProcess, streamOfWriter, wallClock } from './log-process.fixtures';
import { openSqliteEventStore } from './sqlite.event-store';

const WRITERS = 8;
const KILLS = 12;

interface Acknowledgement {
  readonly writer: number;
  readonly number: number;
  readonly revision: number;
  readonly position: string;
}

afterAll(removeFolders);

// Method: one process appends from eight loops and is killed at a random moment, twelve times on one file. The next
// process sends again what was not acknowledged, at the same expected revision. Every other time the file is checked
// in between; the other times the next process has to recover it by itself.
it('loses nothing acknowledged and keeps no half append, however often it is killed', async () => {
  const file = newLogPath();
  const acknowledged: Acknowledgement[] = [];
  let earlier: readonly RecordedEvent[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    acknowledged.push(...(await appendUntilKilled(file, goingOnAfter(acknowledged))));
    if (kill % 2 === 0) earlier = await check(file, acknowledged, earlier);
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS * WRITERS);
}, 60_000);

async function appendUntilKilled(file: string, goingOn: readonly GoingOn[]): Promise<Acknowledgement[]> {
  const child = startProcess('appending.process.ts', file, JSON.stringify(goingOn));
  const complaints: string[] = [];
  child.stderr.on('data', (text: Buffer) => complaints.push(String(text)));
  const received: Acknowledgement[] = [];
  const moment = 20 + Math.random() * 200;
  for await (const line of createInterface(child.stdout)) {
    if (received.length === 0) setTimeout(() => child.kill('SIGKILL'), moment);
    const [writer, number, revision, position] = line.split(' ');
    // The last line may have been cut off by the kill.
    if (position?.length !== 16) break;
    received.push({ writer: Number(writer), number: Number(number), revision: Number(revision), position });
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
  file: string,
  acknowledged: readonly Acknowledgement[],
  earlier: readonly RecordedEvent[],
): Promise<readonly RecordedEvent[]> {
  const store = await openSqliteEventStore({ file, clock: wallClock });
  const feed = await feedAfter(store, FEED_START, 1_000);
  const ofWriters = await Promise.all(
    Array.from({ length: WRITERS }, (_, writer) => store.readStream(streamOfWriter(writer))),
  );
  await store.close();

  expect(contentHash(feed.slice(0, earlier.length))).toBe(contentHash(earlier));
  expect(feed.map(({ position }) => Number(position))).toEqual(feed.map((_, n) => n + 1));
  const moments = feed.map(({ recordedAt }) => recordedAt);
  expect(moments).toEqual([...moments].sort());
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

interface Part {
  readonly number: number;
  readonly part: number;
  readonly size: number;
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
