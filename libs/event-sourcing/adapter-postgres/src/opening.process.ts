import { argument, runProcess, wallClock } from '@intekenboek/event-sourcing-testing';
import { writeSync } from 'node:fs';

import { openPostgresEventStore } from './postgres.event-store';

// Started by `opening.int.spec.ts`: node … opening.process.ts <url>
// Opens the log and tells which one it is.

runProcess(async () => {
  const store = await openPostgresEventStore({ url: argument(0), clock: wallClock });
  writeSync(1, await store.logId());
  await store.close();
});
