import {
  CHECKPOINT_AT_START,
  CheckpointMoved,
  FEED_START,
  type FeedPosition,
  instant,
  type RecordedEvent,
} from '@intekenboek/event-sourcing-core';
import { InMemoryCheckpointStore, InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { appendSome, newStream } from '@intekenboek/event-sourcing-testing';

import { type BusMessage, BusUnavailable, MessageTooLarge } from './message-bus.port';
import { relay, type RelayOptions, type RelayProgress } from './relay';
import { hurriedTimer, logLines } from './surroundings.fixtures';

const NAME = 'relay';

const messagesOf = ({ stream, eventId }: RecordedEvent): readonly BusMessage[] => [
  { topic: 'events', key: stream, value: eventId, headers: {} },
];

/** A relay with everything in memory; `overrides` replace a part. */
function given(overrides: Partial<RelayOptions> = {}) {
  const [eventStore, checkpoints, stop] = [
    new InMemoryEventStore(),
    new InMemoryCheckpointStore(),
    new AbortController(),
  ];
  const published: BusMessage[] = [];
  const progress: RelayProgress[] = [];
  const { log, lines } = logLines();
  const options: RelayOptions = {
    name: NAME,
    eventStore,
    checkpoints,
    bus: { publish: async (messages) => void published.push(...messages) },
    messagesOf,
    timer: hurriedTimer,
    log,
    onProgress: (step) => progress.push(step),
    ...overrides,
  };
  return { eventStore, checkpoints, stop, published, progress, lines, options };
}

describe('the relay', () => {
  it('publishes what is there and then what comes, and tells how far it is', async () => {
    const { eventStore, published, progress, options, stop } = given();
    await appendSome(eventStore, newStream(), 2);
    const onProgress = (step: RelayProgress) => {
      progress.push(step);
      if (progress.length === 1) void appendSome(eventStore, newStream(), 1);
      else stop.abort();
    };
    await relay({ ...options, onProgress }, stop.signal);
    const feed = await eventStore.readAll(FEED_START, 10);
    expect(published.map(({ value }) => value)).toEqual(feed.map(({ eventId }) => eventId));
    expect(progress.map(({ events, messages }) => [events, messages])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(progress.at(-1)).toMatchObject({ position: feed[2]?.position, recordedAt: feed[2]?.recordedAt });
  });

  it('goes on after its checkpoint', async () => {
    const { eventStore, checkpoints, published, options, stop } = given();
    const { position } = await appendSome(eventStore, newStream(), 2);
    await checkpoints.move(NAME, FEED_START, { ...CHECKPOINT_AT_START, position });
    const later = newStream();
    await appendSome(eventStore, later, 1);
    await relay({ ...options, onProgress: () => stop.abort() }, stop.signal);
    expect(published.map(({ key }) => key)).toEqual([later]);
  });

  it('goes on after a checkpoint whose event the log still holds', async () => {
    const { eventStore, checkpoints, published, lines, options, stop } = given();
    await appendSome(eventStore, newStream(), 2);
    const [, second] = await eventStore.readAll(FEED_START, 2);
    await checkpoints.move(NAME, FEED_START, second!);
    const later = newStream();
    await appendSome(eventStore, later, 1);
    await relay({ ...options, onProgress: () => stop.abort() }, stop.signal);
    expect(published.map(({ key }) => key)).toEqual([later]);
    expect(lines).toEqual([]);
  });

  it.each([
    ['and nothing was recorded since', 4],
    ['also when more was recorded since', 1],
  ])('publishes all once more when a backup of the log was restored, %s', async (_, place) => {
    const { eventStore, checkpoints, published, lines, options, stop } = given();
    await appendSome(eventStore, newStream(), 2);
    const position = String(place).padStart(16, '0') as FeedPosition;
    await checkpoints.move(NAME, FEED_START, {
      position,
      eventId: 'of an event that was lost',
      recordedAt: instant('2026-01-05T09:00:00.000Z'),
    });
    await relay({ ...options, onProgress: () => stop.abort() }, stop.signal);
    const feed = await eventStore.readAll(FEED_START, 10);
    expect(published.map(({ value }) => value)).toEqual(feed.map(({ eventId }) => eventId));
    const [, { position: end, eventId, recordedAt }] = feed as [RecordedEvent, RecordedEvent];
    expect(await checkpoints.read(NAME)).toEqual({ position: end, eventId, recordedAt });
    expect(lines).toMatchObject([{ level: 'error', message: expect.stringContaining('once more') }]);
  });

  it('publishes all once more when another server takes over that lacks the last moments', async () => {
    const { eventStore, published, options, stop } = given();
    await appendSome(eventStore, newStream(), 3);
    const backup = new InMemoryEventStore();
    await backup.importEvents(await eventStore.readAll(FEED_START, 1));
    let serving = eventStore;
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const changing: RelayOptions['eventStore'] = {
      head: () => serving.head(),
      readAt: (position) => serving.readAt(position),
      async *follow(after, signal) {
        for (let position = after; !signal.aborted; await wait(5)) {
          const page = await serving.readAll(position, 100);
          position = page.at(-1)?.position ?? position;
          if (page.length > 0) yield page;
        }
      },
    };
    const later = newStream();
    const takeOver = async () => {
      await appendSome(backup, later, 4);
      serving = backup;
    };
    const onProgress = ({ events }: RelayProgress) => {
      if (events === 3) void takeOver();
      else stop.abort();
    };
    await relay({ ...options, eventStore: changing, onProgress }, stop.signal);
    const feed = await backup.readAll(FEED_START, 10);
    expect(published.slice(3).map(({ value }) => value)).toEqual(feed.map(({ eventId }) => eventId));
  });

  it('moves its checkpoint over events that are nobody’s business, without asking the bus', async () => {
    const publish = jest.fn();
    const { eventStore, checkpoints, options, stop } = given({ messagesOf: () => [], bus: { publish } });
    const { position } = await appendSome(eventStore, newStream(), 3);
    await relay({ ...options, onProgress: () => stop.abort() }, stop.signal);
    expect((await checkpoints.read(NAME)).position).toBe(position);
    expect(publish).not.toHaveBeenCalled();
  });

  it('does not move its checkpoint before the bus has acknowledged', async () => {
    const { eventStore, checkpoints, options, stop } = given();
    await appendSome(eventStore, newStream(), 1);
    const seen: string[] = [];
    const publish = async () => {
      seen.push((await checkpoints.read(NAME)).position);
      if (seen.length < 3) throw new BusUnavailable('away');
    };
    await relay({ ...options, bus: { publish }, onProgress: () => stop.abort() }, stop.signal);
    expect(seen).toEqual([FEED_START, FEED_START, FEED_START]);
    expect(await checkpoints.read(NAME)).not.toEqual(CHECKPOINT_AT_START);
  });

  it('waits longer after every failure in a row, and not so long after a success', async () => {
    const waits: number[] = [];
    const timer = { wait: async (ms: number) => void waits.push(ms), chance: () => 0 };
    const { eventStore, options, stop } = given({ timer });
    const stream = newStream();
    await appendSome(eventStore, stream, 1);
    let calls = 0;
    const publish = async () => {
      calls += 1;
      if (calls !== 4) throw new BusUnavailable('away');
      void appendSome(eventStore, stream, 1, 0);
    };
    await relay({ ...options, bus: { publish }, timer: { ...timer, wait: stopAfter(4) } }, stop.signal);
    expect(waits).toEqual([200, 400, 800, 200]);

    function stopAfter(count: number) {
      return async (ms: number) => {
        waits.push(ms);
        if (waits.length === count) stop.abort();
      };
    }
  });

  it('tells the operator what is the matter, and keeps saying so louder', async () => {
    const { eventStore, lines, options, stop } = given();
    await appendSome(eventStore, newStream(), 1);
    let calls = 0;
    const publish = async () => {
      calls += 1;
      if (calls === 6) stop.abort();
      throw new MessageTooLarge('events', 70_000, 65_536);
    };
    await relay({ ...options, bus: { publish } }, stop.signal);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn', 'warn', 'error', 'error']);
    expect(lines[0]?.facts).toMatchObject({ relay: NAME, error: expect.stringContaining('70000 bytes') });
  });

  it('stands back when another process relays under its name', async () => {
    const { eventStore, checkpoints, options, stop } = given();
    const { position } = await appendSome(eventStore, newStream(), 1);
    const publish = () => checkpoints.move(NAME, FEED_START, { ...CHECKPOINT_AT_START, position });
    const relaying = relay({ ...options, bus: { publish } }, stop.signal);
    await expect(relaying).rejects.toBeInstanceOf(CheckpointMoved);
  });

  it('finishes the page that it is publishing when it is stopped', async () => {
    const { eventStore, checkpoints, options, stop } = given();
    const { position } = await appendSome(eventStore, newStream(), 1);
    const publish = async () => stop.abort();
    await relay({ ...options, bus: { publish } }, stop.signal);
    expect((await checkpoints.read(NAME)).position).toBe(position);
  });

  it('ends at once when it was stopped before it began', async () => {
    const { options } = given({ bus: { publish: () => Promise.reject(new Error('Nothing must be sent.')) } });
    await expect(relay(options, AbortSignal.abort())).resolves.toBeUndefined();
  });
});
