/** A line for the operator. It holds no data of events and no password. */
export interface StoreLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}
export type StoreLog = (line: StoreLine) => void;
