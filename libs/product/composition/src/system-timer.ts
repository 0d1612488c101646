import { setTimeout as after } from 'node:timers/promises';

import type { Timer } from '@intekenboek/messaging-application';

/** The time and the chance of this machine. */
export const systemTimer: Timer = {
  wait: (milliseconds, signal) => after(milliseconds, undefined, { signal }).catch(() => undefined),
  chance: () => Math.random(),
};
