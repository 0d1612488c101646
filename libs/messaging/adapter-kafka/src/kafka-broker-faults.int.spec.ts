import { InMemoryCheckpointStore, InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { FEED_START, type RecordedEvent, type StreamName } from '@intekenboek/event-sourcing-core';
import { appendSome, describeWithServer, feedAfter } from '@intekenboek/event-sourcing-testing';
import { type BusMessage, type MessageBus, relay } from '@intekenboek/messaging-application';
import {
  Inbox,
  keysNamed,
  logLines,
  newName,
  newTopic,
  numbered,
  type OwnBroker,
  ownBroker,
  systemTimer,
} from '@intekenboek/messaging-testing';

import { impatientBus } from './kafka-bus.fixtures';
import { everythingOn, expectNothingLost, isAllIn, publishAll } from './kafka-faults.fixtures';

const KEYS = keysNamed(6);
const PAUSE_MS = 5_000;

// On a broker of its own: one that others use must not be killed.
describeWithServer('KAFKA_BROKERS', 'a Kafka broker that fails', () => {
  let broker: OwnBroker;
  let bus: MessageBus;
  beforeAll(async () => {
    broker = await ownBroker();
    bus = impatientBus(broker.brokers);
  }, 120_000);
  afterAll(async () => {
    await bus.close();
    await broker.stop();
  }, 60_000);

  const killAndRestart = async () => {
    await broker.kill();
    await broker.restart();
  };

  const pauseAndResume = async () => {
    broker.pause();
    await systemTimer.wait(PAUSE_MS, new AbortController().signal);
    broker.resume();
  };

  it.each([
    ['killed and restarted', killAndRestart],
    ['deaf for five seconds', pauseAndResume],
  ])(
    'loses nothing that was acknowledged and keeps the order of each key while publishing: %s',
    async (_, fail) => {
      const topic = await newTopic(bus, { partitions: 3 });
      const sent = numbered(topic, 1_000, KEYS);
      const happenings = new Map([
        [10, fail],
        [30, fail],
      ]);
      const { failures } = await publishAll(bus, sent, happenings);
      const inbox = await everythingOn(bus, topic, new Set(sent.map(({ value }) => value)));
      expectNothingLost(inbox.handled, sent);
      // Otherwise nothing was tried. A deaf broker may get everything late, and refuse nothing.
      if (fail === killAndRestart) expect(failures + inbox.handled.length).toBeGreaterThan(sent.length);
    },
    120_000,
  );

  it.each([
    ['killed and restarted', killAndRestart],
    ['deaf for five seconds', pauseAndResume],
  ])(
    'is received from again by itself, and nothing is missing: %s',
    async (_, fail) => {
      const topic = await newTopic(bus, { partitions: 3 });
      const sent = numbered(topic, 600, KEYS);
      const wanted = new Set(sent.map(({ value }) => value));
      const half = sent.length / 2;
      await bus.publish(sent.slice(0, half));
      const inbox = new Inbox(bus, { group: newName('group'), topics: [topic] });
      await inbox.has(half / 2);
      await fail();
      await publishAll(bus, sent.slice(half), new Map());
      await inbox.until(() => isAllIn(inbox, wanted), 'every message');
      await inbox.stop();
      expectNothingLost(inbox.handled, sent);
    },
    120_000,
  );

  it('gets every event from the relay, in order and with the same ids, also when it is killed and restarted', async () => {
    const topic = await newTopic(bus, { partitions: 3 });
    const [eventStore, stop] = [new InMemoryEventStore(), new AbortController()];
    const streams = [1, 2, 3, 4].map((n): StreamName => `agreement-${n}`);
    const messagesOf = ({ stream, eventId }: RecordedEvent): readonly BusMessage[] => [
      { topic, key: stream, value: eventId, headers: {} },
    ];
    const relaying = relay(
      {
        name: 'relay',
        eventStore,
        checkpoints: new InMemoryCheckpointStore(),
        bus,
        messagesOf,
        timer: systemTimer,
        log: logLines().log,
      },
      stop.signal,
    );
    const inbox = new Inbox(bus, { group: newName('group'), topics: [topic] });
    for (let round = 0; round < 20; round += 1) {
      for (const stream of streams) {
        await appendSome(eventStore, stream, 2, round === 0 ? 'no-stream' : 2 * round - 1);
      }
      if (round === 10) await killAndRestart();
    }
    const sent = (await feedAfter(eventStore, FEED_START)).flatMap(messagesOf);
    await inbox.until(() => isAllIn(inbox, new Set(sent.map(({ value }) => value))), 'every event');
    stop.abort();
    await relaying;
    await inbox.stop();
    expectNothingLost(inbox.handled, sent);
  }, 120_000);
});
