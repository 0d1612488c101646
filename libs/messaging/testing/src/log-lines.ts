import type { Log, LogEntry } from '@intekenboek/messaging-application';

/** A log that keeps its lines, for a test to read. */
export function logLines(): { readonly log: Log; readonly lines: LogEntry[] } {
  const lines: LogEntry[] = [];
  return { lines, log: (entry) => void lines.push(entry) };
}
