import 'reflect-metadata';

import { bearerMiddleware } from '@intekenboek/identity-http';
import { configureHttp, JsonLogger, systemClock } from '@intekenboek/platform-nest';
import type { Log } from '@intekenboek/platform-sql';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

import { AppModule } from './app.module';
import { type Config, ConfigRefused, readConfig } from './config';
import { DEMO_NATION_PEOPLE, EMPTY_REGISTER_PEOPLE } from './demonstration/demo-people';
import { loadDemonstration } from './demonstration/load-demonstration';
import { type Foundation, openFoundation } from './foundation';
import { openIdentity } from './identity';
import { createMonitor } from './monitor';
import { pageModelSource } from './page-source';
import { readModelGate } from './read-model.gate';
import { LoadingCheck, readModelsReady } from './readiness';

const logger = new JsonLogger();
const log: Log = ({ level, message, facts }) =>
  logger[level === 'info' ? 'log' : level]({ msg: message, ...facts });
const tell = (nl: string, en: string): void => logger.log(`${nl} | ${en}`);

async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env, process.cwd());
  const clock = systemClock;
  const foundation = await openFoundation({
    dataFolder: config.dataFolder,
    clock,
    log,
    onRebuild: ({ readModel, eventsDone, eventsPerSecond, finished }) => {
      if (eventsDone > 0 && !finished) {
        tell(
          `Leesmodel ${readModel}: ${eventsDone} gebeurtenissen (${Math.round(eventsPerSecond)} per seconde)`,
          `Read model ${readModel}: ${eventsDone} events (${Math.round(eventsPerSecond)} per second)`,
        );
      }
    },
  });
  const identity = await openIdentity(config, clock);
  const monitor = createMonitor(foundation, log);
  const loading = new LoadingCheck();
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with({
      foundation,
      identity,
      gate: readModelGate(foundation.eventStore, foundation.handles),
      checks: [readModelsReady(foundation.engine), loading],
      page: pageModelSource(config, foundation),
      people: config.loadsNation ? DEMO_NATION_PEOPLE : EMPTY_REGISTER_PEOPLE,
    }),
    { bodyParser: false, logger, abortOnError: false, forceCloseConnections: true },
  );
  configureHttp(app);
  app.use(bearerMiddleware(identity.verifier));

  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopAll());
  const stopAll = async (): Promise<void> => {
    tell('Stoppen …', 'Stopping …');
    await app.close();
    await monitor.stop();
    await foundation.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0), fail));
  }

  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  if (config.loadsNation)
    await loadDemonstration({ foundation, monitor, dataFolder: config.dataFolder, tell });
  await foundation.engine.caughtUp();
  loading.isDone = true;
  monitor.start();
  welcome(config, port);
  if (config.rebuilds) await rebuildAll(foundation);
}

/** One after another, beside what serves: nobody who asks notices. */
async function rebuildAll({ engine }: Foundation): Promise<void> {
  for (const { name } of engine.status()) {
    await engine.rebuild(name);
    tell(`Leesmodel ${name} is opnieuw opgebouwd.`, `Read model ${name} was built anew.`);
  }
}

function welcome({ host, isDemonstration }: Config, port: number): void {
  const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  tell(`Intekenboek is klaar: ${address}/`, `Intekenboek is ready: ${address}/?lang=en`);
  if (isDemonstration) tell(`Demopersonen: ${address}/demo/people`, `Demo people: ${address}/demo/people`);
  tell('Stoppen met Ctrl-C.', 'Stop with Ctrl-C.');
}

function fail(error: unknown): void {
  if (error instanceof ConfigRefused) {
    console.error(error.message);
  } else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error(
      'Deze poort is in gebruik; kies een andere: PORT=4001 npm start | This port is taken; choose another: PORT=4001 npm start',
    );
  } else {
    logger.fatal(error);
  }
  process.exit(1);
}

main().catch(fail);
