import type { FeedPosition } from '@intekenboek/event-sourcing-core';

import type { FeedReader } from './feed-reader';
import type { PageWriter } from './page-writer';
import type { ReadModelCopy } from './read-model-copy';

/** Nobody takes over in less. */
const SILENCE_MS = 500;

type Group = readonly ReadModelCopy[];

/** Called after each page with the copies that it was for, and how many events it had. */
export type OnPage = (copies: Group, events: number) => void;

/** Moves copies along the feed. Those at the same position go together: one reading, one transaction. */
export class FeedPump {
  constructor(
    private readonly reader: FeedReader,
    private readonly writer: PageWriter,
    private readonly onPage: OnPage,
  ) {}

  /**
   * At most one page for each group, the furthest first: while a copy is being built, the serving ones keep up with
   * what happens. `isServing` when queries may be waiting. False when there was nothing to move.
   */
  async round(copies: readonly ReadModelCopy[], isServing: boolean): Promise<boolean> {
    let hasMoved = false;
    let ahead: Group = [];
    for (const group of groupsOf(copies)) {
      hasMoved = (await this.step(group, ahead[0]?.position, isServing)) || hasMoved;
      ahead = group;
    }
    return hasMoved;
  }

  /**
   * Waits at the end of the feed and writes what comes, unless `signal` aborts first. After a silence in which another
   * server may have taken over the log, what comes is written only when `isTrusted` says so.
   */
  async wait(group: Group, signal: AbortSignal, isTrusted: () => Promise<boolean>): Promise<void> {
    const after = group[0]?.position;
    if (after === undefined) return aborted(signal);
    const startedAt = performance.now();
    const page = await this.reader.waitForNews(after, signal);
    if (page.length === 0) return;
    if (performance.now() - startedAt > SILENCE_MS && !(await isTrusted())) return;
    await this.writer.write(group, page);
    this.onPage(group, page.length);
  }

  /** A page never goes beyond `ceiling`, where another group stands: there they become one. */
  private async step(group: Group, ceiling: FeedPosition | undefined, isServing: boolean): Promise<boolean> {
    const [{ position, pageSize }] = group as [ReadModelCopy];
    const read = await this.reader.read(position, pageSize.current);
    for (const copy of group) copy.isAtEnd = !read.isFull;
    const events =
      ceiling === undefined ? read.events : read.events.filter((event) => event.position <= ceiling);
    const last = events.at(-1)?.position;
    if (last === undefined) return false;

    const startedAt = performance.now();
    const writing = this.writer.write(group, events);
    const goesOn = read.isFull && events.length === read.events.length;
    if (goesOn) this.reader.readAhead(last, pageSize.current);
    await writing;
    pageSize.adapt(goesOn, performance.now() - startedAt, isServing);
    this.onPage(group, events.length);
    return true;
  }
}

/** Settles at once when it was aborted before: that event does not come again. */
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

function groupsOf(copies: readonly ReadModelCopy[]): readonly Group[] {
  const groups = new Map<FeedPosition, ReadModelCopy[]>();
  for (const copy of copies) groups.set(copy.position, [...(groups.get(copy.position) ?? []), copy]);
  return [...groups].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, group]) => group);
}
