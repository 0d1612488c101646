import type { MessageBus } from '@intekenboek/messaging-application';

import { type BusUnderTest, keysNamed, message, newName, newTopic, numbered } from './bus-under-test';
import { Inbox } from './inbox';

const PARTITIONS = 4;

export function groupContract(bus: () => MessageBus, { open }: BusUnderTest): void {
  it('gets all messages beside another group', async () => {
    const topic = await newTopic(bus());
    const inboxes = [1, 2].map(() => new Inbox(bus(), { group: newName('group'), topics: [topic] }));
    await bus().publish(numbered(topic, 5));
    for (const inbox of inboxes) {
      await inbox.has(5);
      await inbox.stop();
      expect(inbox.values).toEqual(['0', '1', '2', '3', '4']);
    }
  });

  it('shares the partitions: every message goes to one member, and to the other once its member has left', async () => {
    const other = await open();
    const [topic, group] = [await newTopic(bus(), { partitions: PARTITIONS }), newName('group')];
    const changed = new Set<() => void>();
    const first = new Inbox(bus(), { group, topics: [topic], changed });
    await first.until(() => first.assigned.length === PARTITIONS, 'all partitions for the first member');
    const second = new Inbox(other, { group, topics: [topic], changed });
    await second.isReady();
    await first.until(() => first.assigned.length < PARTITIONS, 'fewer partitions for the first member');

    const sent = numbered(topic, 80, keysNamed(20));
    await bus().publish(sent);
    // Where each key goes is not ours to know; the partitions of the messages tell it afterwards.
    const both = () => [...first.handled, ...second.handled];
    await first.until(() => both().length >= sent.length, 'all messages at either');
    expect(valuesOf(both())).toEqual(valuesOf(sent));
    const partitionsOf = ({ handled }: Inbox) => new Set(handled.map(({ partition }) => partition));
    expect([...partitionsOf(first)].filter((partition) => partitionsOf(second).has(partition))).toEqual([]);
    expect(partitionsOf(first).size + partitionsOf(second).size).toBe(PARTITIONS);

    await first.stop();
    await second.until(() => second.assigned.length === PARTITIONS, 'all partitions for the second member');
    const before = second.handled.length;
    await bus().publish(keysNamed(20).map((key) => message(topic, key, `late ${key}`)));
    await second.has(before + 20);
    await second.stop();
    await other.close();
    expect(valuesOf(second.handled.slice(before))).toEqual(
      valuesOf(keysNamed(20).map((key) => ({ value: `late ${key}` }))),
    );
  });

  it('loses nothing and keeps the order of each key while members come and go', async () => {
    const other = await open();
    const [topic, group] = [await newTopic(bus(), { partitions: PARTITIONS }), newName('group')];
    const keys = keysNamed(8);
    const sent = numbered(topic, 400, keys);
    const handledInOrder: string[] = [];
    const handle = async ({ value }: { readonly value: string }) => {
      await new Promise((resolve) => setImmediate(resolve));
      handledInOrder.push(value);
    };
    const publishing = publishSlowly(bus(), sent);
    const staying = new Inbox(bus(), { group, topics: [topic], handle });
    for (let round = 0; round < 2; round += 1) {
      const guest = new Inbox(other, { group, topics: [topic], handle });
      await guest.isReady();
      await guest.stop();
    }
    await publishing;
    await staying.until(() => new Set(handledInOrder).size === sent.length, 'all messages');
    await staying.stop();
    await other.close();
    for (const key of keys) {
      const wanted = sent.filter((one) => one.key === key).map(({ value }) => value);
      const firsts = [...new Set(handledInOrder)].filter((value) => wanted.includes(value));
      expect(firsts).toEqual(wanted);
    }
  });
}

async function publishSlowly(bus: MessageBus, messages: ReturnType<typeof numbered>): Promise<void> {
  for (let from = 0; from < messages.length; from += 5) await bus.publish(messages.slice(from, from + 5));
}

const valuesOf = (messages: readonly { readonly value: string }[]): readonly string[] =>
  messages.map(({ value }) => value).sort();
