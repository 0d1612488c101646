import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import {
  compareLogs,
  keptByMove,
  type MoveProgress,
  moveLog,
  type RecordedEvent,
} from '@intekenboek/event-sourcing-core';
import { appendSome, newStream } from '@intekenboek/event-sourcing-testing';

import {
  importingThrough,
  logOf,
  streamNumbered,
  tickingClock,
  write,
  writtenEvents,
} from './move-log.fixtures';
import { countHomes, sheetHandler } from './sheet.fixtures';

const clock = tickingClock();

async function twoStores(events = 40) {
  const [from, to] = [new InMemoryEventStore(), new InMemoryEventStore()];
  await write(from, writtenEvents(events, 5));
  return { from, to };
}

describe('moving a log', () => {
  it('leaves a command that was handled before the move handled', async () => {
    const { from, to } = await twoStores();
    const command = countHomes('one', 60);
    const before = await sheetHandler(from)(command);
    await moveLog({ from, to, clock });
    const log = await logOf(to);
    const { stream, revision } = before;
    expect(await sheetHandler(to)(command)).toMatchObject({ stream, revision, isUnchanged: true });
    expect(await logOf(to)).toEqual(log);
    expect(await sheetHandler(to)(countHomes('one', 10))).toMatchObject({ revision: 2, isUnchanged: false });
  });

  it('takes what is written while it copies', async () => {
    const { from, to } = await twoStores();
    let isWritten = false;
    const report = await moveLog({
      from,
      to,
      clock,
      pageEvents: 10,
      onProgress: ({ phase }) => {
        if (phase === 'COPY' && !isWritten) void appendSome(from, newStream(), 3);
        isWritten ||= phase === 'COPY';
      },
    });
    expect(report).toMatchObject({ isOutrun: false, differing: 0 });
    expect(await logOf(to)).toEqual(await logOf(from));
  });

  it('says that the source went on after the copy, and takes the rest when it is done again', async () => {
    const { from, to } = await twoStores();
    const end = await from.head();
    let isWritten = false;
    const onProgress = ({ phase }: MoveProgress) => {
      if (phase === 'READ_SOURCE' && !isWritten) void write(from, [{ stream: 0, events: 2 }]);
      isWritten ||= phase === 'READ_SOURCE';
    };
    const first = await moveLog({ from, to, clock, onProgress });
    expect(first).toMatchObject({ isOutrun: true, until: end, differing: 0 });
    const second = await moveLog({ from, to, clock });
    expect(second).toMatchObject({ isOutrun: false, differing: 0, events: first.events + 2 });
    expect(await logOf(to)).toEqual(await logOf(from));
  });

  it('stops between two pages when it is told to, and goes on from there', async () => {
    const { from, to } = await twoStores();
    const stop = new AbortController();
    const phases: string[] = [];
    const stopped = moveLog({
      from,
      to,
      clock,
      pageEvents: 10,
      signal: stop.signal,
      onProgress: ({ events }) => void (events >= 20 && stop.abort()),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await logOf(to)).toEqual((await logOf(from)).slice(0, 20));
    const onProgress = ({ phase, events }: MoveProgress) => void phases.push(`${phase} ${events}`);
    const sent: RecordedEvent[] = [];
    const watched = importingThrough(to, (page) => {
      sent.push(...page);
      return to.importEvents(page);
    });
    await moveLog({ from, to: watched, clock, pageEvents: 10, onProgress });
    expect(phases.slice(0, 4)).toEqual(['FIND_PLACE 10', 'FIND_PLACE 20', 'COPY 30', 'COPY 40']);
    expect(sent.map(keptByMove)).toEqual((await logOf(from)).slice(20));
    expect(await logOf(to)).toEqual(await logOf(from));
  });

  it('tells how far it is and how fast it goes', async () => {
    const { from, to } = await twoStores();
    const { length } = await logOf(from);
    const told: MoveProgress[] = [];
    // Every look at this clock takes ten milliseconds: one when a phase begins, and one for each page.
    await moveLog({
      from,
      to,
      clock: tickingClock(),
      pageEvents: length,
      onProgress: (one) => told.push(one),
    });
    expect(told).toEqual(
      ['COPY', 'READ_SOURCE', 'READ_TARGET'].map((phase) => ({
        phase,
        events: length,
        eventsPerSecond: length * 100,
      })),
    );
  });
});

describe('a log is not moved', () => {
  it('into itself', async () => {
    const { from } = await twoStores();
    await expect(moveLog({ from, to: from, clock })).rejects.toMatchObject({
      name: 'MoveRefused',
      why: 'SAME_LOG',
    });
  });

  it('into a store that holds something else', async () => {
    const { from, to } = await twoStores();
    const stream = newStream();
    await appendSome(to, stream, 1);
    const before = await logOf(to);
    await expect(moveLog({ from, to, clock })).rejects.toMatchObject({
      name: 'MoveRefused',
      why: 'OTHER_LOG',
      place: `${stream}@0`,
    });
    expect(await logOf(to)).toEqual(before);
  });

  it('into a store that holds its beginning and then something else', async () => {
    const { from, to } = await twoStores();
    await moveLog({ from, to, clock });
    const { revision } = await to.readStream(streamNumbered(0));
    await write(to, [{ stream: 0, events: 1 }]);
    await write(from, [{ stream: 0, events: 1 }]);
    await expect(moveLog({ from, to, clock })).rejects.toMatchObject({
      why: 'OTHER_LOG',
      place: `${streamNumbered(0)}@${Number(revision) + 1}`,
    });
  });

  it('into a store that went on after it was moved there', async () => {
    const { from, to } = await twoStores();
    await moveLog({ from, to, clock });
    const stream = newStream();
    await appendSome(to, stream, 1);
    await expect(moveLog({ from, to, clock })).rejects.toMatchObject({
      why: 'TARGET_AHEAD',
      place: `${stream}@0`,
    });
  });
});

describe('comparing two logs', () => {
  it('finds two empty ones the same', async () => {
    const report = await compareLogs({ from: new InMemoryEventStore(), to: new InMemoryEventStore(), clock });
    expect(report).toMatchObject({ events: 0, streams: 0, differences: [], isOutrun: false });
  });

  it('names twenty of many streams that differ, and tells how many there are', async () => {
    const [from, to] = [new InMemoryEventStore(), new InMemoryEventStore()];
    for (let n = 0; n < 25; n += 1) await appendSome(from, newStream(), 2);
    const { differences, differing } = await compareLogs({ from, to, clock });
    expect(differing).toBe(25);
    expect(differences).toHaveLength(20);
    expect(new Set(differences.map(({ why, revision }) => `${why} ${revision}`))).toEqual(
      new Set(['MISSING 0']),
    );
  });

  it('leaves out what came after the position up to which it was asked', async () => {
    const { from, to } = await twoStores();
    const { until } = await moveLog({ from, to, clock });
    await write(from, [{ stream: 0, events: 1 }]);
    expect(await compareLogs({ from, to, clock }, until)).toMatchObject({ differing: 0, isOutrun: true });
    expect(await compareLogs({ from, to, clock })).toMatchObject({ differing: 1, isOutrun: false });
    await moveLog({ from, to, clock });
    const [stream, slice] = [streamNumbered(0), await from.readStream(streamNumbered(0))];
    expect(await compareLogs({ from, to, clock }, until)).toMatchObject({
      differences: [{ stream, revision: slice.revision, why: 'EXTRA' }],
    });
  });
});
