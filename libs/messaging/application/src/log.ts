/** A line for the operator. `facts` never hold what is in a message or an event. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}
export type Log = (entry: LogEntry) => void;
