import { argument, wallClock } from '@intekenboek/event-sourcing-testing';
import { writeSync } from 'node:fs';

import { openSqliteEventStore } from './sqlite.event-store';

// Started by `log-file.int.spec.ts`: node … holding.process.ts <file>
// Opens the log, says so or says why not, and keeps it until it is killed.

openSqliteEventStore({ file: argument(0), clock: wallClock }).then(
  () => {
    writeSync(1, 'open\n');
    setInterval(() => undefined, 60_000);
  },
  (error: unknown) => {
    writeSync(1, `${String(error)}\n`);
  },
);
