import type { BusMessage, Timer } from '@intekenboek/messaging-application';
import { keysNamed, logLines, message, numbered, systemTimer } from '@intekenboek/messaging-testing';
import type { Kafka, ProducerBatch, ProducerConfig } from 'kafkajs';

import type { KafkaOptions } from './kafka-options';
import { KafkaPublisher } from './kafka-publisher';

const BYTES_MAX = 65_536;

/** No pause is longer than a moment, and nor is patience. */
const timer: Timer = {
  chance: systemTimer.chance,
  wait: (ms, signal) => systemTimer.wait(Math.min(ms, 30), signal),
};

/** A Kafka whose producers do what `send` says; tells what was asked of it. */
function given(send: (batch: ProducerBatch) => Promise<unknown>, requestMs = 10_000) {
  const producers: ProducerConfig[] = [];
  const sent: ProducerBatch[] = [];
  const disconnect = jest.fn(() => Promise.resolve());
  const kafka = {
    producer(config: ProducerConfig) {
      producers.push(config);
      const sendBatch = (batch: ProducerBatch) => {
        sent.push(batch);
        return send(batch);
      };
      return { connect: () => Promise.resolve(), disconnect, sendBatch };
    },
  } as unknown as Kafka;
  const options: KafkaOptions = {
    brokers: ['one:9092', 'two:9092'],
    clientId: 'test',
    timer,
    log: logLines().log,
    timings: { requestMs, connectMs: 10 },
  };
  return { producers, sent, disconnect, publisher: new KafkaPublisher(kafka, options, () => BYTES_MAX) };
}

const valuesOf = (batch: ProducerBatch | undefined): readonly unknown[] =>
  (batch?.topicMessages ?? []).flatMap(({ messages }) => messages.map(({ value }) => value));

// Its guarantees hold on a real broker as well: the suite of the port, and the tests that kill a broker.
describe('publishing to Kafka', () => {
  it('wants every in-sync replica, and no retry, idempotence or transaction of kafkajs', async () => {
    const { producers, sent, publisher } = given(() => Promise.resolve([]));
    await publisher.publish([message('t', 'k', 'v')]);
    expect(producers).toEqual([
      expect.objectContaining({
        idempotent: false,
        maxInFlightRequests: 1,
        retry: { retries: 0 },
        allowAutoTopicCreation: false,
      }),
    ]);
    expect(producers[0]).not.toHaveProperty('transactionalId');
    expect(sent[0]?.acks).toBe(-1);
  });

  it('sends the next batch when the one before was acknowledged, and not before', async () => {
    let underWay = 0;
    let most = 0;
    const { sent, publisher } = given(async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    });
    const large = numbered('t', 12).map((one) => ({ ...one, value: one.value.padEnd(30_000) }));
    await Promise.all([publisher.publish(large), publisher.publish(large)]);
    expect(sent.length).toBeGreaterThan(10);
    expect(most).toBe(1);
    const wanted = [...large, ...large].map(({ value }) => value);
    expect(sent.flatMap(valuesOf)).toEqual(wanted);
  });

  it('sends all of a batch again after a failure, by a new producer', async () => {
    let calls = 0;
    const { producers, sent, disconnect, publisher } = given(() => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('broken')) : Promise.resolve([]);
    });
    await publisher.publish(numbered('t', 3));
    expect(producers).toHaveLength(2);
    expect(disconnect).toHaveBeenCalledTimes(1);
    expect(sent.map(valuesOf)).toEqual([
      ['0', '1', '2'],
      ['0', '1', '2'],
    ]);
  });

  it('gives up after three attempts, and says where and why but not what', async () => {
    const { sent, publisher } = given(() => Promise.reject(new Error('broken')));
    const secret: BusMessage = {
      topic: 't',
      key: 'secret',
      value: 'secret',
      headers: { authorization: 'secret' },
    };
    const failed = publisher.publish([secret, message('u', 'k', 'v')]);
    await expect(failed).rejects.toMatchObject({
      name: 'BusUnavailable',
      message: expect.stringMatching(/one:9092, two:9092.* 2 messages for t, u \(Error: broken\)/),
    });
    await expect(failed).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
    expect(sent).toHaveLength(3);
  });

  it('does not wait for ever for a kafkajs that never answers, and does not try again when it is late', async () => {
    const { sent, publisher } = given(() => new Promise(() => undefined), 10);
    const published = publisher.publish([message('t', 'k', 'v')]);
    await expect(published).rejects.toMatchObject({ name: 'BusUnavailable' });
    expect(sent).toHaveLength(1);
  });

  it('does not send again what the broker finds too large', async () => {
    const tooLarge = Object.assign(new Error('too large'), { cause: { type: 'MESSAGE_TOO_LARGE' } });
    const cause = Object.assign(new Error('inner'), { type: 'MESSAGE_TOO_LARGE' });
    const { sent, publisher } = given(() => Promise.reject(Object.assign(tooLarge, { cause })));
    const messages = keysNamed(3).map((key, n) => message('t', key, 'x'.repeat(n * 100)));
    await expect(publisher.publish(messages)).rejects.toMatchObject({ name: 'MessageTooLarge', bytes: 205 });
    expect(sent).toHaveLength(1);
  });
});
