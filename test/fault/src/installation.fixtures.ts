import { openPostgresEventStore } from '@intekenboek/event-sourcing-adapter-postgres';
import { FEED_START, type RecordedEvent } from '@intekenboek/event-sourcing-core';
import { dumpTables, openPostgres } from '@intekenboek/platform-sql';
import { allReadModels } from '@intekenboek/product-composition';
import {
  Installation,
  ownBroker,
  type OwnServer,
  ownPostgres,
  Program,
  walkThrough,
} from '@intekenboek/product-testing';

const PAGE = 5_000;
const SIGNED_AFTER_STEPS = 6;

/** Four services with the nation, and an agreement in force, on servers that may be killed. */
export interface Nation {
  readonly postgres: OwnServer;
  readonly broker: OwnServer;
  readonly services: Installation;
  /** One-off commands of the operator. */
  operate(...args: readonly string[]): Promise<void>;
  remove(): Promise<void>;
}

export async function startNation(): Promise<Nation> {
  const [postgres, broker] = await Promise.all([ownPostgres(), ownBroker()]);
  const env = { DATABASE_URL: postgres.address, KAFKA_BROKERS: broker.address };
  const services = await Installation.of(env);
  const operate = async (...args: readonly string[]) => {
    const operator = new Program(
      'intekenboek',
      { ...env, INTEKENBOEK_DATA: services.folder },
      'operator/main.ts',
    );
    const code = await operator.run(args);
    if (code !== 0) throw new Error(operator.printedSoFar);
  };
  const remove = async () => {
    await services.remove();
    await Promise.all([postgres.stop(), broker.stop()]);
  };
  try {
    await services.start('api', 'projector');
    await operate('load-demonstration');
    await services.start('monitor', 'relay');
    await services.ready('api');
    for (const { query, person } of walkThrough.slice(0, SIGNED_AFTER_STEPS)) {
      const { errors } = await services.api.ask(query, person);
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
    }
    return { postgres, broker, services, operate, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The log as it is, read past the services. */
export async function wholeLog(url: string): Promise<readonly RecordedEvent[]> {
  const clock = { now: () => new Date().toISOString() as RecordedEvent['recordedAt'] };
  const store = await openPostgresEventStore({ url, clock });
  try {
    const events: RecordedEvent[] = [];
    for (;;) {
      const page = await store.readAll(events.at(-1)?.position ?? FEED_START, PAGE);
      if (page.length === 0) return events;
      events.push(...page);
    }
  } finally {
    await store.close();
  }
}

/** Every row of every read model that serves. */
export async function servedRows(url: string): Promise<Readonly<Record<string, unknown>>> {
  const database = await openPostgres({ url });
  try {
    const dumps: Record<string, unknown> = {};
    for (const { name } of allReadModels) dumps[name] = await dumpTables(database.kysely, name);
    return dumps;
  } finally {
    await database.close();
  }
}

/** Settles when `look` gives true. Fails after `withinMs`, because a test must end. */
export async function until(what: string, look: () => Promise<boolean>, withinMs = 120_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`Not in time: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
