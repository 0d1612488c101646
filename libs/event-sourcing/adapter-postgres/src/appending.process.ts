import {
  appendWithoutEnd,
  argument,
  type GoingOn,
  runProcess,
  wallClock,
} from '@intekenboek/event-sourcing-testing';

import { openPostgresEventStore } from './postgres.event-store';

// Started by `kill.int.spec.ts`: node … appending.process.ts <url> <where each writer goes on, as JSON>

runProcess(async () => {
  const store = await openPostgresEventStore({ url: argument(0), clock: wallClock });
  await appendWithoutEnd(store, JSON.parse(argument(1)) as GoingOn[]);
});
