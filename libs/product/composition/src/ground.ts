import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';

import { openKurrentDbEventStore } from '@intekenboek/event-sourcing-adapter-kurrentdb';
import { openPostgresEventStore } from '@intekenboek/event-sourcing-adapter-postgres';
import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import type { Clock, EventStore } from '@intekenboek/event-sourcing-core';
import { standingClock, systemClock } from '@intekenboek/platform-nest';
import { type Database, type Log, openPglite, openPostgres } from '@intekenboek/platform-sql';
import {
  type CommandObserver,
  commandObserver,
  meteredEventStore,
  type Metrics,
  type ServiceContext,
} from '@intekenboek/platform-telemetry';

import type { EventStoreAddress, ReadModelsAddress, Settings } from './settings';

/** What every process of an installation stands on: the time, the truth, and the place of what is read from it. */
export interface Ground {
  readonly clock: Clock;
  readonly eventStore: EventStore;
  readonly database: Database;
  /** This process, for people who look who holds a lease. */
  readonly holder: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Told of every command, wherever it came from. */
  readonly observer: CommandObserver;
  /** Safe to call twice; what works on the ground must have ended. */
  close(): Promise<void>;
}

type GroundSettings = Pick<Settings, 'dataFolder' | 'standsAt' | 'eventStore' | 'readModels'>;
type Surroundings = Pick<ServiceContext, 'log' | 'metrics' | 'reach'>;

/** Waits for servers that are away. @throws what the engines say that cannot be opened; nothing stays open then. */
export async function openGround(settings: GroundSettings, surroundings: Surroundings): Promise<Ground> {
  const { log, metrics, reach } = surroundings;
  mkdirSync(settings.dataFolder, { recursive: true });
  const clock = settings.standsAt === null ? systemClock : standingClock(settings.standsAt);
  const opened = await openEventStore(settings.eventStore, { clock, log, reach });
  try {
    const database = await openReadModelDatabase(settings.readModels, { log, reach });
    const eventStore = meteredEventStore(opened, metrics);
    const holder = `${hostname()} ${process.pid}`;
    const observer = commandObserver({ log, metrics });
    const close = closing(eventStore, database);
    return { clock, eventStore, database, holder, log, metrics, observer, close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openEventStore(
  address: EventStoreAddress,
  { clock, log, reach }: { clock: Clock; log: Log; reach: ServiceContext['reach'] },
): Promise<EventStore> {
  switch (address.kind) {
    case 'SQLITE':
      return openSqliteEventStore({ file: address.file, clock });
    case 'POSTGRES':
      return reach('DATABASE_URL', () => openPostgresEventStore({ url: address.url, clock, log }));
    case 'KURRENTDB':
      return reach('KURRENTDB_URL', () => openKurrentDbEventStore({ url: address.url, log }));
  }
}

const openReadModelDatabase = (
  address: ReadModelsAddress,
  { log, reach }: Pick<Surroundings, 'log' | 'reach'>,
): Promise<Database> =>
  address.kind === 'PGLITE'
    ? openPglite({ directory: address.directory, log })
    : reach('READ_MODELS_URL', () => openPostgres({ url: address.url, log }));

function closing(eventStore: EventStore, database: Database): () => Promise<void> {
  let closed: Promise<void> | undefined;
  const close = async () => {
    await database.close();
    await eventStore.close();
  };
  return () => (closed ??= close());
}
