import { holdsCheckpoint } from '@intekenboek/event-sourcing-core';

import { CopyTakenOver } from './copy-taken-over';
import type { Log } from './database';
import { kindOf, placeOf } from './database-errors';
import { FeedPump } from './feed-pump';
import { FeedReader } from './feed-reader';
import type { KeptReadModel } from './kept-read-model';
import { KeptReadModels } from './kept-read-models';
import { PageWriter } from './page-writer';
import { pause } from './pause';
import { DatabaseLost } from './pglite-client';
import type { ReadModel, ReadModelHandle } from './read-model';
import { ReadModelCatalog } from './read-model-catalog';
import type { ReadModelEngineOptions, ReadModelStatus } from './read-model-engine.types';
import { Recovery } from './read-model-recovery';
import type { ReadModels } from './read-models';
import { RebuildRequests } from './rebuild-request';
import { Rebuilding } from './rebuilding';

const RETRY_MS = { first: 250, most: 2_000 };
const TIDY_AFTER_EVENTS = 20_000;

/**
 * Keeps read models up with the event log: each in PostgreSQL tables of its own, its checkpoint moved in the
 * transaction that writes its rows. What cannot be trusted any more is built anew beside what serves. The log is only
 * ever read. When another process turns out to do the same, nothing is done twice: one of the two writes a page, the other
 * is refused and looks how things stand before it goes on; a lease makes that they do not compete (`runWithLease`).
 */
export class ReadModelEngine implements ReadModels {
  private readonly catalog: ReadModelCatalog;
  private readonly recovery: Recovery;
  private readonly models: KeptReadModels;
  private readonly pump: FeedPump;
  private readonly rebuilding: Rebuilding;
  private readonly requests: RebuildRequests;
  private readonly log: Log;
  private awake = new AbortController();
  private isStopped = false;
  private mustLook = true;
  private failuresInARow = 0;
  private running: Promise<void> = Promise.resolve();
  private forgetDamage: () => void = () => undefined;

  private constructor(
    private readonly options: ReadModelEngineOptions,
    logId: string,
  ) {
    const { database, eventStore, readModels, log = () => undefined, onProgress = () => undefined } = options;
    this.log = log;
    this.catalog = new ReadModelCatalog(database, logId);
    this.recovery = new Recovery(this.catalog, {
      logId,
      holds: (checkpoint) => holdsCheckpoint(eventStore, checkpoint),
    });
    this.models = new KeptReadModels(database, log, readModels);
    const writer = new PageWriter(database, async (copy, event, error) => {
      await this.markFailed(this.models.failed(copy, event, error));
    });
    this.pump = new FeedPump(new FeedReader(eventStore), writer, (copies, events) =>
      this.models.moved(copies, events),
    );
    const { catalog, models } = this;
    const onBegun = () => this.awake.abort();
    const onTakenOver = () => {
      this.mustLook = true;
      this.awake.abort();
    };
    this.rebuilding = new Rebuilding({ models, catalog, log, onProgress, onBegun, onTakenOver });
    this.requests = new RebuildRequests(database);
  }

  /** Looks which read models can be used as they are and prepares to build the others; `start` feeds them. */
  static async open(options: ReadModelEngineOptions): Promise<ReadModelEngine> {
    const engine = new ReadModelEngine(options, await options.eventStore.logId());
    await engine.look().catch((error: unknown) => {
      // Another process is at work; the loop looks again.
      if (!(error instanceof CopyTakenOver)) throw error;
    });
    engine.forgetDamage = options.database.onDamage((error) => engine.rebuildAfterDamage(error));
    return engine;
  }

  handle<DB>(readModel: ReadModel<DB>): ReadModelHandle<DB> {
    // The engine keeps read models of any tables; which ones these are, the read model itself says.
    return this.models.get(readModel.name).served as unknown as ReadModelHandle<DB>;
  }

  start(): void {
    this.requests.start(() => this.awake.abort());
    this.running = this.run();
  }

  /** The engine must have been started. */
  async caughtUp(): Promise<void> {
    const head = await this.options.eventStore.head();
    while (!this.isStopped && this.models.all.some((kept) => !kept.isSettledAt(head)))
      await this.models.nextChange();
  }

  /**
   * Builds a read model anew while the old copy serves. Settles when the new copy has taken its place; a rebuild that
   * is under way is joined.
   * @throws ReadModelUnavailable when the projection fails; CopyTakenOver when another process has begun one.
   */
  async rebuild(name: string): Promise<void> {
    await this.rebuilding.rebuild(name);
  }

  status(): readonly ReadModelStatus[] {
    return this.models.all.map((kept) => kept.status());
  }

