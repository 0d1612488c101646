import type { Checkpoint } from './checkpoint';
import type { FeedPosition } from './event-store.port';

/**
 * How far those who read the feed have come, each under a name of its own: `relay`. Belongs to one log; for another
 * log everybody is at the start. Every adapter passes `checkpointStoreContract`.
 */
export interface CheckpointStore {
  /** At the start for a name that was never moved. */
  read(name: string): Promise<Checkpoint>;

  /**
   * Moves a checkpoint that stands at `from`; `to` may be anywhere, also before it. When it settles the new
   * place survives the loss of the process.
   * @throws CheckpointMoved when it does not stand at `from`: another process reads under this name. Nothing is moved.
   */
  move(name: string, from: FeedPosition, to: Checkpoint): Promise<void>;
}

/** Somebody else moved the checkpoint: what this process believed is old, and it must do no more under this name. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';

  constructor(
    readonly checkpoint: string,
    readonly expected: FeedPosition,
  ) {
    super(
      `Checkpoint ${checkpoint} is no longer at ${expected || 'the start'}: another process has moved it.`,
    );
  }
}
