import {
  type GroupOutcome,
  settleGroup,
  type StreamName,
  takeGroup,
  type Waiting,
  WaitingLimits,
} from '@intekenboek/event-sourcing-core';

/**
 * Group commit: what comes while earlier groups are under way waits and goes together in the next one, so that many
 * writers share one transaction and one flush. Of one stream a group holds one append, and appends of one stream are
 * never under way side by side. What may wait is bounded.
 */
export class AppendGroups<Task extends { readonly stream: StreamName }, Answer> {
  private ready: Waiting<Task, Answer>[] = [];
  /** Of each stream that has an append ready or under way, those that come after it. */
  private readonly behind = new Map<StreamName, Waiting<Task, Answer>[]>();
  private readonly limits = new WaitingLimits();
  private underWay = 0;
  private isScheduled = false;
  private readonly whenIdle: (() => void)[] = [];

  /** `commit` gives one outcome per task, in order, or fails when nothing is known of any. */
  constructor(
    private readonly commit: (tasks: readonly Task[]) => Promise<readonly GroupOutcome<Answer>[]>,
    private readonly groupsMax: number,
  ) {}

  add(task: Task, dataBytes: number): Promise<Answer> {
    const bytes = this.limits.enter(dataBytes);
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
      void this.commitGroup(takeGroup(this.ready));
      this.schedule();
    });
  }

  private async commitGroup(group: readonly Waiting<Task, Answer>[]): Promise<void> {
    this.underWay += 1;
    try {
      settleGroup(group, await this.commit(group.map(({ task }) => task)));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    this.underWay -= 1;
    for (const waiting of group) this.leave(waiting);
    this.schedule();
    if (this.behind.size === 0) for (const resolve of this.whenIdle.splice(0)) resolve();
  }

  private leave({ task: { stream }, bytes }: Waiting<Task, Answer>): void {
    this.limits.leave(bytes);
    const next = this.behind.get(stream)?.shift();
    if (next === undefined) this.behind.delete(stream);
    else this.ready.push(next);
  }
}
