import {
  type Checkpoint,
  CHECKPOINT_AT_START,
  CheckpointMoved,
  type CheckpointStore,
  type FeedPosition,
} from '@intekenboek/event-sourcing-core';

/** For tests: it forgets, but keeps the same contract as the store that does not. */
export class InMemoryCheckpointStore implements CheckpointStore {
  /** Stores that are given the same `stored` share what is in it, as processes share a database. */
  constructor(
    private readonly logId = 'log',
    private readonly stored = new Map<string, Checkpoint>(),
  ) {}

  async read(name: string): Promise<Checkpoint> {
    return this.now(name);
  }

  async move(name: string, from: FeedPosition, { position, eventId, recordedAt }: Checkpoint): Promise<void> {
    if (this.now(name).position !== from) throw new CheckpointMoved(name, from);
    this.stored.set(this.keyOf(name), { position, eventId, recordedAt });
  }

  private now(name: string): Checkpoint {
    return this.stored.get(this.keyOf(name)) ?? CHECKPOINT_AT_START;
  }

  private keyOf(name: string): string {
    return JSON.stringify([this.logId, name]);
  }
}
