import {
  type BusMessage,
  BusUnavailable,
  type Consumption,
  growingPause,
  type MessageBus,
  type TopicSpec,
} from '@intekenboek/messaging-application';
import type { Kafka } from 'kafkajs';

import { kafkaClient } from './kafka-client';
import { reasonOf } from './kafka-errors';
import type { KafkaOptions } from './kafka-options';
import { KafkaPublisher } from './kafka-publisher';
import { KafkaSession } from './kafka-session';
import { ensureTopics } from './kafka-topics';
import { PartitionWorker } from './partition-worker';

/** For a topic that this bus was not told of. */
const MESSAGE_BYTES_MAX = 65_536;
/** A consumer that lived so long was well; its failures before are forgotten. */
const WELL_MS = 10_000;
/** Asking costs little, and a broker that is back should be noticed. */
const RESTART_PAUSE = { firstMs: 200, longestMs: 5_000 };

/** Kafka through kafkajs, with a way around each of its known faults (ADR-0017). It connects when it is first used. */
export class KafkaMessageBus implements MessageBus {
  private readonly kafka: Kafka;
  private readonly publisher: KafkaPublisher;
  private readonly bytesMax = new Map<string, number>();
  private readonly closing = new AbortController();
  private readonly consuming = new Set<Promise<void>>();
  private closed: Promise<void> | undefined;

  constructor(private readonly options: KafkaOptions) {
    this.kafka = kafkaClient(options);
    this.publisher = new KafkaPublisher(
      this.kafka,
      options,
      (topic) => this.bytesMax.get(topic) ?? MESSAGE_BYTES_MAX,
    );
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    this.requireOpen();
    await this.publisher.publish(messages);
  }

  async consume(consumption: Consumption, signal: AbortSignal): Promise<void> {
    if (this.closing.signal.aborted) throw closedBus();
    const consuming = this.consumeUntil(consumption, AbortSignal.any([signal, this.closing.signal]));
    this.consuming.add(consuming);
    try {
      await consuming;
    } finally {
      this.consuming.delete(consuming);
    }
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    this.requireOpen();
    await ensureTopics(this.kafka, specs, this.options);
    for (const { topic, messageBytesMax } of specs) this.bytesMax.set(topic, messageBytesMax);
  }

  close(): Promise<void> {
    this.closing.abort();
    this.closed ??= Promise.all(this.consuming).then(() => this.publisher.close());
    return this.closed;
  }

  /** One consumer after another: a new one takes over when kafkajs has given up the one before. */
  private async consumeUntil(consumption: Consumption, signal: AbortSignal): Promise<void> {
    const { timer, log } = this.options;
    const worker = new PartitionWorker(consumption, this.options);
    let failures = 0;
    while (!signal.aborted) {
      const startedAt = performance.now();
      try {
        await new KafkaSession(this.kafka, consumption, worker, this.options).run(signal);
      } catch (error) {
        failures = performance.now() - startedAt > WELL_MS ? 1 : failures + 1;
        const pause = growingPause(failures, timer.chance(), RESTART_PAUSE);
        const facts = {
          group: consumption.group,
          failures,
          pauseMs: Math.round(pause),
          error: reasonOf(error),
        };
        log({ level: 'warn', message: 'Nothing can be received now; tried again after a pause.', facts });
        await timer.wait(pause, signal);
      }
    }
  }

  private requireOpen(): void {
    if (this.closed !== undefined && this.consuming.size === 0) throw closedBus();
  }
}

const closedBus = () => new BusUnavailable('The Kafka bus is closed.');
