import type { BusMessage, MessageBus, TopicSpec } from '@intekenboek/messaging-application';
import { randomUUID } from 'node:crypto';

/** How the suite reaches the broker of an adapter. */
export interface BusUnderTest {
  /** A connection of its own to the one broker; the suite closes it. */
  readonly open: () => Promise<MessageBus>;
  /** A connection to a broker that is not there. */
  readonly openAway: () => Promise<MessageBus>;
}

/** A name that no other run uses, on a broker that several may share. */
export const newName = (kind: string): string => `test-${kind}-${randomUUID()}`;

export const topicSpec = (overrides: Partial<TopicSpec> = {}): TopicSpec => ({
  topic: newName('topic'),
  partitions: 1,
  replicas: 1,
  inSyncMin: 1,
  retention: { days: 1 },
  messageBytesMax: 65_536,
  ...overrides,
});

/** A topic of its own, empty; gives its name. */
export async function newTopic(bus: MessageBus, overrides: Partial<TopicSpec> = {}): Promise<string> {
  const spec = topicSpec(overrides);
  await bus.ensureTopics([spec]);
  return spec.topic;
}

export const message = (topic: string, key: string, value: string): BusMessage => ({
  topic,
  key,
  value,
  headers: {},
});

/** Numbered messages, dealt out over keys. */
export const numbered = (topic: string, count: number, keys: readonly string[] = ['k']): BusMessage[] =>
  Array.from({ length: count }, (_, n) => message(topic, keys[n % keys.length] ?? 'k', String(n)));

export const keysNamed = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `key-${n}`);