  /** Finishes the page under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.requests.stop();
    this.forgetDamage();
    this.awake.abort();
    await this.running;
    await this.rebuilding.stop();
    this.models.stop();
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      // Made before looking for work, so that a wake-up during the work is not slept through.
      this.awake = new AbortController();
      try {
        await this.turn();
      } catch (error) {
        if (error instanceof DatabaseLost) continue;
        await this.standBack(error);
      }
    }
  }

  private async turn(): Promise<void> {
    if (this.mustLook) await this.look();
    await this.answerRequests();
    const hasMoved = await this.pump.round(this.models.fed(), this.models.isServing());
    await this.rebuilding.promoteFinished();
    if (this.failuresInARow > 0) this.log({ level: 'info', message: 'Read models are kept up again.' });
    this.failuresInARow = 0;
    if (hasMoved) return;
    await this.tidy();
    await this.pump.wait(this.models.fed(), this.awake.signal, () => this.isOfThisLog());
  }

  private async isOfThisLog(): Promise<boolean> {
    const rows = await this.catalog.rows();
    this.mustLook = !(await this.recovery.holdsAll(rows.filter(({ name }) => this.models.has(name))));
    return !this.mustLook;
  }

  /** Whether what was under way has been done nobody knows: before anything else it looks. */
  private async standBack(error: unknown): Promise<void> {
    this.mustLook = true;
    const retryMs = Math.min(RETRY_MS.most, RETRY_MS.first * 2 ** this.failuresInARow);
    if (this.failuresInARow++ === 0) this.tellOf(error, retryMs);
    await pause(retryMs, this.awake.signal);
  }

  private tellOf(error: unknown, retryMs: number): void {
    if (error instanceof CopyTakenOver) {
      const message =
        'A page was not written: the read models are not as this process left them, because another one keeps them up ' +
        'or the server lost its last moments.';
      this.log({ level: 'warn', message, facts: { schema: error.schema, retryMs } });
      return;
    }
    const facts = { error: kindOf(error), at: placeOf(error), retryMs };
    this.log({ level: 'error', message: 'Read models cannot be kept up at the moment.', facts });
  }

  private async look(): Promise<void> {
    for (const kept of this.models.all)
      await this.rebuilding.alone(kept.readModel.name, () => this.lookAt(kept));
    this.mustLook = false;
    this.models.changed();
  }

  private async lookAt(kept: KeptReadModel): Promise<void> {
    // What failed in this process is not tried again before its next start, unless another process has replaced it.
    if (kept.fed().length === 0 && (await this.isStillFailed(kept))) return;
    await this.catalog.dropReplaced(kept.readModel);
    const found = await this.recovery.recover(kept.readModel, await this.catalog.rows());
    kept.take(found);
    if (found.building !== null) this.rebuilding.follow(kept, found.building.copy, found.building.reason);
  }

  /** For other processes, and for the next start. */
  private async markFailed({ failedCopy, failure }: KeptReadModel): Promise<void> {
    if (failedCopy === null || failure === null) return;
    await this.catalog.markFailed(failedCopy, failure);
    this.models.changed();
  }

  private async isStillFailed(kept: KeptReadModel): Promise<boolean> {
    try {
      await this.markFailed(kept);
      return kept.failure !== null;
    } catch (error) {
      if (error instanceof CopyTakenOver) return false;
      throw error;
    }
  }

  private async answerRequests(): Promise<void> {
    for (const name of await this.requests.waiting()) {
      if (!this.models.has(name))
        this.log({ level: 'warn', message: `There is no read model ${name} to build anew.` });
      if (!this.models.has(name) || this.models.get(name).rebuild !== null) await this.requests.forget(name);
      else this.rebuilding.begin(name);
    }
  }

  /** Which tables are hit, a damaged page does not tell; the tables are let go when the new ones are complete. */
  private rebuildAfterDamage(error: Error): void {
    if (error instanceof DatabaseLost) return this.giveUp();
    const facts = { error: kindOf(error) };
    this.log({ level: 'error', message: 'The database of read models is damaged.', facts });
    for (const { readModel } of this.models.all) this.rebuilding.begin(readModel.name);
  }

  private giveUp(): void {
    if (this.isStopped) return;
    this.isStopped = true;
    this.awake.abort();
    this.log({ level: 'error', message: 'The database of read models is gone. Start the process again.' });
    this.models.lost();
  }

  private async tidy(): Promise<void> {
    // A server does so by itself.
    if (this.options.database.kind !== 'PGLITE') return;
    for (const copy of this.models.fed()) {
      if (copy.eventsSinceTidy < TIDY_AFTER_EVENTS + copy.eventsApplied / 5) continue;
      await this.catalog.tidy(copy.schema);
      copy.eventsSinceTidy = 0;
    }
  }
}
