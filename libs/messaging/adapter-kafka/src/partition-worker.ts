import { KeyedQueue } from '@intekenboek/event-sourcing-core';
import {
  type Consumption,
  growingPause,
  type ReceivedMessage,
  type TopicPartition,
} from '@intekenboek/messaging-application';
import type { EachBatchPayload } from 'kafkajs';

import { reasonOf } from './kafka-errors';
import { type KafkaOptions, timingsOf } from './kafka-options';
import { receivedMessage } from './received-message';

/** After so long the rest of a batch is left for the next time: kafkajs fetches nothing until all partitions are done. */
const SLICE_MS = 1_000;

/** Handles what kafkajs brings: in turn for each partition, remembered when it was handled, and never too long at once. */
export class PartitionWorker {
  private readonly turns = new KeyedQueue();
  private readonly failures = new Map<string, number>();
  private readonly uncommitted = new Uncommitted();

  constructor(
    private readonly consumption: Consumption,
    private readonly options: KafkaOptions,
  ) {}

  /** `over` aborts when this consumer has to stop. */
  async handleBatch(payload: EachBatchPayload, over: AbortSignal): Promise<void> {
    const heart = new Heart(payload, this.options);
    try {
      // A consumer that was given up may still be at work on the same partition.
      await this.turns.run(keyOf(payload.batch), () => this.handleInTurn(payload, over, heart));
    } finally {
      heart.stop();
    }
  }

  private async handleInTurn(payload: EachBatchPayload, over: AbortSignal, heart: Heart): Promise<void> {
    const { batch } = payload;
    const startedAt = performance.now();
    const mustStop = () =>
      over.aborted ||
      !payload.isRunning() ||
      payload.isStale() ||
      heart.isRefused ||
      performance.now() - startedAt > SLICE_MS;
    let lastOffset: string | undefined;
    for (const message of batch.messages) {
      if (mustStop()) break;
      const received = receivedMessage(batch, message);
      try {
        if (!this.uncommitted.has(received)) await this.consumption.handle(received);
      } catch (error) {
        this.letWait(payload, message.offset, error, over);
        break;
      }
      this.failures.delete(keyOf(batch));
      this.uncommitted.add(received);
      payload.resolveOffset(message.offset);
      lastOffset = message.offset;
    }
    if (lastOffset === undefined) return;
    await commit(payload, lastOffset);
    this.uncommitted.forget(batch);
  }

  /** The partition rests, and then begins with the message that failed; the others go on. */
  private letWait(payload: EachBatchPayload, offset: string, error: unknown, over: AbortSignal): void {
    const { topic, partition } = payload.batch;
    const { timer, log } = this.options;
    const failures = (this.failures.get(keyOf(payload.batch)) ?? 0) + 1;
    this.failures.set(keyOf(payload.batch), failures);
    const resume = payload.pause();
    void timer.wait(growingPause(failures, timer.chance()), over).then(resume);
    const { group } = this.consumption;
    const facts = { group, topic, partition, offset, failures, error: reasonOf(error) };
    log({ level: 'warn', message: 'A message was not handled; it comes again after a pause.', facts });
  }
}

/**
 * The last message of each partition that was handled here, as long as the broker does not know so: when it was away at
 * that moment it brings the same messages again, and they need not be handled twice.
 */
class Uncommitted {
  private readonly last = new Map<string, ReceivedMessage>();

  has(message: ReceivedMessage): boolean {
    const last = this.last.get(keyOf(message));
    // In a topic that was made anew the same offset is another message, and a later one.
    return (
      last !== undefined &&
      BigInt(message.offset) <= BigInt(last.offset) &&
      message.receivedAt <= last.receivedAt
    );
  }

  add(message: ReceivedMessage): void {
    if (!this.has(message)) this.last.set(keyOf(message), message);
  }

  forget(partition: TopicPartition): void {
    this.last.delete(keyOf(partition));
  }
}

/** Tells the group that this member lives, while it handles messages for longer than the group would wait. */
class Heart {
  isRefused = false;
  private readonly stopping = new AbortController();

  constructor(payload: EachBatchPayload, options: KafkaOptions) {
    void this.beat(payload, options);
  }

  stop(): void {
    this.stopping.abort();
  }

  private async beat(payload: EachBatchPayload, options: KafkaOptions): Promise<void> {
    const { heartbeatMs } = timingsOf(options);
    const { signal } = this.stopping;
    while (!signal.aborted && !this.isRefused) {
      await options.timer.wait(heartbeatMs, signal);
      if (signal.aborted) return;
      // The group shares its partitions anew, or counts without us: kafkajs finds that out as well, after this batch.
      await payload.heartbeat().catch(() => (this.isRefused = true));
    }
  }
}

async function commit(payload: EachBatchPayload, handled: string): Promise<void> {
  const { topic, partition } = payload.batch;
  const offset = String(BigInt(handled) + 1n);
  await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
}

const keyOf = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;
