import type { FeedPosition } from '@intekenboek/event-sourcing-core';

import type { ReadModelRow } from './migrations';
import type { ReadModelCatalog } from './read-model-catalog';
import { type AnyReadModel, ReadModelCopy } from './read-model-copy';

/** The log that read models must tell of. */
export interface LogState {
  readonly logId: string;
  readonly head: FeedPosition;
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

const VERSION_CHANGED = 'its version changed';

/** Finds out which copies of read models can be trusted, and begins new ones for the rest. */
export class Recovery {
  constructor(
    private readonly catalog: ReadModelCatalog,
    private readonly log: LogState,
  ) {}

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
      await this.catalog.drop(building.schema_name);
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
    const next = building !== undefined && isResumable ? building : await this.catalog.begin(readModel);
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
    if (row.log_id !== this.log.logId) return 'it was made from another log';
    if (row.position > this.log.head) return 'it tells of more than the log';
    if ((await this.catalog.shapeOf(row.schema_name)) !== row.shape) return 'its tables are damaged';
    if (row.status === 'FAILED') return 'its projection failed before';
    return row.version === version ? null : VERSION_CHANGED;
  }
}

// The column holds what the engine read from a feed.
const positionOf = (row: ReadModelRow): FeedPosition => row.position as FeedPosition;

const copyOf = (readModel: AnyReadModel, row: ReadModelRow): ReadModelCopy =>
  new ReadModelCopy(readModel, row.role, positionOf(row));
