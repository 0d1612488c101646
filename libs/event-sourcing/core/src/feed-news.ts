import type { FeedPosition, RecordedEvent } from './event-store.port';

/** Wakes readers at the end of a feed, for adapters that know themselves when something was appended. */
export class FeedNews {
  private readonly waiting = new Set<() => void>();
  private hasEnded = false;

  /** Something was appended. */
  announce(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Nothing will come any more: every `follow` ends. */
  end(): void {
    this.hasEnded = true;
    this.announce();
  }

  /** What `EventStore.follow` gives, made of pages that `read` takes from the store. */
  async *follow(
    read: (after: FeedPosition) => readonly RecordedEvent[],
    after: FeedPosition,
    signal: AbortSignal,
  ): AsyncGenerator<readonly RecordedEvent[], void> {
    let position = after;
    const isOver = () => signal.aborted || this.hasEnded;
    while (!isOver()) {
      const page = read(position);
      const last = page.at(-1);
      if (last === undefined) {
        // `read` answers at once, so nothing can have come since.
        await this.next(signal);
        continue;
      }
      position = last.position;
      yield page;
      // A long feed read from memory or from a local file must not keep requests from being answered.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
