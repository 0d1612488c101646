import type { FeedPosition } from '@intekenboek/event-sourcing-core';

/** Knows how far the read models are. */
export interface ReadModelGate {
  /**
   * Resolves once every read model has passed `position`.
   * @throws ReadModelBehind when that takes longer than `timeoutMs`.
   * @throws PositionUnknown when the log never gave out this position.
   */
  waitFor(position: FeedPosition, timeoutMs: number): Promise<void>;
}

export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';

  constructor(
    readonly position: FeedPosition,
    readonly reached: FeedPosition,
  ) {
    super(`The read models have not passed position ${position} yet.`);
  }
}

export class PositionUnknown extends Error {
  override readonly name = 'PositionUnknown';

  constructor(readonly position: string) {
    super('This position is not of our log.');
  }
}
