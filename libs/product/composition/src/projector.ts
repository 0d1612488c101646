import { ReadModelEngine, type ReadModelEngineOptions } from '@intekenboek/platform-sql';
import { observedReadModel, servingFollowers } from '@intekenboek/platform-telemetry';

import { aborted, type BackgroundTask } from './background';
import type { Ground } from './ground';
import { leased } from './leased';
import { allReadModels } from './read-models';

export type EngineOptions = Pick<ReadModelEngineOptions, 'onProgress'>;

/** The engine of all read models, for the process that keeps them up. */
export const openEngine = (
  { database, eventStore, log, metrics }: Ground,
  options: EngineOptions,
): Promise<ReadModelEngine> => {
  const readModels = allReadModels.map((readModel) => observedReadModel(readModel, metrics));
  return ReadModelEngine.open({ ...options, database, eventStore, log, readModels });
};

/** Keeps the read models up with the feed, as the only process of the installation that does so. */
export function projector(ground: Ground, options: EngineOptions = {}): BackgroundTask {
  let working: ReadModelEngine | null = null;
  const status = () => working?.status() ?? [];
  ground.metrics.watchReadModels(status);
  ground.metrics.watchFeed({ ...ground, followers: servingFollowers(status) });
  return leased(ground, 'projector', async (signal) => {
    const engine = await openEngine(ground, options);
    working = engine;
    try {
      engine.start();
      await aborted(signal);
    } finally {
      working = null;
      await engine.stop();
    }
  });
}
