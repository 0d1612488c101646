import { writeSync } from 'node:fs';

import { NumberedLog } from './numbered-log.fixtures';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';
import { promises, streams } from './promises.fixtures';
import { ReadModelEngine } from './read-model-engine';

// Started by `kill.int.spec.ts`: node … projecting.process.ts <directory, or url of PostgreSQL> <events in the log>
// Projects without end and writes a line whenever it reads the log; by then the page before is being written.

async function main(): Promise<void> {
  const [place = '', size] = process.argv.slice(2);
  const eventStore = new NumberedLog(Number(size), (after) => writeSync(1, `${after}\n`));
  const database = await (place.startsWith('postgres:')
    ? openPostgres({ url: place })
    : openPglite({ directory: place }));
  const engine = await ReadModelEngine.open({ database, eventStore, readModels: [promises, streams] });
  engine.start();
}

main().catch((error: unknown) => {
  writeSync(2, `${String(error)}\n`);
  process.exitCode = 1;
});
