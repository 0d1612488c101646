import {
  CheckpointMoved,
  type CheckpointStore,
  FEED_START,
  type FeedPosition,
} from '@intekenboek/event-sourcing-core';

/** For tests: it forgets, but keeps the same contract as the store that does not. */
export class InMemoryCheckpointStore implements CheckpointStore {
  /** Stores that are given the same `stored` share what is in it, as processes share a database. */
  constructor(
    private readonly logId = 'log',
    private readonly stored = new Map<string, FeedPosition>(),
  ) {}

  async read(name: string): Promise<FeedPosition> {
    return this.stored.get(this.keyOf(name)) ?? FEED_START;
  }

  async move(name: string, from: FeedPosition, to: FeedPosition): Promise<void> {
    if ((this.stored.get(this.keyOf(name)) ?? FEED_START) !== from) throw new CheckpointMoved(name, from);
    this.stored.set(this.keyOf(name), to);
  }

  private keyOf(name: string): string {
    return JSON.stringify([this.logId, name]);
  }
}
