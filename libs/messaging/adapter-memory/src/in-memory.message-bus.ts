import {
  type BusMessage,
  BusUnavailable,
  type Consumption,
  growingPause,
  type Log,
  messageBytes,
  type MessageBus,
  MessageTooLarge,
  type Timer,
  type TopicPartition,
  type TopicSpec,
} from '@intekenboek/messaging-application';

import type { InMemoryBroker } from './in-memory.broker';
import type { MemoryGroup } from './memory-group';
import { MemoryMembership, type PartitionWork } from './memory-membership';

export interface InMemoryMessageBusOptions {
  readonly broker: InMemoryBroker;
  readonly timer: Timer;
  readonly log: Log;
}

/** For the tier of one process and for specs: the same contract as Kafka, as long as the process lives. */
export class InMemoryMessageBus implements MessageBus {
  private readonly closing = new AbortController();
  private readonly consuming = new Set<Promise<void>>();
  private isClosed = false;

  constructor(private readonly options: InMemoryMessageBusOptions) {}

  async publish(messages: readonly BusMessage[]): Promise<void> {
    this.requireOpen();
    const { broker } = this.options;
    for (const message of messages) {
      const { messageBytesMax } = broker.topic(message.topic).spec;
      const bytes = messageBytes(message);
      if (bytes > messageBytesMax) throw new MessageTooLarge(message.topic, bytes, messageBytesMax);
    }
    broker.append(messages);
  }

  async consume(consumption: Consumption, signal: AbortSignal): Promise<void> {
    if (this.closing.signal.aborted) throw closedBus();
    const group = this.options.broker.group(consumption.group);
    const work: PartitionWork = (partition, stop) => this.handleInTurn(consumption, group, partition, stop);
    const membership = new MemoryMembership(group, consumption.topics, work, consumption.onAssigned);
    const consuming = membership.takePart(AbortSignal.any([signal, this.closing.signal]));
    this.consuming.add(consuming);
    try {
      await consuming;
    } finally {
      this.consuming.delete(consuming);
    }
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    this.requireOpen();
    for (const spec of specs) this.options.broker.ensure(spec);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.consuming);
    this.isClosed = true;
  }

  private async handleInTurn(
    { group: groupName, handle }: Consumption,
    group: MemoryGroup,
    partition: TopicPartition,
    signal: AbortSignal,
  ): Promise<void> {
    const { broker, timer, log } = this.options;
    let failures = 0;
    while (!signal.aborted) {
      const message = broker.read(partition, group.offsetOf(partition));
      if (message === undefined) {
        await broker.changes.next(signal);
        continue;
      }
      try {
        await handle(message);
        group.moveTo(partition, Number(message.offset) + 1);
        failures = 0;
      } catch (error) {
        failures += 1;
        const facts = {
          group: groupName,
          ...partition,
          offset: message.offset,
          failures,
          error: String(error),
        };
        log({ level: 'warn', message: 'A message was not handled; it comes again after a pause.', facts });
        await timer.wait(growingPause(failures, timer.chance()), signal);
      }
    }
  }

  private requireOpen(): void {
    if (this.isClosed) throw closedBus();
  }
}

const closedBus = () => new BusUnavailable('The bus in memory is closed.');
