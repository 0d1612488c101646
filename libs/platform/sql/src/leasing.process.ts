import { type FeedPosition } from '@intekenboek/event-sourcing-core';
import { writeSync } from 'node:fs';

import { openPostgres } from './open-postgres';
import { pause } from './pause';
import { runWithLease } from './run-with-lease';
import { sqlCheckpointStore } from './sql-checkpoint-store';

// Started by `lease.int.spec.ts`: node … leasing.process.ts <url> <ttl in milliseconds>
// Moves a checkpoint on and on while it holds the lease, and once more when it was told to stop. Says what it did.

const say = (words: string) => writeSync(1, `${words}\n`);
const at = (number: number) => String(number).padStart(16, '0') as FeedPosition;

async function main(): Promise<void> {
  const [url = '', ttl] = process.argv.slice(2);
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort());
  const database = await openPostgres({ url, poolSize: 3 });
  const checkpoints = sqlCheckpointStore(database, 'a log');
  const options = { database, name: 'counting', holder: `process ${process.pid}`, ttlMs: Number(ttl) };

  await runWithLease({ ...options, log: () => undefined }, stop.signal, async (signal) => {
    let { position } = await checkpoints.read('counted');
    say('held');
    const hasMoved = async (): Promise<boolean> => {
      const next = at(Number(position) + 1);
      try {
        await checkpoints.move('counted', position, { position: next, eventId: null, recordedAt: null });
      } catch (error) {
        say(`refused ${(error as Error).name}`);
        return false;
      }
      position = next;
      say(`moved ${Number(next)}`);
      return true;
    };
    while (!signal.aborted && (await hasMoved())) await pause(2, signal);
    await pause(60_000, signal);
    await hasMoved();
    say('let go');
  });
  await database.close();
}

main().catch((error: unknown) => {
  writeSync(2, `${String(error)}\n`);
  process.exitCode = 1;
});
