import type { ReceivedMessage } from './message-bus.port';

/** How often in a row a message failed. One for each partition is remembered, because a partition waits for it. */
export class FailureCount {
  private readonly byPartition = new Map<string, { readonly offset: string; readonly failures: number }>();

  /** Gives how often the message has failed now. */
  add(message: ReceivedMessage): number {
    const key = keyOf(message);
    const before = this.byPartition.get(key);
    const failures = before?.offset === message.offset ? before.failures + 1 : 1;
    this.byPartition.set(key, { offset: message.offset, failures });
    return failures;
  }
}

const keyOf = ({ topic, partition }: ReceivedMessage): string => `${topic}/${partition}`;
