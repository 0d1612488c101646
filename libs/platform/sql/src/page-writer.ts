import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import { type Kysely, sql } from 'kysely';

import { moveCheckpoints } from './checkpoints';
import type { Database } from './database';
import { isDamage, isPassing } from './database-errors';
import type { ReadModelCopy } from './read-model-copy';
import { tablesOf } from './table-name';

type Page = readonly RecordedEvent[];

/** Called when a projection cannot apply `event`; its copy is not fed any more. */
export type OnFailure = (copy: ReadModelCopy, event: RecordedEvent, error: unknown) => Promise<void>;

/** Writes pages of the feed into copies that stand at the same position. */
export class PageWriter {
  constructor(
    private readonly database: Database,
    private readonly onFailure: OnFailure,
  ) {}

  /**
   * One transaction for all copies, rows and checkpoints. When that fails, each copy gets its own, in halves, until the
   * event is found that one of them cannot apply; the others are not held up.
   * @throws CopyTakenOver when another process feeds one of the copies; nothing is written then.
   * @throws what says nothing about a projection: the database is gone, full, or being restarted.
   */
  async write(copies: readonly ReadModelCopy[], page: Page): Promise<void> {
    const last = page.at(-1);
    if (last === undefined) return;
    try {
      await this.writeTogether(copies, page, last);
    } catch (error) {
      if (isPassing(error)) throw error;
      await this.isolate(copies, page, error);
    }
  }

  private async isolate(copies: readonly ReadModelCopy[], page: Page, error: unknown): Promise<void> {
    const [copy, ...others] = copies;
    const [event, ...later] = page;
    if (copy === undefined || event === undefined) return;
    if (others.length > 0) {
      for (const alone of copies) await this.write([alone], page);
    } else if (later.length > 0 && !isDamage(error)) {
      const half = Math.ceil(page.length / 2);
      await this.write([copy], page.slice(0, half));
      if (!copy.isFailed) await this.write([copy], page.slice(half));
    } else {
      copy.isFailed = true;
      await this.onFailure(copy, event, error);
    }
  }

  private async writeTogether(
    copies: readonly ReadModelCopy[],
    page: Page,
    last: RecordedEvent,
  ): Promise<void> {
    const work = copies.map((copy) => ({ copy, events: copy.wanted(page) }));
    const touched = work.filter(({ events }) => events.length > 0);
    const from = copies[0]?.position ?? last.position;
    await this.database.kysely.transaction().execute(async (transaction) => {
      // Moving comes first: of two processes with the same page one waits there, and is refused before it has locked or
      // changed a row. All goes side by side, so that one projection computes while the database works for another, and
      // all must have ended before the transaction does, or the rest of a failed page would be written outside of it.
      const outcomes = await Promise.allSettled([
        ...this.withoutFlushing(transaction),
        moveCheckpoints(transaction, { from, to: last, copies, changed: touched.map(({ copy }) => copy) }),
        ...touched.map(({ copy, events }) =>
          copy.readModel.project(tablesOf(transaction, copy.schema), events),
        ),
      ]);
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    });
    for (const { copy, events } of work) {
      copy.reach(last.position, events.length);
    }
  }

  /** A page that is lost when the server goes down is read again from the log: nobody needs to wait for its disk. */
  private withoutFlushing(transaction: Kysely<unknown>): readonly Promise<unknown>[] {
    if (this.database.kind === 'PGLITE') return [];
    return [sql`set local synchronous_commit = off`.execute(transaction)];
  }
}
