/** A line for the operator: what the log of the service says, not the log of events. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  /** Never data of events, queries or messages, and no password. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}
export type Log = (entry: LogEntry) => void;
