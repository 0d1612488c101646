import type { Timer } from '@intekenboek/messaging-application';
import { setTimeout as after } from 'node:timers/promises';

export const systemTimer: Timer = {
  wait: (milliseconds, signal) => after(milliseconds, undefined, { signal }).catch(() => undefined),
  chance: Math.random,
};

/** Lets no time pass, so that a thousand failures take no longer than one. */
export const hurriedTimer: Timer = {
  wait: () => new Promise((resolve) => setImmediate(resolve)),
  chance: Math.random,
};
