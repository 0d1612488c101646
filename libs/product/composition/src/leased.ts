import { runWithLease } from '@intekenboek/platform-sql';

import type { BackgroundTask } from './background';
import type { Ground } from './ground';

/** After this time without a word from a process that was killed, another takes its work over. */
const LEASE_MS = 15_000;

/** Work that one process of the installation does at a time; the others wait to take over. */
export const leased = (
  { database, holder, log, metrics }: Ground,
  name: string,
  work: (signal: AbortSignal) => Promise<void>,
): BackgroundTask => ({
  name,
  run: (stop) => {
    metrics.leaseHeld(name, false);
    return runWithLease({ database, name, holder, ttlMs: LEASE_MS, log }, stop, async (signal) => {
      metrics.leaseHeld(name, true);
      try {
        await work(signal);
      } finally {
        metrics.leaseHeld(name, false);
      }
    });
  },
});
