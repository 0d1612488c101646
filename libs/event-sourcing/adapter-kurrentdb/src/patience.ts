import { setTimeout as pause } from 'node:timers/promises';

/** Nothing was heard in time. What was asked may have been done or not. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Rejects with `NoAnswer` after `ms` or when `stop` aborts, and then aborts the signal that `attempt` was given. */
export async function within<T>(
  ms: number,
  attempt: (signal: AbortSignal) => Promise<T>,
  stop?: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  const answer = attempt(over.signal);
  // Whatever comes after the time was up is of no interest any more.
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, silence(ms, stop, over.signal)]);
  } finally {
    over.abort();
  }
}

function silence(ms: number, stop: AbortSignal | undefined, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(new NoAnswer(`no answer within ${Math.round(ms)} ms`));
    const timer = setTimeout(giveUp, ms);
    stop?.addEventListener('abort', giveUp, { signal: over });
    over.addEventListener('abort', () => clearTimeout(timer));
  });
}

/** Pauses that grow from one failure to the next, with chance in them so that not all come back at one moment. */
export class Pauses {
  private failures = 0;

  constructor(
    private readonly firstMs: number,
    private readonly maxMs: number,
  ) {}

  next(): number {
    const most = Math.min(this.firstMs * 2 ** this.failures, this.maxMs);
    this.failures += 1;
    return most * (0.5 + Math.random() / 2);
  }

  reset(): void {
    this.failures = 0;
  }

  /** Ends early, and without an error, when `signal` aborts. */
  async wait(signal: AbortSignal): Promise<void> {
    await pause(this.next(), undefined, { signal }).catch(() => undefined);
  }
}
