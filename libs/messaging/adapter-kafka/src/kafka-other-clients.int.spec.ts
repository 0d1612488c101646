import { describeWithServer, StoppedClock } from '@intekenboek/event-sourcing-testing';
import { consumeInbound, type DeadLetter } from '@intekenboek/messaging-application';
import { Inbox, logLines, newName, newTopic, systemTimer } from '@intekenboek/messaging-testing';
import { CompressionTypes, Partitioners, type Producer } from 'kafkajs';

import { kafkaClient } from './kafka-client';
import { impatientBus } from './kafka-bus.fixtures';

describeWithServer('KAFKA_BROKERS', 'what other clients put on a topic of Kafka', (address) => {
  const bus = impatientBus(address);
  const kafka = kafkaClient({
    brokers: address.split(','),
    clientId: 'other',
    timer: systemTimer,
    log: logLines().log,
  });
  const open: Producer[] = [];

  /** Somebody else, with settings of their own. */
  async function producer(transactionalId?: string): Promise<Producer> {
    const one = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      ...(transactionalId !== undefined && { transactionalId, maxInFlightRequests: 1, idempotent: true }),
    });
    await one.connect();
    open.push(one);
    return one;
  }
  afterAll(async () => {
    await Promise.all(open.map((one) => one.disconnect()));
    await bus.close();
  });

  it('is received when it is compressed, or without key, value and headers', async () => {
    const topic = await newTopic(bus);
    const other = await producer();
    await other.send({ topic, compression: CompressionTypes.GZIP, messages: [{ value: 'small' }] });
    await other.send({ topic, messages: [{ key: 'k', value: null }] });
    const inbox = new Inbox(bus, { group: newName('group'), topics: [topic] });
    await inbox.has(2);
    await inbox.stop();
    expect(inbox.handled.map(({ key, value, headers }) => [key, value, headers])).toEqual([
      ['', 'small', {}],
      ['k', '', {}],
    ]);
  });

  it('has the moment of the broker, whatever moment its sender gave it', async () => {
    const topic = await newTopic(bus);
    await (await producer()).send({ topic, messages: [{ value: 'v', timestamp: '1' }] });
    const inbox = new Inbox(bus, { group: newName('group'), topics: [topic] });
    await inbox.has(1);
    await inbox.stop();
    expect(inbox.handled[0]?.receivedAt.slice(0, 4)).not.toBe('1970');
  });

  it('is passed over when its transaction was called off, and the next one is received', async () => {
    const topic = await newTopic(bus);
    const other = await producer(newName('transaction'));
    for (const outcome of ['abort', 'commit', 'abort'] as const) {
      const transaction = await other.transaction();
      await transaction.send({ topic, messages: [{ key: 'k', value: outcome }] });
      await transaction[outcome]();
    }
    const [group, topics] = [newName('group'), [topic]];
    const inbox = new Inbox(bus, { group, topics });
    await inbox.has(1);
    await inbox.stop();
    expect(inbox.values).toEqual(['commit']);

    await bus.publish([{ topic, key: 'k', value: 'next', headers: {} }]);
    const after = new Inbox(bus, { group, topics });
    await after.has(1);
    await after.stop();
    expect(after.values).toEqual(['next']);
  });

  it('goes to the dead letters byte for byte when it is no text, and holds nobody up', async () => {
    const [topic, deadLetterTopic] = [await newTopic(bus), await newTopic(bus)];
    const bytes = Buffer.from([0x00, 0xff, 0xfe, 0x7b, 0x0a]);
    const other = await producer();
    await other.send({
      topic,
      messages: [
        { key: 'k', value: bytes },
        { key: 'k', value: '{}' },
      ],
    });
    const stop = new AbortController();
    const accepted: string[] = [];
    const handle = async ({ value }: { readonly value: string }) => {
      accepted.push(value);
      return { kind: 'ACCEPTED' } as const;
    };
    const consuming = consumeInbound(
      {
        bus,
        group: newName('group'),
        handlers: [{ topic, handle }],
        deadLetterTopic,
        source: 'urn:nld:oin:00000099000000000000:systeem:intekenboek',
        clock: new StoppedClock(),
        log: logLines().log,
        onOutcome: ({ kind }) => {
          if (kind === 'ACCEPTED') stop.abort();
        },
      },
      stop.signal,
    );
    await consuming;
    const letters = new Inbox(bus, { group: newName('group'), topics: [deadLetterTopic] });
    await letters.has(1);
    await letters.stop();
    const { data } = JSON.parse(letters.values[0] ?? '') as DeadLetter;
    expect(data).toMatchObject({ reason: 'UNREADABLE', origin: { topic, offset: '0' } });
    expect(data.original).toMatchObject({ encoding: 'BASE64', value: bytes.toString('base64') });
    expect(accepted).toEqual(['{}']);
  });
});
