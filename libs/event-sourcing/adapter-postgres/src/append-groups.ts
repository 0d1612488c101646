import { EventStoreUnavailable, type StreamName } from '@intekenboek/event-sourcing-core';

const GROUP_APPENDS_MAX = 2_000;
const GROUP_BYTES_MAX = 8 * 1_048_576;
const WAITING_BYTES_MAX = 64 * 1_048_576;
const OVERHEAD_BYTES = 1_024;

/** What became of one member of a group: its own answer or its own error. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

interface Waiting<Task, Answer> {
  readonly task: Task;
  readonly bytes: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: what comes while earlier groups are under way waits and goes together in the next one, so that many
 * writers share one transaction and one flush. Of one stream a group holds one append, and appends of one stream are
 * never under way side by side. What may wait is bounded, because it is memory: above 64 MiB an append is refused at
 * once instead of being late.
 */
export class AppendGroups<Task extends { readonly stream: StreamName }, Answer> {
  private ready: Waiting<Task, Answer>[] = [];
  /** Of each stream that has an append ready or under way, those that come after it. */
  private readonly behind = new Map<StreamName, Waiting<Task, Answer>[]>();
  private waitingBytes = 0;
  private underWay = 0;
  private isScheduled = false;
  private readonly whenIdle: (() => void)[] = [];

  /** `commit` gives one outcome per task, in order, or fails when nothing is known of any. */
  constructor(
    private readonly commit: (tasks: readonly Task[]) => Promise<readonly Outcome<Answer>[]>,
    private readonly groupsMax: number,
  ) {}

  add(task: Task, dataBytes: number): Promise<Answer> {
    const bytes = dataBytes + OVERHEAD_BYTES;
    if (this.waitingBytes > 0 && this.waitingBytes + bytes > WAITING_BYTES_MAX) {
      throw new EventStoreUnavailable('Too many appends wait to be written. Send again in a moment.');
    }
    this.waitingBytes += bytes;
    return new Promise((resolve, reject) => {
      this.line({ task, bytes, resolve, reject });
      this.schedule();
    });
  }

  /** Settles when nothing waits and nothing is under way. */
  idle(): Promise<void> {
    if (this.behind.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.whenIdle.push(resolve));
  }

  private line(waiting: Waiting<Task, Answer>): void {
    const { stream } = waiting.task;
    const before = this.behind.get(stream);
    if (before !== undefined) return void before.push(waiting);
    this.behind.set(stream, []);
    this.ready.push(waiting);
  }

  private schedule(): void {
    if (this.isScheduled || this.underWay >= this.groupsMax || this.ready.length === 0) return;
    this.isScheduled = true;
    // After what else happens in this turn of the event loop: it may bring more.
    setImmediate(() => {
      this.isScheduled = false;
      void this.commitGroup(this.takeGroup());
      this.schedule();
    });
  }

  private takeGroup(): readonly Waiting<Task, Answer>[] {
    let [count, bytes] = [0, 0];
    for (const next of this.ready) {
      const isFull = count === GROUP_APPENDS_MAX || bytes + next.bytes > GROUP_BYTES_MAX;
      if (isFull && count > 0) break;
      count += 1;
      bytes += next.bytes;
    }
    return this.ready.splice(0, count);
  }

  private async commitGroup(group: readonly Waiting<Task, Answer>[]): Promise<void> {
    this.underWay += 1;
    try {
      const outcomes = await this.commit(group.map(({ task }) => task));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index] ?? { error: new Error('The group has no outcome for this append.') };
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.answer);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    this.underWay -= 1;
    for (const waiting of group) this.leave(waiting);
    this.schedule();
    if (this.behind.size === 0) for (const resolve of this.whenIdle.splice(0)) resolve();
  }

  private leave({ task: { stream }, bytes }: Waiting<Task, Answer>): void {
    this.waitingBytes -= bytes;
    const next = this.behind.get(stream)?.shift();
    if (next === undefined) this.behind.delete(stream);
    else this.ready.push(next);
  }
}
