import type { FeedPosition, Log } from '@intekenboek/event-sourcing-core';

import type { Ask } from './ask';
import type { FeedPage } from './event-reader';

const TOLD_AFTER_MS = 5_000;

const HOLDERS = `
  select pid, activity.application_name from pg_locks join pg_stat_activity activity using (pid)
  where granted and mode = 'RowExclusiveLock' and relation = 'event_log.events'::regclass
  order by activity.xact_start limit 1`;

/** Notices when committed events cannot be read, because a transaction that began to write before them is not finished. */
export class HeldBackFeed {
  private episode: { readonly after: FeedPosition; readonly since: number; isTold: boolean } | undefined;

  constructor(
    private readonly ask: Ask,
    private readonly log: Log,
  ) {}

  /** For how long the end of the feed has been held back, 0 when it is not. */
  milliseconds(): number {
    return this.episode === undefined ? 0 : performance.now() - this.episode.since;
  }

  /** Of every page that was read after `after`. */
  note(after: FeedPosition, { isHeldBack }: FeedPage): void {
    if (!isHeldBack) {
      // Who reads an earlier part of the feed sees nothing of what holds up its end.
      if (this.episode !== undefined && after >= this.episode.after) this.episode = undefined;
      return;
    }
    if (this.episode?.after !== after) this.episode = { after, since: performance.now(), isTold: false };
    if (this.episode.isTold || this.milliseconds() < TOLD_AFTER_MS) return;
    this.episode.isTold = true;
    void this.tell().catch(() => undefined);
  }

  private async tell(): Promise<void> {
    const [holder] = await this.ask({ text: HOLDERS });
    if (holder === undefined) return;
    const [pid, name] = holder.map((value) => value ?? '');
    this.log({
      level: 'warn',
      message:
        `New events wait for a transaction of server process ${pid} that writes events and is not finished. They can ` +
        `be read, in their order, when it ends. To end it: select pg_terminate_backend(${pid})`,
      facts: { pid: Number(pid), application: name ?? '' },
    });
  }
}
