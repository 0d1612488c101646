import { KeyedQueue } from '@intekenboek/event-sourcing-core';
import {
  type BusMessage,
  BusUnavailable,
  growingPause,
  messageBytes,
  MessageTooLarge,
} from '@intekenboek/messaging-application';
import { CompressionTypes, type Kafka, Partitioners, type Producer, type TopicMessages } from 'kafkajs';

import { isTooLarge, reasonOf } from './kafka-errors';
import { type KafkaOptions, timingsOf } from './kafka-options';
import { batchesOf } from './message-batches';
import { TookTooLong, within } from './within';

const ATTEMPTS_MAX = 3;
const EVERY_IN_SYNC_REPLICA = -1;

/**
 * Sends one batch at a time and the next one when the broker has acknowledged it: so order holds, whatever is sent again.
 * A producer that failed is thrown away with its connections, because kafkajs does not always know what it has sent:
 * retried by itself, it may acknowledge messages that it never sent (its pull request 1798). See ADR-0017.
 */
export class KafkaPublisher {
  private readonly turns = new KeyedQueue();
  private producer: Promise<Producer> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly options: KafkaOptions,
    private readonly bytesMaxOf: (topic: string) => number,
  ) {}

  async publish(messages: readonly BusMessage[]): Promise<void> {
    for (const message of messages) {
      const [bytes, bytesMax] = [messageBytes(message), this.bytesMaxOf(message.topic)];
      if (bytes > bytesMax) throw new MessageTooLarge(message.topic, bytes, bytesMax);
    }
    await this.turns.run('publish', async () => {
      for (const batch of batchesOf(messages, this.bytesMaxOf)) await this.send(batch);
    });
  }

  /** Waits for what is being published. */
  async close(): Promise<void> {
    await this.turns.run('publish', () => this.discard());
  }

  private async send(batch: readonly BusMessage[]): Promise<void> {
    const { timer } = this.options;
    const startedAt = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.sendOnce(batch);
      } catch (error) {
        void this.discard();
        if (isTooLarge(error)) throw tooLarge(batch, this.bytesMaxOf);
        // Who publishes knows better whether to wait on, above all when it is asked to stop.
        const isLate = error instanceof TookTooLong || performance.now() - startedAt > this.patienceMs();
        if (isLate || attempt === ATTEMPTS_MAX) throw this.unavailable(batch, error);
        await timer.wait(growingPause(attempt, timer.chance()), new AbortController().signal);
      }
    }
  }

  private async sendOnce(batch: readonly BusMessage[]): Promise<void> {
    const { requestMs } = timingsOf(this.options);
    this.producer ??= this.connect();
    const sending = this.producer.then((producer) =>
      producer.sendBatch({
        acks: EVERY_IN_SYNC_REPLICA,
        compression: CompressionTypes.None,
        // The broker gives up before we do, so that it can still say why.
        timeout: Math.ceil(requestMs * 0.8),
        topicMessages: byTopic(batch),
      }),
    );
    await within(this.options.timer, this.patienceMs(), sending);
  }

  /** For connecting, asking where the partitions are, and sending, of which only the last may well take long. */
  private patienceMs(): number {
    return 1.5 * timingsOf(this.options).requestMs;
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      idempotent: false,
      maxInFlightRequests: 1,
      retry: { retries: 0 },
    });
    await producer.connect();
    return producer;
  }

  private async discard(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    const { connectMs } = timingsOf(this.options);
    const disconnecting = producer?.then((connected) => connected.disconnect()) ?? Promise.resolve();
    // A connection that does not end lives on without us; nothing is sent on it any more.
    await within(this.options.timer, connectMs, disconnecting).catch(() => undefined);
  }

  private unavailable(batch: readonly BusMessage[], error: unknown): BusUnavailable {
    const topics = [...new Set(batch.map(({ topic }) => topic))].join(', ');
    return new BusUnavailable(
      `Kafka at ${this.options.brokers.join(', ')} has not acknowledged ${batch.length} messages for ${topics} ` +
        `(${reasonOf(error)}). Some may be there; sending all of them again is safe.`,
    );
  }
}

function byTopic(batch: readonly BusMessage[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages>();
  for (const { topic, key, value, headers } of batch) {
    const ofTopic = topics.get(topic) ?? { topic, messages: [] };
    ofTopic.messages.push({ key, value, headers: { ...headers } });
    topics.set(topic, ofTopic);
  }
  return [...topics.values()];
}

/** The broker takes less than we were told; which message it was it does not say, so the largest is named. */
function tooLarge(batch: readonly BusMessage[], bytesMaxOf: (topic: string) => number): MessageTooLarge {
  const sizes = batch.map((message) => ({ topic: message.topic, bytes: messageBytes(message) }));
  const largest = sizes.reduce((one, other) => (other.bytes > one.bytes ? other : one));
  return new MessageTooLarge(
    largest.topic,
    largest.bytes,
    Math.min(bytesMaxOf(largest.topic), largest.bytes - 1),
  );
}
