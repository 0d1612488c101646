/** What the main thread and the thread of PGlite say to one another. */

export interface WorkerOptions {
  /** Folder of the data; `memory://` for none. */
  readonly dataDir: string;
  readonly startParams?: string[];
}

/** `sql` null asks to close. */
export interface WorkerRequest {
  readonly id: number;
  readonly sql: string | null;
  readonly parameters: readonly unknown[];
}

/** The answer with id 0 says that the database is open. */
export interface WorkerAnswer {
  readonly id: number;
  readonly rows?: readonly object[];
  readonly affected?: number | undefined;
  readonly error?: { readonly message: string; readonly code: string | undefined };
}
