import type { Ask } from './ask';
import { LISTENER_LOCK, LOCK_CLASS } from './migrations';

export const CHANNEL = 'event_log';
const PAUSE_MS = 5;
const ASKED_AGAIN_MS = 1_000;

/** Who listens holds this lock, shared with all others who do. */
export const LISTENERS_LOCK = `select pg_advisory_lock_shared(${LOCK_CLASS}, ${LISTENER_LOCK})`;
const LISTENERS = `
  select count(*) from pg_locks
  where locktype = 'advisory' and classid = ${LOCK_CLASS} and objid = ${LISTENER_LOCK}
    and database = (select oid from pg_database where datname = current_database())`;

/**
 * Tells the other processes that there is something new, outside the transactions that append: those that notify are
 * committed one after another, over all of the server. One NOTIFY stands for all appends of some milliseconds, and one
 * that is lost does no harm, because who follows looks by himself as well. Where nobody else listens, none is sent.
 */
export class FeedNotifier {
  private isSending = false;
  private isDue = false;
  private isHeard = false;
  private askedAt = -Infinity;

  /** `sender` comes with every notification, so that this process knows its own. */
  constructor(
    private readonly ask: Ask,
    private readonly sender: string,
    private readonly isListening: () => boolean,
  ) {}

  notify(): void {
    this.isDue = true;
    if (!this.isSending) void this.sendAll();
  }

  private async sendAll(): Promise<void> {
    this.isSending = true;
    while (this.isDue) {
      this.isDue = false;
      await this.send().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    this.isSending = false;
  }

  private async send(): Promise<void> {
    if (performance.now() > this.askedAt + ASKED_AGAIN_MS) {
      this.askedAt = performance.now();
      const [row] = await this.ask({ name: 'listeners', text: LISTENERS });
      this.isHeard = Number(row?.[0]) > (this.isListening() ? 1 : 0);
    }
    if (!this.isHeard) return;
    await this.ask({ name: 'notify', text: 'select pg_notify($1, $2)', values: [CHANNEL, this.sender] });
  }
}
