import 'reflect-metadata';

import {
  createMonitor,
  foundationOn,
  monitor,
  openReader,
  readModelsReady,
  runProductService,
  settingsApart,
  startTasks,
} from '@intekenboek/product-composition';

/** Judges progress and escalates what lags. Of several of these one works, and the others wait to take over. */
void runProductService({
  name: 'monitor',
  managementPort: 4021,
  settings: settingsApart,
  start: async (service) => {
    const { context, ground } = service;
    const readModels = await openReader(ground);
    context.onStop('read models', () => readModels.stop());
    context.addCheck(readModelsReady(readModels));
    const loop = createMonitor(foundationOn(ground, readModels));
    await startTasks(service, [monitor(ground, loop)]);
  },
});
