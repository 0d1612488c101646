import 'reflect-metadata';

import {
  ConfigRefused,
  type Environment,
  openBus,
  openIdentity,
  publishing,
  runProductService,
  type Settings,
  settingsApart,
  startTasks,
  takingIn,
} from '@intekenboek/product-composition';

interface RelaySettings extends Settings {
  readonly kafka: NonNullable<Settings['kafka']>;
}

function settings(env: Environment): RelaySettings {
  const { kafka, ...others } = settingsApart(env);
  if (kafka !== null) return { ...others, kafka };
  throw new ConfigRefused(
    'KAFKA_BROKERS ontbreekt: zonder Kafka heeft de relay niets te doen / is missing: without Kafka the relay has nothing to do.',
  );
}

/** Publishes what happens to Kafka, and takes in what systems of others report. Of several one publishes. */
void runProductService({
  name: 'relay',
  managementPort: 4031,
  settings,
  start: async (service) => {
    const {
      context,
      settings: { kafka, ...config },
      ground,
    } = service;
    const bus = await openBus(kafka, context);
    context.onStop('bus', () => bus.close());
    const identity = await openIdentity(config, ground.clock);
    const tasks = [
      await publishing(ground, bus, config),
      takingIn(ground, bus, { identity, oin: config.oin }),
    ];
    await startTasks(service, tasks);
  },
});
