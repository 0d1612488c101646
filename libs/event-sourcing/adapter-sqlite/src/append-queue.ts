import {
  type GroupOutcome,
  settleGroup,
  takeGroup,
  type Waiting,
  WaitingLimits,
} from '@intekenboek/event-sourcing-core';

/**
 * Group commit: all that wait in one turn of the event loop are done in one transaction, so that many writers share
 * one flush of the disk. A group is bounded, because the loop stands still meanwhile; so is what may wait.
 */
export class AppendQueue<Task, Answer> {
  private waiting: Waiting<Task, Answer>[] = [];
  private readonly limits = new WaitingLimits();
  private isScheduled = false;

  /** `commit` gives one outcome per task, in order, or throws when none was done. */
  constructor(private readonly commit: (tasks: readonly Task[]) => readonly GroupOutcome<Answer>[]) {}

  add(task: Task, dataBytes: number): Promise<Answer> {
    const bytes = this.limits.enter(dataBytes);
    this.schedule();
    return new Promise((resolve, reject) => this.waiting.push({ task, bytes, resolve, reject }));
  }

  /** Does now all that waits. */
  drain(): void {
    while (this.waiting.length > 0) this.commitNext();
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      if (this.waiting.length > 0) this.commitNext();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private commitNext(): void {
    const group = takeGroup(this.waiting);
    for (const { bytes } of group) this.limits.leave(bytes);
    try {
      settleGroup(group, this.commit(group.map(({ task }) => task)));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
