import 'reflect-metadata';

import { JsonLogger } from '@intekenboek/platform-nest';
import type { RebuildProgress } from '@intekenboek/platform-sql';
import {
  Background,
  createLoadingMonitor,
  createMonitor,
  foundationOn,
  type Identity,
  keepReadModels,
  LoadingCheck,
  monitor,
  openBus,
  openIdentity,
  publishing,
  readModelGate,
  readModelsReady,
  runProductService,
  type Service,
  takingIn,
} from '@intekenboek/product-composition';
import {
  DEMO_NATION_PEOPLE,
  EMPTY_REGISTER_PEOPLE,
  loadDemonstration,
  pageModelSource,
} from '@intekenboek/product-demonstration';
import { createApi, listen } from '@intekenboek/product-public-http';

import { type Config, readConfig } from './config';

const logger = new JsonLogger();
const tell = (nl: string, en: string): void => logger.log(`${nl} | ${en}`);

/** Everything in one process, on whichever engines the settings name. */
async function start(service: Service<Config>): Promise<void> {
  const { context, settings: config, ground } = service;
  const kept = await keepReadModels(ground, { onProgress: tellOfRebuild });
  context.onStop('read models', () => kept.readModels.stop());
  const background = new Background(ground.log, (error) => context.fail(error));
  context.onStop('background', () => background.stop());
  const foundation = foundationOn(ground, kept.readModels);
  const identity = await openIdentity(config, ground.clock);
  const loop = createMonitor(foundation);
  const loading = new LoadingCheck();
  for (const check of [readModelsReady(foundation.readModels), loading]) context.addCheck(check);
  const { isDemonstration, loadsNation, dataFolder } = config;
  const app = await createApi(
    {
      foundation,
      identity,
      gate: readModelGate(foundation.eventStore, foundation.handles),
      checks: context.checks,
      page: pageModelSource({ isDemonstration, nation: loadsNation }, foundation),
      people: loadsNation ? DEMO_NATION_PEOPLE : EMPTY_REGISTER_PEOPLE,
    },
    service.write,
  );
  context.onStop('http', () => app.close());

  for (const task of kept.tasks) background.start(task);
  const port = await listen(app, config);
  if (loadsNation)
    await loadDemonstration({ foundation, monitor: createLoadingMonitor(foundation), dataFolder, tell });
  await foundation.readModels.caughtUp();
  loading.isDone = true;
  background.start(monitor(ground, loop));
  await startMessages(service, background, identity);
  welcome(config, port);
  // One after another, beside what serves: nobody who asks notices.
  if (config.rebuilds) await kept.rebuildAll(tellOfRebuilt);
}

async function startMessages(
  { context, settings: { kafka, oin, publicAddress }, ground }: Service<Config>,
  background: Background,
  identity: Identity,
): Promise<void> {
  if (kafka === null) return;
  const bus = await openBus(kafka, context);
  context.onStop('bus', () => bus.close());
  background.start(await publishing(ground, bus, { oin, publicAddress }));
  background.start(takingIn(ground, bus, { identity, oin }));
}

const tellOfRebuilt = (name: string): void =>
  tell(`Leesmodel ${name} is opnieuw opgebouwd.`, `Read model ${name} was built anew.`);

function tellOfRebuild({ readModel, eventsDone, eventsPerSecond, finished }: RebuildProgress): void {
  if (eventsDone === 0 || finished) return;
  const rate = Math.round(eventsPerSecond);
  tell(
    `Leesmodel ${readModel}: ${eventsDone} gebeurtenissen (${rate} per seconde)`,
    `Read model ${readModel}: ${eventsDone} events (${rate} per second)`,
  );
}

function welcome({ host, isDemonstration }: Config, port: number): void {
  const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  tell(`Intekenboek is klaar: ${address}/`, `Intekenboek is ready: ${address}/?lang=en`);
  if (isDemonstration) tell(`Demopersonen: ${address}/demo/people`, `Demo people: ${address}/demo/people`);
  tell('Stoppen met Ctrl-C.', 'Stop with Ctrl-C.');
}

void runProductService({
  name: 'intekenboek',
  managementPort: null,
  settings: (env) => readConfig(process.argv.slice(2), env, process.cwd()),
  start,
});
