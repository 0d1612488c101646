import type { EventStore, FeedPosition } from '@intekenboek/event-sourcing-core';
import { ReadModelEngine, type ReadModelEngineOptions } from '@intekenboek/platform-sql';

import { testDatabase } from './test-database';

export interface TestEngine {
  /** Running read models of one test file: `engine().handle(readModel)` inside the tests. */
  readonly engine: () => ReadModelEngine;
  /** What a query waits at: settles when every read model knows the event at `position`. */
  readonly gate: { waitFor(position: FeedPosition, timeoutMs: number): Promise<void> };
}

/** Read models that follow an event store during the tests of one file. Call it at the top of the file. */
export function testEngine(
  eventStore: EventStore,
  readModels: ReadModelEngineOptions['readModels'],
): TestEngine {
  let running: ReadModelEngine | undefined;
  // Before the database has hooks of its own: hooks run in the order in which they are made, and it must stop first.
  afterAll(async () => running?.stop());
  const database = testDatabase();
  const engine = () => {
    if (running === undefined) throw new Error('Ask for the engine inside a test.');
    return running;
  };

  beforeAll(async () => {
    running = await ReadModelEngine.open({ database: database(), eventStore, readModels });
    running.start();
  });

  return {
    engine,
    gate: {
      waitFor: async (position, timeoutMs) => {
        await Promise.all(
          readModels.map((readModel) => engine().handle(readModel).waitFor(position, timeoutMs)),
        );
      },
    },
  };
}
