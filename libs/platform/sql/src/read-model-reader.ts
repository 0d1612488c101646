import type { EventStore } from '@intekenboek/event-sourcing-core';

import type { Database, Log } from './database';
import { kindOf } from './database-errors';
import { FollowedReadModel } from './followed-read-model';
import { Listeners } from './listeners';
import { WakeUp } from './pause';
import type { ReadModel, ReadModelHandle } from './read-model';
import { readModelRows } from './read-model-catalog';
import type { AnyReadModel } from './read-model-copy';
import type { ReadModelStatus } from './read-model-engine.types';
import { READ_MODELS_CHANNEL, type ReadModels } from './read-models';
import { requestRebuild } from './rebuild-request';
import { ServedReadModel } from './served-read-model';

export interface ReadModelReaderOptions {
  readonly database: Database;
  /** The log that the read models must tell of; only asked for its identity and its head. */
  readonly eventStore: Pick<EventStore, 'logId' | 'head'>;
  readonly readModels: readonly AnyReadModel[];
  readonly log?: Log;
}

/** How often to look without being woken: seldom, and often while somebody waits. */
const LOOK_EVERY_MS = { idle: 250, awaited: 25 };

/**
 * Read models that another process keeps up: the same handles as the engine gives, without feeding anything. It looks
 * whenever a checkpoint is announced to have moved, and now and then because announcements can get lost. What the tables
 * tell is never older than what a handle says of them.
 */
export class ReadModelReader implements ReadModels {
  private readonly followed = new Map<string, FollowedReadModel>();
  private readonly stopping = new AbortController();
  private readonly waking = new WakeUp(this.stopping.signal);
  private readonly changes = new Listeners();
  private readonly leaving: (() => void)[] = [];
  private readonly log: Log;
  private isOutOfReach = false;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: ReadModelReaderOptions,
    logId: string,
  ) {
    const { database, readModels, log = () => undefined } = options;
    this.log = log;
    for (const readModel of readModels) {
      const { name } = readModel;
      if (this.followed.has(name)) throw new Error(`Two read models are named ${name}.`);
      const served = new ServedReadModel(name, database.kysely, () => this.waking.wake());
      this.followed.set(name, new FollowedReadModel(readModel, served, logId));
    }
  }

  /** Looks how the read models stand, and follows them until `stop`. @throws DatabaseUnreachable */
  static async open(options: ReadModelReaderOptions): Promise<ReadModelReader> {
    const reader = new ReadModelReader(options, await options.eventStore.logId());
    await reader.look();
    const { database } = options;
    reader.leaving.push(
      database.listen(READ_MODELS_CHANNEL, () => reader.waking.wake()),
      database.onDamage(() => reader.askForRebuilds()),
    );
    reader.running = reader.run();
    return reader;
  }

  handle<DB>(readModel: ReadModel<DB>): ReadModelHandle<DB> {
    const followed = this.followed.get(readModel.name);
    if (followed === undefined) throw new Error(`There is no read model ${readModel.name}.`);
    // Which tables are in a schema only the read model knows that made it.
    return followed.served as unknown as ReadModelHandle<DB>;
  }

  status(): readonly ReadModelStatus[] {
    return this.all().map((followed) => followed.status());
  }

  async caughtUp(): Promise<void> {
    const head = await this.options.eventStore.head();
    while (!this.stopping.signal.aborted && !this.all().every((followed) => followed.isSettledAt(head)))
      await this.nextChange();
  }

  async stop(): Promise<void> {
    for (const leave of this.leaving) leave();
    this.stopping.abort();
    await this.running;
    for (const { served } of this.all()) served.stop();
    this.changes.tell();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.waking.begin();
      await this.look().then(
        () => this.reached(),
        (error: unknown) => this.missed(error),
      );
      const isAwaited = this.changes.size > 0 || this.all().some(({ served }) => served.isAwaited);
      await this.waking.sleep(isAwaited ? LOOK_EVERY_MS.awaited : LOOK_EVERY_MS.idle);
    }
  }

  private async look(): Promise<void> {
    const rows = await readModelRows(this.options.database);
    for (const followed of this.all()) followed.follow(rows);
    this.changes.tell();
  }

  private reached(): void {
    if (this.isOutOfReach) this.log({ level: 'info', message: 'Read models are followed again.' });
    this.isOutOfReach = false;
  }

  private missed(error: unknown): void {
    if (this.isOutOfReach) return;
    this.isOutOfReach = true;
    const message = 'Read models cannot be followed at the moment; it is tried again until they can.';
    this.log({ level: 'error', message, facts: { error: kindOf(error) } });
  }

  /** Whoever keeps them up may not touch the damaged page for a long time. */
  private askForRebuilds(): void {
    this.log({
      level: 'error',
      message: 'The database of read models is damaged: they are to be built anew.',
    });
    for (const name of this.followed.keys()) {
      requestRebuild(this.options.database, name).catch((error: unknown) => {
        const message = `Read model ${name} could not be asked to be built anew.`;
        this.log({ level: 'error', message, facts: { error: kindOf(error) } });
      });
    }
  }

  private nextChange(): Promise<void> {
    this.waking.wake();
    return new Promise((resolve) => {
      const leave = this.changes.add(() => (leave(), resolve()));
    });
  }

  private all(): readonly FollowedReadModel[] {
    return [...this.followed.values()];
  }
}
