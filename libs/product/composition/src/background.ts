import type { Log } from '@intekenboek/platform-sql';

/** Work that goes on beside answering: it ends when its signal aborts, or when it cannot go on. */
export interface BackgroundTask {
  /** For an operator: `projector`. */
  readonly name: string;
  run(signal: AbortSignal): Promise<void>;
}

/** Runs tasks until `stop`, which waits for what they are in the middle of. */
export class Background {
  private readonly ending = new AbortController();
  private readonly running: Promise<unknown>[] = [];

  constructor(
    private readonly log: Log,
    /** Called when a task ends that nobody asked to end: the process is of no use without it. */
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(task: BackgroundTask): void {
    const run = task.run(this.ending.signal).then(
      () => this.ended(task, new Error(`${task.name} ended by itself.`)),
      (error: unknown) => this.ended(task, error),
    );
    this.running.push(run);
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.running);
  }

  private ended({ name }: BackgroundTask, error: unknown): void {
    if (this.ending.signal.aborted) return;
    const facts = { task: name, error: error instanceof Error ? error.name : 'unknown' };
    this.log({ level: 'error', message: 'Work in the background has ended.', facts });
    this.onFailure(error);
  }
}

/** Settles when it aborts, at once when it did before. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
