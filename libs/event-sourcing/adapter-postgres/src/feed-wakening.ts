/** What wakes a follower before its time has passed. */
type Wakes = 'BY_NEWS' | 'AT_THE_END';

/** Wakes who waits at the end of the feed. What is announced while nobody waits is not lost: it is counted. */
export class FeedWakening {
  private readonly waiting = new Map<() => void, Wakes>();
  private count = 0;
  private hasEnded = false;

  /** How often something was announced; to be asked before the feed is read. */
  announced(): number {
    return this.count;
  }

  /** There may be something new. */
  announce(): void {
    this.count += 1;
    for (const [wake, wakes] of [...this.waiting]) if (wakes === 'BY_NEWS') wake();
  }

  /** Nothing will come any more: every `follow` ends. */
  end(): void {
    this.hasEnded = true;
    for (const wake of [...this.waiting.keys()]) wake();
  }

  isOver(signal: AbortSignal): boolean {
    return signal.aborted || this.hasEnded;
  }

  /** Settles when something was announced since `announced` gave `count`, or after `milliseconds`. */
  async newsSince(count: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (count === this.count) await this.wait('BY_NEWS', milliseconds, signal);
  }

  /** Settles after `milliseconds`, or when it is over before. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return this.wait('AT_THE_END', milliseconds, signal);
  }

  private async wait(wakes: Wakes, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.isOver(signal)) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.set(wake, wakes);
      signal.addEventListener('abort', wake);
    });
  }
}
