import 'reflect-metadata';

import {
  type Environment,
  foundationOn,
  openIdentity,
  openReader,
  portOf,
  readModelGate,
  readModelsReady,
  runProductService,
  type Service,
  type Settings,
  settingsApart,
} from '@intekenboek/product-composition';
import { DEMO_NATION_PEOPLE, pageModelSource } from '@intekenboek/product-demonstration';
import { createApi, listen } from '@intekenboek/product-public-http';

interface ApiSettings extends Settings {
  readonly host: string;
  readonly port: number;
}

const settings = (env: Environment): ApiSettings => ({
  ...settingsApart(env),
  host: env['HOST'] ?? '127.0.0.1',
  port: portOf(env, 'PORT', 4000),
});

/** Takes commands and answers questions. As many of these may run as are needed. */
async function start({ context, settings: config, ground, write }: Service<ApiSettings>): Promise<void> {
  const readModels = await openReader(ground);
  context.onStop('read models', () => readModels.stop());
  context.addCheck(readModelsReady(readModels));
  ground.metrics.watchReadModels(() => readModels.status());
  const foundation = foundationOn(ground, readModels);
  const { isDemonstration } = config;
  const app = await createApi(
    {
      foundation,
      identity: await openIdentity(config, ground.clock),
      gate: readModelGate(foundation.eventStore, foundation.handles),
      checks: context.checks,
      page: pageModelSource({ isDemonstration, nation: isDemonstration }, foundation),
      people: DEMO_NATION_PEOPLE,
    },
    write,
  );
  context.onStop('http', () => app.close());
  const port = await listen(app, config);
  const address = `http://${config.host}:${port}/graphql`;
  ground.log({ level: 'info', message: `GraphQL: ${address}` });
}

void runProductService({ name: 'api', managementPort: 4001, settings, start });
