import type { FeedPosition, RecordedEvent } from '@intekenboek/event-sourcing-core';
import type { Kysely } from 'kysely';

/**
 * A group of tables that answers one family of questions. It may be lost at any time, because it is rebuilt from the
 * event log. `DB` lists its tables: names and rows, in the way of Kysely, without schema and without `feed_position`.
 *
 * In rows a `date` is a 'yyyy-mm-dd' string, a `timestamptz` an ISO string in UTC with milliseconds, `bigint` and
 * `numeric` are numbers, `json` and `jsonb` are parsed; what is not known is null, never undefined. Text is ordered by its
 * bytes, whatever language the database speaks; text taken out of JSON inside SQL is not.
 */
export interface ReadModel<DB> {
  /** lower_snake, unique in the product: `agreements`. It is also the PostgreSQL schema that serves. */
  readonly name: string;
  /** Raise it when tables or their meaning change: the read model is then rebuilt beside the serving copy. */
  readonly version: number;
  /** The stored event types it wants. All others only move its checkpoint. */
  readonly eventTypes: readonly string[];
  /** Makes the empty tables and their indexes; `tables` is bound to the new schema. */
  createTables(tables: Kysely<DB>): Promise<void>;
  /**
   * Applies a page of events, in order, inside the transaction that moves the checkpoint. It has nothing to refuse:
   * what it is told has happened. Delivery is at least once: applying a page twice must change nothing.
   */
  project(tables: Kysely<DB>, page: readonly RecordedEvent[]): Promise<void>;
}

/** How queries reach a read model. */
export interface ReadModelHandle<DB> {
  /**
   * The serving tables. Ask for them anew in every query and do not keep them.
   * @throws ReadModelUnavailable while the first copy is being built, and after a failed projection.
   */
  tables(): Kysely<DB>;
  /** The position up to which the serving tables tell what happened; `FEED_START` when there are none. */
  position(): FeedPosition;
  /**
   * Settles as soon as the serving tables know the event at `position`.
   * @throws ReadModelBehind after `timeoutMs`; ReadModelUnavailable when a failure means that waiting is in vain.
   */
  waitFor(position: FeedPosition, timeoutMs: number): Promise<void>;
  /** What `compute` gave, remembered under `key` until an event changes this read model: for heavy national queries. */
  cached<T>(key: string, compute: () => Promise<T>): Promise<T>;
}

/** Why a read model cannot answer: its first copy is being built, or its projection failed (see the log). */
export type UnavailabilityReason = 'BUILDING' | 'FAILED';

export class ReadModelUnavailable extends Error {
  override readonly name = 'ReadModelUnavailable';

  constructor(
    readonly readModel: string,
    readonly reason: UnavailabilityReason,
  ) {
    super(`Read model ${readModel} cannot answer: ${reason}.`);
  }
}

export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';

  constructor(
    readonly readModel: string,
    readonly wanted: FeedPosition,
    readonly reached: FeedPosition,
  ) {
    super(`Read model ${readModel} is at ${reached || 'the start'} and did not reach ${wanted} in time.`);
  }
}
