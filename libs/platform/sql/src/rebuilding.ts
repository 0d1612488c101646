import { FEED_START, KeyedQueue } from '@intekenboek/event-sourcing-core';

import { CopyTakenOver } from './copy-taken-over';
import type { Log } from './database';
import { kindOf } from './database-errors';
import { type KeptReadModel, Rebuild } from './kept-read-model';
import type { KeptReadModels } from './kept-read-models';
import type { ReadModelCatalog } from './read-model-catalog';
import { type AnyReadModel, ReadModelCopy } from './read-model-copy';
import type { RebuildProgress } from './read-model-engine.types';
import { RebuildMeter } from './rebuild-meter';

export interface RebuildingOptions {
  readonly models: KeptReadModels;
  readonly catalog: ReadModelCatalog;
  readonly log: Log;
  readonly onProgress: (progress: RebuildProgress) => void;
  /** There is a new copy to feed. */
  readonly onBegun: () => void;
  /** Another process has begun one: what is believed here is old. */
  readonly onTakenOver: () => void;
}

/** Builds read models anew beside what serves. */
export class Rebuilding {
  private readonly beginnings = new KeyedQueue();
  private dropping: Promise<void> = Promise.resolve();

  constructor(private readonly options: RebuildingOptions) {}

  /** Settles when nothing is under way any more. */
  async stop(): Promise<void> {
    await this.dropping;
  }

  /** Begins a rebuild, or joins the one that is under way. */
  async rebuild(name: string): Promise<void> {
    const { models, catalog } = this.options;
    const kept = models.get(name);
    await this.alone(name, async () => {
      if (kept.rebuild !== null) return;
      const { copy_id: id } = await catalog.begin(kept.readModel, kept.buildingId);
      kept.buildingId = id;
      const copy = new ReadModelCopy(kept.readModel, { id, role: 'BUILDING', position: FEED_START });
      this.follow(kept, copy, 'it was asked for');
    });
    await kept.rebuild?.done();
  }

  /** Does something about the copies of a read model while no rebuild of it can begin. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.beginnings.run(name, work);
  }

  /** A copy that is to be built: one that was begun now, or one that was found unfinished. */
  follow(kept: KeptReadModel, copy: ReadModelCopy, reason: string): void {
    if (kept.rebuild !== null) {
      kept.rebuild = kept.rebuild.resumedWith(copy);
      return;
    }
    const { name, version } = kept.readModel;
    kept.rebuild = new Rebuild(copy, new RebuildMeter(name, this.options.onProgress));
    const message = `Building read model ${name}: ${reason}.`;
    this.options.log({ level: 'info', message, facts: { readModel: name, readModelVersion: version } });
    this.options.onBegun();
  }

  /** Lets every finished copy take the place of the serving one. @throws CopyTakenOver */
  async promoteFinished(): Promise<void> {
    for (const kept of this.options.models.all) {
      if (kept.rebuild !== null && kept.isRebuilt()) await this.promote(kept, kept.rebuild);
    }
  }

  /** The same without waiting for its end, for damage and for requests; both come back when nothing was begun. */
  begin(name: string): void {
    this.rebuild(name).catch((error: unknown) => {
      if (error instanceof CopyTakenOver) return this.options.onTakenOver();
      const message = `Read model ${name} could not be built anew at this moment.`;
      this.options.log({ level: 'error', message, facts: { error: kindOf(error) } });
    });
  }

  private async promote(kept: KeptReadModel, rebuild: Rebuild): Promise<void> {
    const { models, catalog, log } = this.options;
    await this.dropping;
    await catalog.tidy(rebuild.copy.schema);
    await catalog.promote(rebuild.copy);
    rebuild.copy.becomeServing();
    kept.serving = rebuild.copy;
    kept.rebuild = null;
    kept.buildingId = null;
    kept.failure = null;
    kept.failedCopy = null;
    kept.served.reach(rebuild.copy.position, true);
    rebuild.meter.finish();
    rebuild.end();
    log({ level: 'info', message: `Read model ${kept.readModel.name} is complete and serves.` });
    models.changed();
    this.dropping = this.dropReplaced(kept.readModel);
  }

  /** Beside everything else, because queries under way may take their time; what stays is dropped the next time. */
  private async dropReplaced(readModel: AnyReadModel): Promise<void> {
    await this.dropping;
    await this.options.catalog.dropReplaced(readModel).catch((error: unknown) => {
      const message = `The former tables of ${readModel.name} are dropped later.`;
      this.options.log({ level: 'warn', message, facts: { error: kindOf(error) } });
    });
  }
}
