import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { agreementIntegration } from '@intekenboek/agreements-application';
import type { Clock, EventStore } from '@intekenboek/event-sourcing-core';
import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import { combined } from '@intekenboek/messaging-contracts';
import { partyIntegration } from '@intekenboek/parties-application';
import { partyReadModel, PartyStore } from '@intekenboek/parties-read-model';
import {
  type Database,
  type Log,
  openPglite,
  ReadModelEngine,
  type RebuildProgress,
} from '@intekenboek/platform-sql';
import { targetIntegration } from '@intekenboek/targets-application';
import { targetReadModel, TargetStore } from '@intekenboek/targets-read-model';

/** What contexts tell one another, made from the one feed. */
export const integration = combined([partyIntegration, agreementIntegration, targetIntegration]);

/** What everything else stands on: the truth, and what is read from it. */
export interface Foundation {
  readonly clock: Clock;
  readonly eventStore: EventStore;
  readonly engine: ReadModelEngine;
  readonly parties: PartyStore;
  readonly targets: TargetStore;
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
    const readModels = [partyReadModel, targetReadModel];
    const engine = await ReadModelEngine.open({
      database,
      eventStore,
      readModels,
      onProgress: onRebuild,
      log,
    });
    engine.start();
    return {
      clock,
      eventStore,
      engine,
      parties: new PartyStore(engine.handle(partyReadModel)),
      targets: new TargetStore(engine.handle(targetReadModel)),
      close: closing(eventStore, database, engine),
    };
  } catch (error) {
    await database?.close();
    await eventStore.close();
    throw error;
  }
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
