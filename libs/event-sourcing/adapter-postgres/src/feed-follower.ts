import {
  EventStoreUnavailable,
  type FeedPosition,
  type Log,
  type RecordedEvent,
} from '@intekenboek/event-sourcing-core';

import type { FeedPage } from './event-reader';
import type { FeedWakening } from './feed-wakening';

const PAGE_EVENTS = 1_000;
/** A notification may be lost. */
const POLL_MS = 1_000;
const HELD_BACK_MS = { first: 2, most: 100 };
const UNAVAILABLE_MS = { first: 100, most: 5_000 };

/** Follows the feed, also across a time in which the server is away. */
export class FeedFollowing {
  private isAway = false;

  constructor(
    private readonly read: (after: FeedPosition, limit: number) => Promise<FeedPage>,
    private readonly wakening: FeedWakening,
    private readonly log: Log,
  ) {}

  /** What `EventStore.follow` gives. */
  async *follow(after: FeedPosition, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[], void> {
    let [position, inVain] = [after, 0];
    while (!this.wakening.isOver(signal)) {
      const announced = this.wakening.announced();
      const page = await untilAborted(this.readIfThere(position), signal);
      if (this.wakening.isOver(signal)) return;
      const last = page?.events.at(-1);
      if (page !== undefined && last !== undefined) {
        [position, inVain] = [last.position, 0];
        yield page.events;
      } else if (page?.isHeldBack === false) {
        inVain = 0;
        await this.wakening.newsSince(announced, POLL_MS, signal);
      } else {
        const { first, most } = page === undefined ? UNAVAILABLE_MS : HELD_BACK_MS;
        await this.wakening.pause(Math.min(first * 2 ** inVain, most), signal);
        inVain += 1;
      }
    }
  }

  /** Nothing while the server is away, which the operator is told once. */
  private async readIfThere(after: FeedPosition): Promise<FeedPage | undefined> {
    try {
      const page = await this.read(after, PAGE_EVENTS);
      if (this.isAway) this.log({ level: 'info', message: 'The feed can be read again.' });
      this.isAway = false;
      return page;
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
      if (!this.isAway)
        this.log({ level: 'warn', message: `The feed waits until this is solved: ${error.message}` });
      this.isAway = true;
      return undefined;
    }
  }
}

/** Does not wait for an answer that nobody wants any more. */
function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(undefined);
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
