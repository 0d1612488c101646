import { moveLog } from '@intekenboek/event-sourcing-core';
import { writeSync } from 'node:fs';

import { openAt, wallClock } from './move-process.fixtures';

// Started by `move-log.kill.int.spec.ts`: node … moving.process.ts <from> <to>
// Moves the log and tells of every page in a line, then the report as JSON.

const PAGE_EVENTS = 10;

async function main([from = '', to = '']: readonly string[]): Promise<void> {
  const stores = { from: await openAt(from), to: await openAt(to) };
  const report = await moveLog({
    ...stores,
    clock: wallClock,
    pageEvents: PAGE_EVENTS,
    // Straight into the pipe: what stood in a buffer of this process would die with it.
    onProgress: ({ phase, events }) => writeSync(1, `${phase} ${events}\n`),
  });
  writeSync(1, `${JSON.stringify(report)}\n`);
  await stores.to.close();
  await stores.from.close();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  writeSync(2, `${String(error)}\n`);
  process.exitCode = 1;
});
