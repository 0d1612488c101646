import type { Instant } from '@intekenboek/event-sourcing-core';
import type { BusMessage, ReceivedMessage, TopicSpec } from '@intekenboek/messaging-application';
import { createHash } from 'node:crypto';

/** Of each partition the last so many messages are kept: memory is not for good. */
const KEPT_MAX = 10_000;

export class MemoryTopic {
  private readonly partitions: MemoryPartition[];

  constructor(readonly spec: TopicSpec) {
    this.partitions = Array.from({ length: spec.partitions }, () => new MemoryPartition());
  }

  append(message: BusMessage, receivedAt: Instant): void {
    const hash = createHash('sha256').update(message.key).digest().readUInt32BE();
    const partition = hash % this.spec.partitions;
    this.partitions[partition]?.append({ ...message, partition, receivedAt });
  }

  /** The first message that is kept at or after `offset`. */
  read(partition: number, offset: number): ReceivedMessage | undefined {
    return this.partitions[partition]?.read(offset);
  }
}

class MemoryPartition {
  private readonly messages: ReceivedMessage[] = [];
  private forgotten = 0;

  append(message: Omit<ReceivedMessage, 'offset'>): void {
    const offset = String(this.forgotten + this.messages.length);
    this.messages.push({ ...message, headers: { ...message.headers }, offset });
    if (this.messages.length < 2 * KEPT_MAX) return;
    this.messages.splice(0, KEPT_MAX);
    this.forgotten += KEPT_MAX;
  }

  read(offset: number): ReceivedMessage | undefined {
    return this.messages[Math.max(0, offset - this.forgotten)];
  }
}
