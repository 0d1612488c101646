/** One line of a result, for whoever compares runs. */
export type Measured = Readonly<Record<string, string | number>>;

/** What a part of the benchmark of stores needs. */
export interface StoreBench {
  /** An empty database of its own on the server that is measured; gone when the benchmark ends. */
  newDatabase(): Promise<string>;
}

/** Measures something, prints it as a table, and gives the figures. */
export type StorePart = (bench: StoreBench) => Promise<readonly Measured[]>;
