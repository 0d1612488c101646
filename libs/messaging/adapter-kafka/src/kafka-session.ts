import type { Consumption, TopicPartition } from '@intekenboek/messaging-application';
import type { Consumer, ConsumerGroupJoinEvent, Kafka } from 'kafkajs';

import { reasonOf } from './kafka-errors';
import { type KafkaOptions, timingsOf } from './kafka-options';
import type { PartitionWorker } from './partition-worker';
import { within } from './within';

const PARTITIONS_AT_ONCE = 8;
const FETCH_BYTES_MAX = 4 * 1_048_576;
const PARTITION_BYTES_MAX = 262_144;
const LOOK_MS = 1_000;

/**
 * The life of one kafkajs consumer, from joining the group to leaving it. Settles when `signal` aborts; what is being
 * handled is waited for.
 * @throws what ended it: kafkajs gave up, or has given no sign of life for too long.
 */
export class KafkaSession {
  private readonly consumer: Consumer;
  private readonly ended = new AbortController();
  private lastSignAt = performance.now();

  constructor(
    kafka: Kafka,
    private readonly consumption: Consumption,
    private readonly worker: PartitionWorker,
    private readonly options: KafkaOptions,
  ) {
    const { sessionMs, heartbeatMs, rebalanceMs, newsMs } = timingsOf(options);
    this.consumer = kafka.consumer({
      groupId: consumption.group,
      sessionTimeout: sessionMs,
      heartbeatInterval: heartbeatMs,
      rebalanceTimeout: rebalanceMs,
      maxWaitTimeInMs: newsMs,
      maxBytes: FETCH_BYTES_MAX,
      maxBytesPerPartition: PARTITION_BYTES_MAX,
      allowAutoTopicCreation: false,
      // Whether to begin anew is ours to say: kafkajs does so for some errors and for others stops without a word.
      retry: { retries: 3, initialRetryTime: 200, restartOnFailure: () => Promise.resolve(false) },
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    const crashed = this.listen();
    const begun = this.begin(AbortSignal.any([signal, this.ended.signal]));
    try {
      await Promise.race([crashed, begun.then(() => this.watch(signal)), aborted(signal)]);
    } finally {
      this.ended.abort();
      await this.end(begun);
    }
  }

  private async begin(over: AbortSignal): Promise<void> {
    const { consumer } = this;
    await consumer.connect();
    await consumer.subscribe({ topics: [...this.consumption.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => this.worker.handleBatch(payload, over),
    });
  }

  /** Rejects when kafkajs says that it gave up. */
  private listen(): Promise<never> {
    const { consumer } = this;
    const { HEARTBEAT, FETCH, GROUP_JOIN, CRASH } = consumer.events;
    const live = () => (this.lastSignAt = performance.now());
    consumer.on(HEARTBEAT, live);
    consumer.on(FETCH, live);
    consumer.on(GROUP_JOIN, ({ payload }) => {
      live();
      if (!this.ended.signal.aborted) this.consumption.onAssigned?.(partitionsOf(payload));
    });
    const crashed = new Promise<never>((_, reject) => {
      consumer.on(CRASH, ({ payload }) => reject(payload.error));
    });
    crashed.catch(() => undefined);
    return crashed;
  }

  /** A crash of which kafkajs does not tell, because it waits for a connection that never ends, shows in silence. */
  private async watch(signal: AbortSignal): Promise<void> {
    const { sessionMs, rebalanceMs } = timingsOf(this.options);
    const over = AbortSignal.any([signal, this.ended.signal]);
    while (!over.aborted) {
      await this.options.timer.wait(LOOK_MS, over);
      const silentMs = performance.now() - this.lastSignAt;
      if (silentMs > sessionMs + rebalanceMs) {
        throw new Error(`The Kafka consumer has given no sign of life for ${Math.round(silentMs)} ms.`);
      }
    }
  }

  /** A consumer that is stopped before it has begun goes on for ever (kafkajs issue 1639), so that is waited for. */
  private async end(begun: Promise<void>): Promise<void> {
    const { timer, log } = this.options;
    const { rebalanceMs } = timingsOf(this.options);
    await within(timer, rebalanceMs, begun).catch(() => undefined);
    await within(timer, rebalanceMs, this.consumer.disconnect()).catch((error: unknown) => {
      const facts = { group: this.consumption.group, error: reasonOf(error) };
      log({
        level: 'warn',
        message: 'A Kafka consumer did not end in peace; its group will miss it.',
        facts,
      });
    });
  }
}

const partitionsOf = ({ memberAssignment }: ConsumerGroupJoinEvent['payload']): readonly TopicPartition[] =>
  Object.entries(memberAssignment).flatMap(([topic, partitions]) =>
    partitions.map((partition) => ({ topic, partition })),
  );

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
