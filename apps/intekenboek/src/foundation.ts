import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { AgreementStore } from '@intekenboek/agreements-read-model';
import { CaseLedgerStore, EscalationStore, PartyDirectoryStore } from '@intekenboek/escalations-read-model';
import type { Clock, EventStore } from '@intekenboek/event-sourcing-core';
import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import { MonitoringStore } from '@intekenboek/monitoring-read-model';
import { PartyStore } from '@intekenboek/parties-read-model';
import {
  type Database,
  type Log,
  openPglite,
  ReadModelEngine,
  type ReadModelEngineOptions,
  type ReadModelHandle,
  type RebuildProgress,
} from '@intekenboek/platform-sql';
import { TargetStore } from '@intekenboek/targets-read-model';

import { productReadModels } from './read-models';

/** Everything that is asked of the read models. */
export interface Stores {
  readonly parties: PartyStore;
  readonly targets: TargetStore;
  readonly agreements: AgreementStore;
  readonly monitoring: MonitoringStore;
  readonly escalations: EscalationStore;
  readonly caseLedger: CaseLedgerStore;
  readonly partyDirectory: PartyDirectoryStore;
}

/** What everything else stands on: the truth, and what is read from it. */
export interface Foundation {
  readonly clock: Clock;
  readonly eventStore: EventStore;
  readonly engine: ReadModelEngine;
  readonly handles: readonly Pick<ReadModelHandle<unknown>, 'waitFor'>[];
  readonly stores: Stores;
  /** In the order in which things may be let go. Safe to call twice. */
  close(): Promise<void>;
}

export interface FoundationOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onRebuild: (progress: RebuildProgress) => void;
}

/** Opens the embedded engines: SQLite for the log, PostgreSQL in this process for what is read. */
export async function openFoundation(options: FoundationOptions): Promise<Foundation> {
  const { dataFolder, clock, log, onRebuild } = options;
  mkdirSync(dataFolder, { recursive: true });
  const eventStore = await openSqliteEventStore({ file: join(dataFolder, 'log.sqlite'), clock });
  let database: Database | undefined;
  try {
    database = await openPglite({ directory: join(dataFolder, 'read-models'), log });
    const readModels: ReadModelEngineOptions['readModels'] = Object.values(productReadModels);
    const engine = await ReadModelEngine.open({
      database,
      eventStore,
      readModels,
      onProgress: onRebuild,
      log,
    });
    engine.start();
    const handles = readModels.map((readModel) => engine.handle(readModel));
    const close = closing(eventStore, database, engine);
    return { clock, eventStore, engine, handles, stores: storesOf(engine), close };
  } catch (error) {
    await database?.close();
    await eventStore.close();
    throw error;
  }
}

export function storesOf(engine: ReadModelEngine): Stores {
  const escalations = engine.handle(productReadModels.escalations);
  return {
    parties: new PartyStore(engine.handle(productReadModels.parties)),
    targets: new TargetStore(engine.handle(productReadModels.targets)),
    agreements: new AgreementStore(engine.handle(productReadModels.agreements)),
    monitoring: new MonitoringStore(engine.handle(productReadModels.monitoring)),
    escalations: new EscalationStore(escalations),
    caseLedger: new CaseLedgerStore(escalations),
    partyDirectory: new PartyDirectoryStore(escalations),
  };
}

function closing(eventStore: EventStore, database: Database, engine: ReadModelEngine): () => Promise<void> {
  let closed: Promise<void> | undefined;
  const close = async () => {
    await engine.stop();
    await database.close();
    await eventStore.close();
  };
  return () => (closed ??= close());
}
