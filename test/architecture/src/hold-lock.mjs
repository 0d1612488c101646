// Takes a lock, and writes in a log when it is in and when it is out.
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from '../../../tools/lock.mjs';

const [lock, log] = process.argv.slice(2);
await withLock(
  lock,
  () => {},
  async () => {
    appendFileSync(log, 'in\n');
    await wait(150);
    appendFileSync(log, 'out\n');
  },
);
