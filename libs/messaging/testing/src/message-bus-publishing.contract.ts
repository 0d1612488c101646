import { messageBytes, type MessageBus } from '@intekenboek/messaging-application';

import { keysNamed, message, newName, newTopic, numbered } from './bus-under-test';
import { Inbox } from './inbox';

const WEIRD = 'Één prestatie­afspraak – “ja” 🏘️\u0000\t\n{"x":"\\u00e9"}';

export function publishingContract(bus: () => MessageBus): void {
  const everythingOn = async (topic: string, count: number) => {
    const inbox = new Inbox(bus(), { group: newName('group'), topics: [topic] });
    await inbox.has(count);
    await inbox.stop();
    return inbox.handled;
  };

  it('gives a message as it was: key, value and headers, in any script', async () => {
    const topic = await newTopic(bus());
    const sent = {
      topic,
      key: `k-${WEIRD}`,
      value: WEIRD,
      headers: { a: WEIRD, 'content-type': 'x', e: '' },
    };
    await bus().publish([sent]);
    const [received] = await everythingOn(topic, 1);
    expect(received).toMatchObject({ ...sent, partition: 0, offset: '0' });
    expect(received?.valueBase64).toBeUndefined();
  });

  it('takes empty keys, empty values and no messages at all', async () => {
    const topic = await newTopic(bus());
    await bus().publish([]);
    await bus().publish([message(topic, '', ''), message(topic, '', 'last')]);
    expect((await everythingOn(topic, 2)).map(({ key, value }) => [key, value])).toEqual([
      ['', ''],
      ['', 'last'],
    ]);
  });

  it('tells when a message was written, and numbers it in its partition', async () => {
    const topic = await newTopic(bus());
    await bus().publish(numbered(topic, 3));
    await bus().publish(numbered(topic, 2));
    const received = await everythingOn(topic, 5);
    expect(received.map(({ offset }) => offset)).toEqual(['0', '1', '2', '3', '4']);
    const moments = received.map(({ receivedAt }) => receivedAt);
    expect(moments).toEqual([...moments].sort());
    const ageMs = Date.now() - Date.parse(moments[0] ?? '');
    expect(Math.abs(ageMs)).toBeLessThan(3_600_000);
    expect(moments[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('keeps the order of each key, and each key in one partition', async () => {
    const [topic, keys] = [await newTopic(bus(), { partitions: 4 }), keysNamed(12)];
    const sent = numbered(topic, 240, keys);
    for (let from = 0; from < sent.length; from += 60) await bus().publish(sent.slice(from, from + 60));
    const received = await everythingOn(topic, 240);
    for (const one of keys) {
      const ofKey = received.filter(({ key }) => key === one);
      expect(ofKey.map(({ value }) => value)).toEqual(
        sent.filter(({ key }) => key === one).map(({ value }) => value),
      );
      expect(new Set(ofKey.map(({ partition }) => partition)).size).toBe(1);
    }
    expect(new Set(received.map(({ partition }) => partition)).size).toBeGreaterThan(1);
  });

  it('keeps the order of calls that do not wait for one another', async () => {
    const topic = await newTopic(bus());
    await Promise.all(numbered(topic, 40).map((one) => bus().publish([one])));
    const values = (await everythingOn(topic, 40)).map(({ value }) => Number(value));
    expect(values).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  it('takes many more bytes at once than one message may have', async () => {
    const topic = await newTopic(bus(), { messageBytesMax: 10_000, partitions: 2 });
    const sent = numbered(topic, 60, keysNamed(5)).map((one) => ({
      ...one,
      value: `${one.value}:${'x'.repeat(3_000)}`,
    }));
    await bus().publish(sent);
    const received = await everythingOn(topic, 60);
    expect(received.map(({ value }) => value).sort()).toEqual(sent.map(({ value }) => value).sort());
  });

  it('takes a message as large as its topic takes', async () => {
    const topic = await newTopic(bus());
    const frame = { topic, key: 'kéy', headers: { héader: 'válue' } };
    const room = 65_536 - messageBytes({ ...frame, value: '' });
    const value = 'é'.repeat(Math.floor(room / 2)) + 'e'.repeat(room % 2);
    expect(messageBytes({ ...frame, value })).toBe(65_536);
    await bus().publish([{ ...frame, value }]);
    expect((await everythingOn(topic, 1))[0]?.value).toBe(value);
  });

  it('refuses a larger one, and sends none of the others', async () => {
    const topic = await newTopic(bus());
    const large = message(topic, 'k', 'é'.repeat(32_768));
    const refused = { name: 'MessageTooLarge', topic, bytes: 65_537, bytesMax: 65_536 };
    await expect(bus().publish([message(topic, 'k', 'before'), large])).rejects.toMatchObject(refused);
    await bus().publish([message(topic, 'k', 'after')]);
    expect((await everythingOn(topic, 1)).map(({ value }) => value)).toEqual(['after']);
  });

  it('refuses a topic that nobody made', async () => {
    const topic = newName('topic');
    const refused = { name: 'BusUnavailable', message: expect.stringContaining(topic) };
    await expect(bus().publish([message(topic, 'k', 'v')])).rejects.toMatchObject(refused);
  });
}
