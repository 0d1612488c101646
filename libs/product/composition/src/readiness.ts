import type { EventStore } from '@intekenboek/event-sourcing-core';
import type { Readiness, ReadinessCheck } from '@intekenboek/platform-nest';
import type { Database, ReadModels } from '@intekenboek/platform-sql';
import { sql } from 'kysely';

/** Ready when every read model answers. */
export const readModelsReady = (readModels: Pick<ReadModels, 'status'>): ReadinessCheck => ({
  async check(): Promise<Readiness> {
    const notServing = readModels.status().filter(({ serving }) => serving !== 'SERVING');
    const detail = notServing.map(({ name, serving }) => `${name}: ${serving}`).join(', ');
    return { name: 'read models', isReady: notServing.length === 0, detail: detail || null };
  },
});

/** Not ready while the server of the read models does not answer. */
export const databaseReady = ({ kysely }: Pick<Database, 'kysely'>): ReadinessCheck => ({
  async check(): Promise<Readiness> {
    const detail = await sql`select 1`.execute(kysely).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.name : 'failed'),
    );
    return { name: 'database', isReady: detail === null, detail };
  },
});

/** Not ready while the log cannot be read, and so not written either. */
export const eventStoreReady = (eventStore: Pick<EventStore, 'head'>): ReadinessCheck => ({
  async check(): Promise<Readiness> {
    const detail = await eventStore.head().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.name : 'failed'),
    );
    return { name: 'event store', isReady: detail === null, detail };
  },
});

/** Not ready while the demonstration is being loaded: answers would show half a nation. */
export class LoadingCheck implements ReadinessCheck {
  isDone = false;

  async check(): Promise<Readiness> {
    return { name: 'demonstration', isReady: this.isDone, detail: this.isDone ? null : 'loading' };
  }
}
