import { type ReadModelEngine, type ReadModels, requestRebuild } from '@intekenboek/platform-sql';
import { servingFollowers } from '@intekenboek/platform-telemetry';

import type { BackgroundTask } from './background';
import { openReader } from './foundation';
import type { Ground } from './ground';
import { type EngineOptions, openEngine, projector } from './projector';
import { allReadModels } from './read-models';

/** Read models in a process that does everything itself. */
export interface KeptReadModels {
  readonly readModels: ReadModels;
  /** What must go on beside answering. */
  readonly tasks: readonly BackgroundTask[];
  /** Builds all anew beside what serves, one after another; `onDone` is told of each that is asked for or done. */
  rebuildAll(onDone: (name: string) => void): Promise<void>;
}

/** On the embedded database nobody else can be at work; on a server another process may be the projector. */
export async function keepReadModels(ground: Ground, options: EngineOptions): Promise<KeptReadModels> {
  if (ground.database.kind === 'PGLITE') return alone(ground, await openEngine(ground, options));
  const names = allReadModels.map(({ name }) => name);
  return {
    readModels: await openReader(ground),
    tasks: [projector(ground, options)],
    rebuildAll: async (onDone) => {
      for (const name of names) {
        await requestRebuild(ground.database, name);
        onDone(name);
      }
    },
  };
}

function alone(ground: Ground, engine: ReadModelEngine): KeptReadModels {
  const status = () => engine.status();
  ground.metrics.watchReadModels(status);
  ground.metrics.watchFeed({ ...ground, followers: servingFollowers(status) });
  engine.start();
  return {
    readModels: engine,
    tasks: [],
    rebuildAll: async (onDone) => {
      for (const { name } of engine.status()) {
        await engine.rebuild(name);
        onDone(name);
      }
    },
  };
}
