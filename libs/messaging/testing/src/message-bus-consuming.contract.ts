import type { MessageBus, ReceivedMessage } from '@intekenboek/messaging-application';

import { keysNamed, message, newName, newTopic, numbered } from './bus-under-test';
import { Gate } from './gate';
import { Inbox } from './inbox';

export function consumingContract(bus: () => MessageBus): void {
  it('gives a new group everything from the start, and then what comes', async () => {
    const topic = await newTopic(bus());
    await bus().publish(numbered(topic, 3));
    const inbox = new Inbox(bus(), { group: newName('group'), topics: [topic] });
    await inbox.has(3);
    await bus().publish([message(topic, 'k', 'later')]);
    await inbox.has(4);
    await inbox.stop();
    expect(inbox.values).toEqual(['0', '1', '2', 'later']);
  });

  it('gives several topics to one consumer', async () => {
    const topics = [await newTopic(bus()), await newTopic(bus())];
    const inbox = new Inbox(bus(), { group: newName('group'), topics });
    await bus().publish(topics.map((topic) => message(topic, 'k', topic)));
    await inbox.has(2);
    await inbox.stop();
    expect([...inbox.values].sort()).toEqual([...topics].sort());
  });

  it('goes on where the group stopped', async () => {
    const [topic, group] = [await newTopic(bus()), newName('group')];
    await bus().publish(numbered(topic, 3));
    const before = new Inbox(bus(), { group, topics: [topic] });
    await before.has(3);
    await before.stop();
    await bus().publish([message(topic, 'k', 'new')]);
    const after = new Inbox(bus(), { group, topics: [topic] });
    await after.has(1);
    await after.stop();
    expect(after.values).toEqual(['new']);
  });

  it('handles the messages of a partition in turn, and those of several side by side', async () => {
    const topic = await newTopic(bus(), { partitions: 3 });
    const busy = new Map<number, number>();
    let most = 0;
    const together = new Gate();
    const handle = async ({ partition }: ReceivedMessage) => {
      busy.set(partition, (busy.get(partition) ?? 0) + 1);
      most = Math.max(most, ...busy.values());
      if ([...busy.values()].filter((count) => count > 0).length > 1) together.open();
      await together.opened;
      await new Promise((resolve) => setImmediate(resolve));
      busy.set(partition, (busy.get(partition) ?? 0) - 1);
    };
    await bus().publish(numbered(topic, 60, keysNamed(20)));
    const inbox = new Inbox(bus(), { group: newName('group'), topics: [topic], handle });
    await inbox.has(60);
    await inbox.stop();
    expect(most).toBe(1);
  });

  it('gives a message again that was not handled: its partition waits, the others go on', async () => {
    const topic = await newTopic(bus(), { partitions: 2 });
    const [stuckKey, otherKey] = await keysOfTwoPartitions(bus(), topic);
    let isRepaired = false;
    let attempts = 0;
    const handle = ({ value }: ReceivedMessage) => {
      if (value !== 'stuck') return;
      attempts += 1;
      if (!isRepaired) throw new Error('Not now.');
    };
    const inbox = new Inbox(bus(), { group: newName('group'), topics: [topic], handle });
    await inbox.has(20);
    const [stuck, behind] = [message(topic, stuckKey, 'stuck'), message(topic, stuckKey, 'behind')];
    await bus().publish([stuck, behind, message(topic, otherKey, 'other')]);
    await inbox.until(() => inbox.values.includes('other') && attempts > 0);
    await bus().publish([message(topic, otherKey, 'another')]);
    await inbox.until(() => inbox.values.includes('another') && attempts > 1);
    expect(inbox.values).not.toContain('behind');
    isRepaired = true;
    await inbox.until(() => inbox.values.includes('behind'));
    await inbox.stop();
    expect(inbox.values.slice(20)).toEqual(['other', 'another', 'stuck', 'behind']);
  });

  it('gives the next consumer what the one before failed to handle', async () => {
    const [topic, group] = [await newTopic(bus()), newName('group')];
    const failed = new Gate();
    const handle = ({ value }: ReceivedMessage) => {
      if (value !== '2') return;
      failed.open();
      throw new Error('Never.');
    };
    await bus().publish(numbered(topic, 4));
    const before = new Inbox(bus(), { group, topics: [topic], handle });
    await failed.opened;
    await before.stop();
    expect(before.values).toEqual(['0', '1']);
    const after = new Inbox(bus(), { group, topics: [topic] });
    await after.has(2);
    await after.stop();
    expect(after.values).toEqual(['2', '3']);
  });

  it('finishes what it is handling when it is stopped, and takes nothing new', async () => {
    const [topic, group] = [await newTopic(bus()), newName('group')];
    const begun = new Gate();
    const gate = new Gate();
    const handle = () => {
      begun.open();
      return gate.opened;
    };
    await bus().publish(numbered(topic, 3));
    const stopped = new Inbox(bus(), { group, topics: [topic], handle });
    await begun.opened;
    stopped.askToStop();
    gate.open();
    await stopped.end();
    expect(stopped.values).toEqual(['0']);

    const next = new Inbox(bus(), { group, topics: [topic] });
    await next.has(2);
    await bus().publish([message(topic, 'k', 'after')]);
    await next.has(3);
    await next.stop();
    expect(next.values).toEqual(['1', '2', 'after']);
    expect(stopped.values).toEqual(['0']);
  });

  it('ends at once when it was stopped before it began', async () => {
    const topic = await newTopic(bus());
    const handle = () => Promise.reject(new Error('Nothing must come.'));
    await bus().consume({ group: newName('group'), topics: [topic], handle }, AbortSignal.abort());
  });
}

/** Finds out by trying; it leaves twenty messages on the topic. */
async function keysOfTwoPartitions(bus: MessageBus, topic: string): Promise<readonly [string, string]> {
  await bus.publish(numbered(topic, 20, keysNamed(20)));
  const inbox = new Inbox(bus, { group: newName('group'), topics: [topic] });
  await inbox.has(20);
  await inbox.stop();
  const keyIn = (wanted: number) => inbox.handled.find(({ partition }) => partition === wanted)?.key;
  const [one, two] = [keyIn(0), keyIn(1)];
  if (one === undefined || two === undefined) throw new Error('Twenty keys fell into one partition.');
  return [one, two];
}
