import type { Clock, Instant } from '@intekenboek/event-sourcing-core';
import {
  type BusMessage,
  BusUnavailable,
  type ReceivedMessage,
  TopicDiffers,
  type TopicPartition,
  type TopicSpec,
} from '@intekenboek/messaging-application';

import { MemoryGroup } from './memory-group';
import { MemoryTopic } from './memory-topic';
import { WakeUp } from './wake-up';

const systemClock: Pick<Clock, 'now'> = { now: () => new Date().toISOString() as Instant };

/** What several buses of one process talk to, as services talk to a broker. It forgets everything with the process. */
export class InMemoryBroker {
  readonly changes = new WakeUp();
  private readonly topics = new Map<string, MemoryTopic>();
  private readonly groups = new Map<string, MemoryGroup>();
  private isAway = false;

  constructor(private readonly clock: Pick<Clock, 'now'> = systemClock) {}

  /** From now on nobody can reach it, until `comeBack`. */
  goAway(): void {
    this.isAway = true;
  }

  comeBack(): void {
    this.isAway = false;
    this.changes.now();
  }

  group(name: string): MemoryGroup {
    const group = this.groups.get(name) ?? new MemoryGroup(this.topics);
    this.groups.set(name, group);
    return group;
  }

  ensure(spec: TopicSpec): void {
    this.requireHere();
    const topic = this.topics.get(spec.topic);
    if (topic === undefined) {
      this.topics.set(spec.topic, new MemoryTopic(spec));
      for (const group of this.groups.values()) group.share();
      return;
    }
    const differences = differencesOf(topic.spec, spec);
    if (differences.length > 0) throw new TopicDiffers(spec.topic, differences);
  }

  /** @throws BusUnavailable when it is away or has no such topic. */
  topic(name: string): MemoryTopic {
    this.requireHere();
    const topic = this.topics.get(name);
    if (topic === undefined) {
      throw new BusUnavailable(`There is no topic ${name}. Make it first with ensureTopics.`);
    }
    return topic;
  }

  append(messages: readonly BusMessage[]): void {
    for (const message of messages) this.topic(message.topic).append(message, this.clock.now());
    this.changes.now();
  }

  /** Nothing while it is away. */
  read({ topic, partition }: TopicPartition, offset: number): ReceivedMessage | undefined {
    return this.isAway ? undefined : this.topics.get(topic)?.read(partition, offset);
  }

  private requireHere(): void {
    if (this.isAway) throw new BusUnavailable('The bus in memory is away.');
  }
}

const differencesOf = (found: TopicSpec, wanted: TopicSpec): readonly string[] =>
  Object.entries(wanted)
    .map(([name, value]) => [name, JSON.stringify(found[name as keyof TopicSpec]), JSON.stringify(value)])
    .filter(([, is, mustBe]) => is !== mustBe)
    .map(([name, is, mustBe]) => `${name} is ${is} and must be ${mustBe}`);
