import { describeWithServer } from '@intekenboek/event-sourcing-testing';
import type { MessageBus, ReceivedMessage } from '@intekenboek/messaging-application';
import {
  Gate,
  Inbox,
  keysNamed,
  logLines,
  message,
  newName,
  newTopic,
  numbered,
  ownBroker,
  type OwnBroker,
  systemTimer,
  topicSpec,
} from '@intekenboek/messaging-testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { impatientBus } from './kafka-bus.fixtures';

const ROOT = join(__dirname, '../../../..');
const wait = (ms: number) => systemTimer.wait(ms, new AbortController().signal);

// On a broker of its own, which misses a member after one second if that asks for it.
describeWithServer('KAFKA_BROKERS', 'a group on Kafka', () => {
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

  it('waits for a member that handles a message before it gives its partition to another', async () => {
    const other = impatientBus(broker.brokers);
    const [topic, group] = [await newTopic(bus, { partitions: 4 }), newName('group')];
    const handling = new Map<string, number>();
    const handledTwiceAtOnce: string[] = [];
    const gate = new Gate();
    const handle = async ({ value }: ReceivedMessage) => {
      handling.set(value, (handling.get(value) ?? 0) + 1);
      if ((handling.get(value) ?? 0) > 1) handledTwiceAtOnce.push(value);
      await gate.opened;
      handling.delete(value);
    };
    const changed = new Set<() => void>();
    await bus.publish(numbered(topic, 40, keysNamed(12)));
    const first = new Inbox(bus, { group, topics: [topic], handle, changed });
    await first.isReady();
    const second = new Inbox(other, { group, topics: [topic], handle, changed });
    // The second asks to join while the first is at work; it gets its part when the first has finished.
    await wait(1_500);
    expect(second.assigned).toEqual([]);
    gate.open();
    await second.isReady();
    const both = () => [...first.values, ...second.values];
    await first.until(() => new Set(both()).size === 40, 'all messages at either');
    await Promise.all([first.stop(), second.stop()]);
    await other.close();
    expect(handledTwiceAtOnce).toEqual([]);
    expect(both()).toHaveLength(40);
  });

  it('keeps a member that handles one message for longer than the group waits for a sign of life', async () => {
    const patient = impatientBus(broker.brokers, { sessionMs: 1_000, heartbeatMs: 200 });
    const [topic, group] = [await newTopic(bus), newName('group')];
    let joins = 0;
    const seen: string[] = [];
    const done = new Gate();
    const stop = new AbortController();
    const handle = async ({ value }: ReceivedMessage) => {
      if (value === '0') await wait(4_000);
      seen.push(value);
      if (value === '2') done.open();
    };
    const onAssigned = () => (joins += 1);
    const consuming = patient.consume({ group, topics: [topic], handle, onAssigned }, stop.signal);
    await bus.publish(numbered(topic, 3));
    await done.opened;
    stop.abort();
    await consuming;
    await patient.close();
    expect(seen).toEqual(['0', '1', '2']);
    expect(joins).toBe(1);
  });

  it('gives the messages of a member that was killed to another one; none is missing', async () => {
    const [topic, group] = [await newTopic(bus, { partitions: 2 }), newName('group')];
    const sent = numbered(topic, 2_000, keysNamed(10));
    await bus.publish(sent);
    const byTheDead = await consumeUntilKilled([broker.brokers, group, topic], 300);
    const next = new Inbox(bus, { group, topics: [topic] });
    await next.until(() => new Set([...byTheDead, ...next.values]).size === sent.length, 'every message');
    await next.stop();
    expect(new Set(next.values).size).toBe(next.values.length);
    for (const key of keysNamed(10)) {
      const ofKey = sent.filter((one) => one.key === key).map(({ value }) => value);
      expect([...new Set([...byTheDead, ...next.values])].filter((value) => ofKey.includes(value))).toEqual(
        ofKey,
      );
    }
  });

  it('waits for a topic that is not there yet', async () => {
    const { log, lines } = logLines();
    const early = impatientBus(broker.brokers, {}, log);
    const spec = topicSpec();
    const inbox = new Inbox(early, { group: newName('group'), topics: [spec.topic] });
    await bus.ensureTopics([spec]);
    await bus.publish([message(spec.topic, 'k', 'found')]);
    await inbox.has(1);
    await inbox.stop();
    await early.close();
    expect(inbox.values).toEqual(['found']);
    expect(lines.every(({ level }) => level === 'warn')).toBe(true);
  });
});

/** Gives what a process had handled when it was killed, after so many messages. */
async function consumeUntilKilled(args: readonly string[], count: number): Promise<readonly string[]> {
  const hook = join(ROOT, 'tools/swc-register.cjs');
  const script = join(__dirname, 'consuming.process.ts');
  const nodeArgs = ['-r', hook, '-C', '@intekenboek/source', script, ...args];
  const child = spawn(process.execPath, nodeArgs, { stdio: ['ignore', 'pipe', 'inherit'] });
  const handled: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    handled.push(line);
    if (handled.length === count) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return handled;
}
