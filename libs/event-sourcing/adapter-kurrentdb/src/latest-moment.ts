import type { Instant, RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { StoredTimes } from './stored-event';

/**
 * The latest moment of recording that this store has met. What it appends is not recorded before it, also when the
 * clock of a new leader is behind, or when the log that was imported comes from ahead of it.
 */
export class LatestMoment {
  private latest: Instant | undefined;

  met(event: RecordedEvent | undefined): void {
    if (event === undefined) return;
    if (this.latest === undefined || event.recordedAt > this.latest) this.latest = event.recordedAt;
  }

  forAppend(): StoredTimes {
    return this.latest === undefined ? {} : { notBefore: this.latest };
  }
}
