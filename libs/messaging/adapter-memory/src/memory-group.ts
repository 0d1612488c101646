import { KeyedQueue } from '@intekenboek/event-sourcing-core';
import type { TopicPartition } from '@intekenboek/messaging-application';

import type { MemoryTopic } from './memory-topic';

/** Somebody who takes part in a group. */
export interface MemoryMember {
  readonly topics: readonly string[];
  /** Tells what it has from now on, instead of what it had. */
  assign(partitions: readonly TopicPartition[]): void;
}

/** Those who share partitions, and how far the group has come in each. */
export class MemoryGroup {
  /** A partition goes to the next member when the one before has let go of it. */
  readonly turns = new KeyedQueue();
  private readonly offsets = new Map<string, number>();
  private members: readonly MemoryMember[] = [];

  constructor(private readonly topics: ReadonlyMap<string, MemoryTopic>) {}

  join(member: MemoryMember): void {
    this.members = [...this.members, member];
    this.share();
  }

  leave(member: MemoryMember): void {
    this.members = this.members.filter((one) => one !== member);
    member.assign([]);
    this.share();
  }

  /** Gives out all partitions anew. */
  share(): void {
    const shares = new Map<MemoryMember, TopicPartition[]>(this.members.map((member) => [member, []]));
    for (const [topic, { spec }] of this.topics) {
      const takers = this.members.filter(({ topics }) => topics.includes(topic));
      for (let partition = 0; takers.length > 0 && partition < spec.partitions; partition += 1) {
        const taker = takers[partition % takers.length];
        if (taker !== undefined) shares.get(taker)?.push({ topic, partition });
      }
    }
    for (const [member, partitions] of shares) member.assign(partitions);
  }

  offsetOf(partition: TopicPartition): number {
    return this.offsets.get(keyOf(partition)) ?? 0;
  }

  moveTo(partition: TopicPartition, offset: number): void {
    this.offsets.set(keyOf(partition), offset);
  }
}

export const keyOf = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;
