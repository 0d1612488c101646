import 'reflect-metadata';

import { projector, runProductService, settingsApart, startTasks } from '@intekenboek/product-composition';

/** Keeps the read models up with the log. Of several of these one works, and the others wait to take over. */
void runProductService({
  name: 'projector',
  managementPort: 4011,
  settings: settingsApart,
  start: (service) => startTasks(service, [projector(service.ground)]),
});
