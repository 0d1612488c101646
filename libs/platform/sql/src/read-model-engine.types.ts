import type { EventStore, FeedPosition } from '@intekenboek/event-sourcing-core';

import type { Database, Log } from './database';
import type { UnavailabilityReason } from './read-model';
import type { AnyReadModel } from './read-model-copy';

export interface RebuildProgress {
  readonly readModel: string;
  /** Events of the log read so far in this run, and per second. How many there are, a log does not tell. */
  readonly eventsDone: number;
  readonly eventsPerSecond: number;
  readonly finished: boolean;
}

export interface ReadModelEngineOptions {
  readonly database: Database;
  readonly eventStore: EventStore;
  readonly readModels: readonly AnyReadModel[];
  /** Called at most once a second for every rebuild, and once when it ends. */
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly log?: Log;
}

/** The event that a projection could not apply, and the kind of error: never its message, which may hold data. */
export interface ProjectionFailure {
  readonly position: FeedPosition;
  readonly eventType: string;
  readonly error: string;
}

export interface ReadModelStatus {
  readonly name: string;
  readonly version: number;
  /** What queries meet: an answer, or `ReadModelUnavailable` with this reason. */
  readonly serving: 'SERVING' | UnavailabilityReason;
  /** Up to where the serving tables tell what happened. */
  readonly position: FeedPosition;
  readonly isRebuilding: boolean;
  readonly failure: ProjectionFailure | null;
}
