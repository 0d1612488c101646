import type { Log, LogEntry } from './log';
import type { Timer } from './timer.port';

/** Lets no time pass, so that a thousand failures take no longer than one. */
export const hurriedTimer: Timer = {
  wait: () => new Promise((resolve) => setImmediate(resolve)),
  chance: Math.random,
};

/** A log that keeps its lines, for a test to read. */
export function logLines(): { readonly log: Log; readonly lines: LogEntry[] } {
  const lines: LogEntry[] = [];
  return { lines, log: (entry) => void lines.push(entry) };
}
