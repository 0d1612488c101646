import type { Checkpoint, FeedPosition } from '@intekenboek/event-sourcing-core';

import { checkpointFrom } from './event-note';
import type { ReadModelRow } from './migrations';
import type { ReadModelCatalog } from './read-model-catalog';
import { type AnyReadModel, ReadModelCopy } from './read-model-copy';

/** The log that read models must tell of. */
export interface LogState {
  readonly logId: string;
  /** Asked after what is stored was read, so that what another process writes meanwhile is not taken for too much. */
  readonly holds: (checkpoint: Checkpoint) => Promise<boolean>;
}

/** What of a read model was found in the database and may be used. */
export interface FoundCopies {
  /** Serves and is kept up with the feed. */
  readonly serving: ReadModelCopy | null;
  /** Where an older version serves, as it is, until the new copy takes its place. */
  readonly frozenAt: FeedPosition | null;
  readonly building: { readonly copy: ReadModelCopy; readonly reason: string } | null;
}

type Stored = ReadModelRow | undefined;

const ANOTHER_LOG = 'it was made from another log';
const BEYOND_THE_LOG = 'it tells of more than the log';
const DAMAGED = 'its tables are damaged';
const VERSION_CHANGED = 'its version changed';

/**
 * Finds out which copies of read models can be trusted, and begins new ones for the rest. What it finds may be out of
 * date at once, when another process is at work: then the first page is refused, or what is done here with CopyTakenOver.
 */
export class Recovery {
  constructor(
    private readonly catalog: ReadModelCatalog,
    private readonly log: LogState,
  ) {}

  /** Whether the log holds what all of these copies came to. */
  async holdsAll(rows: readonly ReadModelRow[]): Promise<boolean> {
    const own = rows.filter((row) => row.log_id === this.log.logId);
    const notes = new Map(own.map(({ position, event_note }) => [position, event_note]));
    for (const [position, note] of notes)
      if (!(await this.log.holds(checkpointFrom(position, note)))) return false;
    return true;
  }

  async recover(readModel: AnyReadModel, rows: readonly ReadModelRow[]): Promise<FoundCopies> {
    const own = rows.filter(({ name }) => name === readModel.name);
    const serving = own.find(({ role }) => role === 'SERVING');
    const building = own.find(({ role }) => role === 'BUILDING');
    const reason = await this.distrust(serving, readModel.version);
    return serving !== undefined && reason === null
      ? this.goOn(readModel, serving, building)
      : this.beginAnew(readModel, { serving, building, reason: reason ?? '' });
  }

  private async goOn(readModel: AnyReadModel, serving: ReadModelRow, building: Stored): Promise<FoundCopies> {
    const found = { serving: copyOf(readModel, serving), frozenAt: null };
    if (building === undefined) return { ...found, building: null };
    if ((await this.distrust(building, readModel.version)) !== null) {
      await this.catalog.drop(building);
      return { ...found, building: null };
    }
    const reason = 'a rebuild was interrupted';
    return { ...found, building: { copy: copyOf(readModel, building), reason } };
  }

  private async beginAnew(
    readModel: AnyReadModel,
    found: { serving: Stored; building: Stored; reason: string },
  ): Promise<FoundCopies> {
    const { serving, building, reason } = found;
    const isResumable = (await this.distrust(building, readModel.version)) === null;
    const next =
      building !== undefined && isResumable
        ? building
        : await this.catalog.begin(readModel, building?.copy_id ?? null);
    // Other processes may be reading it, and cannot see what is wrong with it.
    if (serving !== undefined && [BEYOND_THE_LOG, DAMAGED].includes(reason)) await this.catalog.drop(serving);
    // Tables of the same form can answer the queries of today, be it with the meaning of yesterday.
    const canServe = serving !== undefined && reason === VERSION_CHANGED && serving.shape === next.shape;
    return {
      serving: null,
      frozenAt: canServe ? positionOf(serving) : null,
      building: { copy: copyOf(readModel, next), reason },
    };
  }

  /** Why a stored copy must not be used as it is; null when it may. */
  private async distrust(row: Stored, version: number): Promise<string | null> {
    if (row === undefined) return 'it is not there yet';
    if (row.log_id !== this.log.logId) return ANOTHER_LOG;
    if (!(await this.log.holds(checkpointFrom(row.position, row.event_note)))) return BEYOND_THE_LOG;
    if ((await this.catalog.shapeOf(row.schema_name)) !== row.shape) return DAMAGED;
    if (row.status === 'FAILED') return 'its projection failed before';
    return row.version === version ? null : VERSION_CHANGED;
  }
}

// The column holds what the engine read from a feed.
const positionOf = (row: ReadModelRow): FeedPosition => row.position as FeedPosition;

const copyOf = (readModel: AnyReadModel, row: ReadModelRow): ReadModelCopy =>
  new ReadModelCopy(readModel, { id: row.copy_id, role: row.role, position: positionOf(row) });
