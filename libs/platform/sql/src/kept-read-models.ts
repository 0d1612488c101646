import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { Database, Log } from './database';
import { kindOf, placeOf } from './database-errors';
import { KeptReadModel } from './kept-read-model';
import { ReadModelUnavailable } from './read-model';
import type { AnyReadModel, ReadModelCopy } from './read-model-copy';
import { READ_MODELS_CHANNEL } from './read-models';
import { ServedReadModel } from './served-read-model';

/** All read models of one engine, and who waits for them. */
export class KeptReadModels {
  private readonly models = new Map<string, KeptReadModel>();
  private watchers: (() => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    readModels: readonly AnyReadModel[],
  ) {
    for (const readModel of readModels) {
      const { name } = readModel;
      if (this.models.has(name)) throw new Error(`Two read models are named ${name}.`);
      this.models.set(name, new KeptReadModel(readModel, new ServedReadModel(name, database.kysely)));
    }
  }

  get all(): readonly KeptReadModel[] {
    return [...this.models.values()];
  }

  get(name: string): KeptReadModel {
    const kept = this.models.get(name);
    if (kept === undefined) throw new Error(`There is no read model ${name}.`);
    return kept;
  }

  has(name: string): boolean {
    return this.models.has(name);
  }

  /** The copies that the feed goes into. */
  fed(): readonly ReadModelCopy[] {
    return this.all.flatMap((kept) => kept.fed());
  }

  isServing(): boolean {
    return this.all.some(({ served }) => served.serving === 'SERVING');
  }

  /** A page was written into these copies. */
  moved(copies: readonly ReadModelCopy[], events: number): void {
    for (const copy of copies) {
      const kept = this.get(copy.readModel.name);
      if (copy.role === 'BUILDING') kept.rebuild?.meter.count(events);
      else if (!copy.isFailed) kept.served.reach(copy.position, copy.takeChange());
    }
    this.changed();
  }

  /** The projection of a copy could not apply `event`. */
  failed(copy: ReadModelCopy, event: RecordedEvent, error: unknown): KeptReadModel {
    const { name } = copy.readModel;
    const kept = this.get(name);
    kept.failure = { position: event.position, eventType: event.type, error: kindOf(error) };
    kept.failedCopy = copy;
    const facts = { name, role: copy.role, ...kept.failure, at: placeOf(error) };
    this.log({ level: 'error', message: `Read model ${name} stops: it cannot apply an event.`, facts });
    if (copy.role === 'BUILDING') {
      kept.rebuild?.end(new ReadModelUnavailable(name, 'FAILED'));
      kept.rebuild = null;
    }
    if (copy.role === 'SERVING' || kept.served.serving === 'BUILDING') kept.served.fail();
    this.changed();
    return kept;
  }

  /** The database is gone: none of them will answer again. */
  lost(): void {
    for (const kept of this.all) {
      kept.serving = null;
      kept.rebuild?.end(new ReadModelUnavailable(kept.readModel.name, 'FAILED'));
      kept.rebuild = null;
      kept.served.fail();
    }
    this.changed();
  }

  stop(): void {
    for (const { served } of this.all) served.stop();
    this.changed();
  }

  /** Settles when something may be other than before. */
  nextChange(): Promise<void> {
    return new Promise((resolve) => this.watchers.push(resolve));
  }

  changed(): void {
    const { watchers } = this;
    this.watchers = [];
    for (const resolve of watchers) resolve();
    this.database.announce(READ_MODELS_CHANNEL);
  }
}
