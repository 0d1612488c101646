import type { MessageBus } from '@intekenboek/messaging-application';

import { type BusUnderTest, message, newName, newTopic, numbered, topicSpec } from './bus-under-test';
import { Gate } from './gate';
import { Inbox } from './inbox';
import { consumingContract } from './message-bus-consuming.contract';
import { groupContract } from './message-bus-group.contract';
import { publishingContract } from './message-bus-publishing.contract';

/** Run by every adapter: what is trusted of Kafka is true in memory as well. The broker may be one that others use. */
export function messageBusContract(adapter: string, underTest: BusUnderTest): void {
  describe(`message bus contract: ${adapter}`, () => {
    let bus: MessageBus;
    beforeAll(async () => {
      bus = await underTest.open();
    });
    afterAll(() => bus.close());

    describe('topics', () => topicContract(() => bus));
    describe('publishing', () => publishingContract(() => bus));
    describe('consuming', () => consumingContract(() => bus));
    describe('a group', () => groupContract(() => bus, underTest));
  });
  describe(`message bus contract: closing ${adapter}`, () => closingContract(underTest));
  describe(`message bus contract: ${adapter} without its broker`, () => awayContract(underTest));
}

function topicContract(bus: () => MessageBus): void {
  it('are made once, however often they are asked for', async () => {
    const spec = topicSpec({ partitions: 2 });
    await bus().ensureTopics([spec]);
    await bus().publish([message(spec.topic, 'k', 'kept')]);
    await bus().ensureTopics([spec, spec]);
    const inbox = new Inbox(bus(), { group: newName('group'), topics: [spec.topic] });
    await inbox.has(1);
    await inbox.stop();
    expect(inbox.values).toEqual(['kept']);
  });

  it.each([
    ['partitions', { partitions: 3 }],
    ['how long messages are kept', { retention: 'FOREVER' as const }],
    ['how large a message may be', { messageBytesMax: 1_000 }],
  ])('that are there with other settings are reported and left alone: %s', async (_, other) => {
    const spec = topicSpec({ partitions: 2 });
    await bus().ensureTopics([spec]);
    const differs = { name: 'TopicDiffers', topic: spec.topic, differences: [expect.any(String)] };
    await expect(bus().ensureTopics([{ ...spec, ...other }])).rejects.toMatchObject(differs);
    await expect(bus().ensureTopics([spec])).resolves.toBeUndefined();
  });
}

function closingContract({ open }: BusUnderTest): void {
  it('waits for what is being published', async () => {
    const [bus, other] = [await open(), await open()];
    const topic = await newTopic(bus);
    const published = bus.publish(numbered(topic, 50));
    await bus.close();
    await published;
    const inbox = new Inbox(other, { group: newName('group'), topics: [topic] });
    await inbox.has(50);
    await inbox.stop();
    await other.close();
  });

  it('waits for what is being handled, and remembers it', async () => {
    const [bus, other] = [await open(), await open()];
    const [topic, group] = [await newTopic(bus), newName('group')];
    const begun = new Gate();
    const gate = new Gate();
    const handle = () => {
      begun.open();
      return gate.opened;
    };
    const inbox = new Inbox(bus, { group, topics: [topic], handle });
    await bus.publish([message(topic, 'k', 'first')]);
    await begun.opened;
    const closed = bus.close();
    gate.open();
    await closed;
    await inbox.end();
    expect(inbox.values).toEqual(['first']);

    await other.publish([message(topic, 'k', 'second')]);
    const next = new Inbox(other, { group, topics: [topic] });
    await next.has(1);
    await next.stop();
    expect(next.values).toEqual(['second']);
    await other.close();
  });

  it('may be done twice, and refuses every later call', async () => {
    const bus = await open();
    await Promise.all([bus.close(), bus.close()]);
    await bus.close();
    const unavailable = { name: 'BusUnavailable' };
    await expect(bus.publish([message('t', 'k', 'v')])).rejects.toMatchObject(unavailable);
    await expect(bus.ensureTopics([topicSpec()])).rejects.toMatchObject(unavailable);
    const consuming = bus.consume(
      { group: 'g', topics: ['t'], handle: () => Promise.resolve() },
      new AbortController().signal,
    );
    await expect(consuming).rejects.toMatchObject(unavailable);
  });
}

function awayContract({ openAway }: BusUnderTest): void {
  let bus: MessageBus;
  beforeAll(async () => {
    bus = await openAway();
  });
  afterAll(() => bus.close());

  it('publishes nothing and says so', async () => {
    await expect(bus.publish([message('t', 'k', 'v')])).rejects.toMatchObject({ name: 'BusUnavailable' });
  });

  it('makes no topic and says so', async () => {
    await expect(bus.ensureTopics([topicSpec()])).rejects.toMatchObject({ name: 'BusUnavailable' });
  });

  it('keeps a consumer waiting until it is stopped', async () => {
    const inbox = new Inbox(bus, { group: newName('group'), topics: ['t'] });
    await expect(bus.publish([message('t', 'k', 'v')])).rejects.toMatchObject({ name: 'BusUnavailable' });
    await inbox.stop();
    expect(inbox.handled).toEqual([]);
  });
}
