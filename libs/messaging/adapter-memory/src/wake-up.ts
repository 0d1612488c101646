/** Wakes whoever waits for something to change. */
export class WakeUp {
  private readonly waiting = new Set<() => void>();

  now(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Settles at the next `now`, or when `signal` aborts. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      if (signal.aborted) return resolve();
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
