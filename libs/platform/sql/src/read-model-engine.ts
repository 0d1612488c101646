import { FEED_START, KeyedQueue, type RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { Log } from './database';
import { kindOf, placeOf } from './database-errors';
import { FeedPump } from './feed-pump';
import { FeedReader } from './feed-reader';
import { KeptReadModel, Rebuild } from './kept-read-model';
import { PageWriter } from './page-writer';
import { DatabaseLost } from './pglite-client';
import { type ReadModel, type ReadModelHandle, ReadModelUnavailable } from './read-model';
import { ReadModelCatalog } from './read-model-catalog';
import { ReadModelCopy } from './read-model-copy';
import type { ReadModelEngineOptions, ReadModelStatus } from './read-model-engine.types';
import { Recovery } from './read-model-recovery';
import { RebuildMeter } from './rebuild-meter';
import { ServedReadModel } from './served-read-model';

const RETRY_AFTER_MS = 1_000;
const TIDY_AFTER_EVENTS = 20_000;

/**
 * Keeps read models up with the event log: each in PostgreSQL tables of its own, its checkpoint moved in the
 * transaction that writes its rows. What cannot be trusted any more is built anew beside what serves. The log is only
 * ever read.
 */
export class ReadModelEngine {
  private readonly models = new Map<string, KeptReadModel>();
  private readonly pump: FeedPump;
  private readonly beginnings = new KeyedQueue();
  private readonly log: Log;
  private awake = new AbortController();
  private isStopped = false;
  private running: Promise<void> = Promise.resolve();
  private watchers: (() => void)[] = [];

  private constructor(
    private readonly options: ReadModelEngineOptions,
    private readonly catalog: ReadModelCatalog,
  ) {
    const { database, eventStore, log = () => undefined } = options;
    this.log = log;
    const writer = new PageWriter(database.kysely, (copy, event, error) => this.fail(copy, event, error));
    this.pump = new FeedPump(new FeedReader(eventStore), writer, (copies, events) =>
      this.tell(copies, events),
    );
  }

  /** Looks which read models can be used as they are and prepares to build the others; `start` feeds them. */
  static async open(options: ReadModelEngineOptions): Promise<ReadModelEngine> {
    const { database, eventStore, readModels } = options;
    const log = { logId: await eventStore.logId(), head: await eventStore.head() };
    const catalog = new ReadModelCatalog(database, log.logId);
    const engine = new ReadModelEngine(options, catalog);
    const recovery = new Recovery(catalog, log);
    const rows = await catalog.rows();
    for (const readModel of readModels) {
      if (engine.models.has(readModel.name)) throw new Error(`Two read models are named ${readModel.name}.`);
      const kept = new KeptReadModel(readModel, new ServedReadModel(readModel.name, database.kysely));
      engine.models.set(readModel.name, kept);
      const { serving, frozenAt, building } = await recovery.recover(readModel, rows);
      kept.serving = serving;
      const reached = serving?.position ?? frozenAt;
      if (reached !== null) kept.served.reach(reached, true);
      if (building !== null) engine.beginRebuild(kept, building.copy, building.reason);
    }
    database.onDamage((error) => engine.rebuildAfterDamage(error));
    return engine;
  }

  /** The way for queries. The handle stays the same whatever happens to the tables behind it. */
  handle<DB>(readModel: ReadModel<DB>): ReadModelHandle<DB> {
    // The engine keeps read models of any tables; which ones these are, the read model itself says.
    return this.kept(readModel.name).served as unknown as ReadModelHandle<DB>;
  }

  start(): void {
    this.running = this.run();
  }

  /**
   * Settles when every read model tells all that the log has now, or has failed: see `status`. The engine must have
   * been started.
   */
  async caughtUp(): Promise<void> {
    const head = await this.options.eventStore.head();
    while (!this.isStopped && [...this.models.values()].some((kept) => !kept.isSettledAt(head))) {
      await new Promise<void>((resolve) => this.watchers.push(resolve));
    }
  }

  /**
   * Builds a read model anew while the old copy serves. Settles when the new copy has taken its place; a rebuild that
   * is under way is joined.
   * @throws ReadModelUnavailable when the projection fails.
   */
  async rebuild(name: string): Promise<void> {
    const kept = this.kept(name);
    await this.beginnings.run(name, async () => {
      if (kept.rebuild !== null) return;
      await this.catalog.begin(kept.readModel);
      this.beginRebuild(kept, new ReadModelCopy(kept.readModel, 'BUILDING', FEED_START), 'it was asked for');
    });
    await kept.rebuild?.done();
  }

  status(): readonly ReadModelStatus[] {
    return [...this.models.values()].map((kept) => kept.status());
  }

  /** Finishes the page under way. The database stays open: who opened it closes it. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.awake.abort();
    await this.running;
    for (const { served } of this.models.values()) served.stop();
    this.notify();
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      // Made before looking for work, so that a wake-up during the work is not slept through.
      this.awake = new AbortController();
      try {
        const hasMoved = await this.pump.round(this.fed(), this.isServing());
        await this.promoteRebuilt();
        if (hasMoved) continue;
        await this.tidy();
        await this.pump.wait(this.fed(), this.awake.signal);
      } catch (error) {
        if (error instanceof DatabaseLost) continue;
        const facts = { error: kindOf(error), at: placeOf(error), retryMs: RETRY_AFTER_MS };
        this.log({ level: 'error', message: 'Read models cannot be kept up at the moment.', facts });
        await pause(RETRY_AFTER_MS, this.awake.signal);
      }
    }
  }

  private isServing(): boolean {
    return [...this.models.values()].some(({ served }) => served.serving === 'SERVING');
  }

  private fed(): readonly ReadModelCopy[] {
    return [...this.models.values()].flatMap((kept) => kept.fed());
  }

  private beginRebuild(kept: KeptReadModel, copy: ReadModelCopy, reason: string): void {
    const { name, version } = kept.readModel;
    kept.rebuild = new Rebuild(copy, new RebuildMeter(name, this.options.onProgress ?? (() => undefined)));
    this.log({ level: 'info', message: `Building read model ${name}: ${reason}.`, facts: { name, version } });
    this.awake.abort();
  }

  private async promoteRebuilt(): Promise<void> {
    for (const kept of this.models.values()) {
      const { rebuild, readModel } = kept;
      if (rebuild === null || !kept.isRebuilt()) continue;
      await this.catalog.tidy(rebuild.copy.schema);
      await this.catalog.promote(readModel);
      rebuild.copy.becomeServing();
      kept.serving = rebuild.copy;
      kept.rebuild = null;
      kept.failure = null;
      kept.served.reach(rebuild.copy.position, true);
      rebuild.meter.finish();
      rebuild.end();
      this.log({ level: 'info', message: `Read model ${readModel.name} is complete and serves.` });
      this.notify();
    }
  }

  private tell(copies: readonly ReadModelCopy[], events: number): void {
    for (const copy of copies) {
      const kept = this.kept(copy.readModel.name);
      if (copy.role === 'BUILDING') kept.rebuild?.meter.count(events);
      else if (!copy.isFailed) kept.served.reach(copy.position, copy.takeChange());
    }
    this.notify();
  }

  private async fail(copy: ReadModelCopy, event: RecordedEvent, error: unknown): Promise<void> {
    const { name } = copy.readModel;
    const kept = this.kept(name);
    kept.failure = { position: event.position, eventType: event.type, error: kindOf(error) };
    const facts = { name, role: copy.role, ...kept.failure, at: placeOf(error) };
    this.log({ level: 'error', message: `Read model ${name} stops: it cannot apply an event.`, facts });
    if (copy.role === 'BUILDING') {
      kept.rebuild?.end(new ReadModelUnavailable(name, 'FAILED'));
      kept.rebuild = null;
    }
    if (copy.role === 'SERVING' || kept.served.serving === 'BUILDING') kept.served.fail();
    this.notify();
    await this.catalog.markFailed(copy.schema);
  }

  /** Which tables are hit, a damaged page does not tell; the tables are let go when the new ones are complete. */
  private rebuildAfterDamage(error: Error): void {
    if (error instanceof DatabaseLost) return this.giveUp();
    const facts = { error: kindOf(error) };
    this.log({ level: 'error', message: 'The database of read models is damaged.', facts });
    for (const name of this.models.keys()) {
      this.rebuild(name).catch((failure: unknown) => {
        const message = `Read model ${name} could not be built anew; it will be at the next start.`;
        this.log({ level: 'error', message, facts: { error: kindOf(failure) } });
      });
    }
  }

  private giveUp(): void {
    if (this.isStopped) return;
    this.isStopped = true;
    this.awake.abort();
    this.log({ level: 'error', message: 'The database of read models is gone. Start the process again.' });
    for (const kept of this.models.values()) {
      kept.serving = null;
      kept.rebuild?.end(new ReadModelUnavailable(kept.readModel.name, 'FAILED'));
      kept.rebuild = null;
      kept.served.fail();
    }
    this.notify();
  }

  private async tidy(): Promise<void> {
    for (const copy of this.fed()) {
      if (copy.eventsSinceTidy < TIDY_AFTER_EVENTS + copy.eventsApplied / 5) continue;
      await this.catalog.tidy(copy.schema);
      copy.eventsSinceTidy = 0;
    }
  }

  private kept(name: string): KeptReadModel {
    const kept = this.models.get(name);
    if (kept === undefined) throw new Error(`There is no read model ${name}.`);
    return kept;
  }

  private notify(): void {
    const { watchers } = this;
    this.watchers = [];
    for (const resolve of watchers) resolve();
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()));
  });
