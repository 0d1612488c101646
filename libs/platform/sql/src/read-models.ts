import type { ReadModel, ReadModelHandle } from './read-model';
import type { ReadModelStatus } from './read-model-engine.types';

/** What a process knows of read models, whether it keeps them up itself or only reads what another process keeps up. */
export interface ReadModels {
  /** The way for queries. The handle stays the same whatever happens to the tables behind it. */
  handle<DB>(readModel: ReadModel<DB>): ReadModelHandle<DB>;
  status(): readonly ReadModelStatus[];
  /** Settles when every read model tells all that the log has now, or has failed: see `status`. */
  caughtUp(): Promise<void>;
  /** Settles whoever waits. The database stays open: who opened it closes it. */
  stop(): Promise<void>;
}

/** Announced when a checkpoint has moved, or when something else about a read model is new. */
export const READ_MODELS_CHANNEL = 'intekenboek_read_model';
