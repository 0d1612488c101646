import { appendWithoutEnd, argument, type GoingOn, runProcess } from '@intekenboek/event-sourcing-testing';

import { openKurrentDbEventStore } from './kurrentdb.event-store';

// Started by `kill.int.spec.ts`: node … appending.process.ts <url> <where each writer goes on, as JSON>

runProcess(async () => {
  const store = await openKurrentDbEventStore({ url: argument(0) });
  await appendWithoutEnd(store, JSON.parse(argument(1)) as GoingOn[]);
});
