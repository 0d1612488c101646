import type { Instant } from '@intekenboek/event-sourcing-core';

/** Text on a topic. Messages with the same key stay in the order in which they were published. */
export interface BusMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ReceivedMessage extends BusMessage {
  readonly partition: number;
  /** Its number in the partition, in decimal digits: it may be larger than a `number` can tell. */
  readonly offset: string;
  /** When the broker wrote it, by the broker's clock; no sender chooses it. */
  readonly receivedAt: Instant;
  /** Only there when the value is not UTF-8: its bytes in base64. `value` then has marks where it cannot be read. */
  readonly valueBase64?: string;
}

/** A topic as it must be. Everything that decides whether messages are kept is said, nothing is left to a default. */
export interface TopicSpec {
  readonly topic: string;
  /** Never changed later: keys would move to other partitions and lose their order. */
  readonly partitions: number;
  /** On how many brokers each partition is kept, and how many of these must have a message before it is acknowledged. */
  readonly replicas: number;
  readonly inSyncMin: number;
  /** How long a message is kept. */
  readonly retention: 'FOREVER' | { readonly days: number };
  /** The largest message, in bytes of key, value and headers together. */
  readonly messageBytesMax: number;
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

export interface Consumption {
  /** The members of a group share the partitions; another group gets all messages too. A new group begins at the start. */
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Called for the messages of one partition one after another, in their order; for different partitions side by
   * side. When it rejects, the same message comes again after a pause, which grows; its partition waits and the
   * others go on.
   */
  readonly handle: (message: ReceivedMessage) => Promise<void>;
  /** Called with the partitions that this member has, each time they are given out; the first time it is ready. */
  readonly onAssigned?: (partitions: readonly TopicPartition[]) => void;
}

/** The way to other systems. Every adapter passes `messageBusContract`. */
export interface MessageBus {
  /**
   * Settles when every message was acknowledged by all in-sync replicas. Messages of one key appear in the order
   * of this list and of the calls; a repeat after a failure may put one on its topic twice, never in front of an earlier one.
   * @throws MessageTooLarge when one is larger than its topic takes; then none was sent.
   * @throws BusUnavailable when not all were acknowledged in time. Some may have been sent; sending all again is safe.
   */
  publish(messages: readonly BusMessage[]): Promise<void>;

  /**
   * Receives until `signal` aborts, then ends without an error: what is being handled is waited for and remembered.
   * At least once: what was handled and not yet remembered when the process or the broker fell comes again.
   * Trouble with the broker is logged and outlived.
   * @throws BusUnavailable only when the bus is closed.
   */
  consume(consumption: Consumption, signal: AbortSignal): Promise<void>;

  /**
   * Makes the topics that are not there.
   * @throws TopicDiffers when one is there with other settings; nothing is changed about it.
   * @throws BusUnavailable when the broker cannot be reached.
   */
  ensureTopics(specs: readonly TopicSpec[]): Promise<void>;

  /** Waits for what is being published and handled. Every later call fails with BusUnavailable; closing again is safe. */
  close(): Promise<void>;
}

/** The broker cannot be reached, or did not acknowledge in time. The message is for the operator and says what to do. */
export class BusUnavailable extends Error {
  override readonly name = 'BusUnavailable';
}

export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';

  constructor(
    readonly topic: string,
    readonly bytes: number,
    readonly bytesMax: number,
  ) {
    super(`A message of ${bytes} bytes is too large for topic ${topic}, which takes ${bytesMax}.`);
  }
}

export class TopicDiffers extends Error {
  override readonly name = 'TopicDiffers';

  /** `differences` are sentences such as `cleanup.policy is compact and must be delete`. */
  constructor(
    readonly topic: string,
    readonly differences: readonly string[],
  ) {
    super(
      `Topic ${topic} is there with other settings: ${differences.join('; ')}. ` +
        'Change them on the broker, or give the topic another name.',
    );
  }
}
