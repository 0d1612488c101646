import {
  appendWithoutEnd,
  argument,
  type GoingOn,
  runProcess,
  wallClock,
} from '@intekenboek/event-sourcing-testing';

import { openSqliteEventStore } from './sqlite.event-store';

// Started by `kill.int.spec.ts`: node … appending.process.ts <file> <where each writer goes on, as JSON>

runProcess(async () => {
  const store = await openSqliteEventStore({ file: argument(0), clock: wallClock });
  await appendWithoutEnd(store, JSON.parse(argument(1)) as GoingOn[]);
});
