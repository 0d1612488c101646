import type { EventStore, FeedPosition } from '@intekenboek/event-sourcing-core';

import type { Database, Log } from './database';
import type { ReadModel } from './read-model';

/** A read model of any tables, as the engine holds it. */
export type AnyReadModel = ReadModel<unknown>;

export interface RebuildProgress {
  readonly readModel: string;
  /** Events of the log read so far, and in this run per second. */
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

/** `position` of a failed projection is the event that it could not apply. */
export interface ProjectionFailure {
  readonly position: FeedPosition;
  readonly eventType: string;
  readonly error: string;
}

export interface ReadModelStatus {
  readonly name: string;
  readonly version: number;
  /** What queries meet: an answer, or `ReadModelUnavailable` with this reason. */
  readonly serving: 'SERVING' | 'BUILDING' | 'FAILED';
  readonly position: FeedPosition;
  readonly isRebuilding: boolean;
  readonly failure: ProjectionFailure | null;
}
