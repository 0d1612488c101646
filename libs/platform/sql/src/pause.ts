/** Settles after `ms`, at once when there are none left, or when `signal` aborts or has aborted. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(0, ms));
    signal.addEventListener('abort', end);
  });

/** A sleep that ends early when `signal` aborts or somebody calls `wake`. For one sleeper. */
export class WakeUp {
  private isAwake = false;
  private end: () => void = () => undefined;

  constructor(private readonly signal: AbortSignal) {}

  wake(): void {
    this.isAwake = true;
    this.end();
  }

  /** From now on wake-ups are for the next `sleep`, so that one that comes during work is not slept through. */
  begin(): void {
    this.isAwake = false;
  }

  sleep(ms: number): Promise<void> {
    const early = new AbortController();
    if (this.isAwake || this.signal.aborted) return Promise.resolve();
    this.end = () => early.abort();
    this.signal.addEventListener('abort', this.end);
    const { end } = this;
    return pause(ms, early.signal).finally(() => this.signal.removeEventListener('abort', end));
  }
}
