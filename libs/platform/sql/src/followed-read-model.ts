import type { FeedPosition } from '@intekenboek/event-sourcing-core';

import type { ReadModelRow } from './migrations';
import type { AnyReadModel } from './read-model-copy';
import type { ProjectionFailure, ReadModelStatus } from './read-model-engine.types';
import type { ServedReadModel } from './served-read-model';

/** One read model that another process keeps up, as it is seen from here. */
export class FollowedReadModel {
  private isRebuilding = false;
  private failure: ProjectionFailure | null = null;
  /** The form of the tables of our version, as soon as somebody has made them. */
  private shape: string | null = null;
  /** Which rows queries have met: these tables, as the page at this position left them. */
  private seen = '';

  constructor(
    readonly readModel: AnyReadModel,
    readonly served: ServedReadModel,
    private readonly logId: string,
  ) {}

  /** Takes over what is stored about the copies. */
  follow(rows: readonly ReadModelRow[]): void {
    const { name, version } = this.readModel;
    const own = rows.filter((row) => row.name === name && row.log_id === this.logId);
    this.shape = own.find((row) => row.version === version)?.shape ?? this.shape;
    const building = own.find(({ role }) => role === 'BUILDING');
    const answering = own.find((row) => row.role === 'SERVING' && this.fits(row));
    const telling = answering ?? building;
    this.isRebuilding = building?.status === 'LIVE';
    this.failure = own.find(({ failure }) => failure !== null)?.failure ?? null;
    if (telling?.status === 'FAILED') this.fail();
    else if (answering === undefined) this.withdraw();
    else this.serve(answering);
  }

  isSettledAt(head: FeedPosition): boolean {
    const { serving } = this.served;
    return serving === 'FAILED' || (serving === 'SERVING' && this.served.position() >= head);
  }

  status(): ReadModelStatus {
    return {
      name: this.readModel.name,
      version: this.readModel.version,
      serving: this.served.serving,
      position: this.served.position(),
      isRebuilding: this.isRebuilding,
      failure: this.failure,
    };
  }

  /** Tables of another version can answer when they have the same form, be it with the meaning of yesterday. */
  private fits({ version, shape }: ReadModelRow): boolean {
    return version === this.readModel.version || shape === this.shape;
  }

  private serve({ copy_id, changed_position, position }: ReadModelRow): void {
    const current = `${copy_id} ${changed_position}`;
    // The column holds what the engine read from a feed.
    this.served.reach(position as FeedPosition, current !== this.seen);
    this.seen = current;
  }

  private withdraw(): void {
    this.served.withdraw();
    this.seen = '';
  }

  private fail(): void {
    this.served.fail();
    this.seen = '';
  }
}
