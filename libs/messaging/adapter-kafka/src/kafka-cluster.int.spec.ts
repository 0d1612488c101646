import { describeWithServer } from '@intekenboek/event-sourcing-testing';
import {
  type BusMessage,
  BusUnavailable,
  type MessageBus,
  TopicDiffers,
} from '@intekenboek/messaging-application';
import {
  Inbox,
  keysNamed,
  newName,
  newTopic,
  numbered,
  type OwnCluster,
  ownCluster,
  topicSpec,
} from '@intekenboek/messaging-testing';

import { impatientBus } from './kafka-bus.fixtures';
import { everythingOn, expectNothingLost, isAllIn, publishAll } from './kafka-faults.fixtures';

const KEYS = keysNamed(6);
const KEPT_BY_ALL = { partitions: 3, replicas: 3, inSyncMin: 2 };
const PART = 100;

// As infra/compose and infra/kubernetes have it: three brokers with a copy each, two of which must have every message.
describeWithServer('KAFKA_BROKERS', 'three Kafka brokers of which some fail', () => {
  let cluster: OwnCluster;
  let bus: MessageBus;
  beforeAll(async () => {
    cluster = await ownCluster();
    bus = impatientBus(cluster.brokers);
  }, 120_000);
  afterAll(async () => {
    await bus?.close();
    await cluster?.stop();
  }, 60_000);

  const valuesOf = (messages: readonly BusMessage[]) => new Set(messages.map(({ value }) => value));

  it('go on taking and giving messages while any one of them is away, and lose nothing', async () => {
    const topic = await newTopic(bus, KEPT_BY_ALL);
    const sent = numbered(topic, 6 * PART, KEYS);
    const parts = Array.from({ length: 6 }, (_, part) => sent.slice(part * PART, (part + 1) * PART));
    const inbox = new Inbox(bus, { group: newName('group'), topics: [topic] });
    const arrived: BusMessage[] = [];
    const arrive = async (messages: readonly BusMessage[] = []) => {
      await publishAll(bus, messages, new Map());
      arrived.push(...messages);
      await inbox.until(() => isAllIn(inbox, valuesOf(arrived)), 'what was sent so far');
    };
    for (const member of cluster.members) {
      await arrive(parts.shift());
      await member.kill();
      await arrive(parts.shift());
      await member.restart();
    }
    await inbox.stop();
    expectNothingLost(inbox.handled, sent);
  }, 180_000);

  it('acknowledge nothing while two of them are away, keep what they acknowledged before, and go on by themselves', async () => {
    const topic = await newTopic(bus, KEPT_BY_ALL);
    const sent = numbered(topic, 3 * PART, KEYS);
    const [before, meanwhile, after] = [0, 1, 2].map((part) =>
      sent.slice(part * PART, (part + 1) * PART),
    ) as [BusMessage[], BusMessage[], BusMessage[]];
    await publishAll(bus, before, new Map());
    const [one, two] = cluster.members;
    await one.kill();
    // What these are acknowledged by is two of three: from then on the first one is not waited for.
    await publishAll(bus, meanwhile, new Map());
    await two.kill();
    await expect(bus.publish(after.slice(0, 1))).rejects.toBeInstanceOf(BusUnavailable);
    await Promise.all([one.restart(), two.restart()]);
    await publishAll(bus, after, new Map());
    const inbox = await everythingOn(bus, topic, valuesOf(sent));
    expectNothingLost(inbox.handled, sent);
  }, 180_000);

  it('are told apart from a topic that has fewer copies, or is acknowledged with fewer', async () => {
    const spec = topicSpec(KEPT_BY_ALL);
    await bus.ensureTopics([spec]);
    await bus.ensureTopics([spec]);
    for (const other of [{ replicas: 2 }, { inSyncMin: 1 }])
      await expect(bus.ensureTopics([{ ...spec, ...other }])).rejects.toBeInstanceOf(TopicDiffers);
  }, 60_000);
});
