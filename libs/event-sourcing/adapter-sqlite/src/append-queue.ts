import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';

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
 * Group commit: all that wait in one turn of the event loop are done in one transaction, so that many writers share
 * one flush of the disk. A group is bounded, because the loop stands still meanwhile; so is what may wait, because
 * it is memory: above 64 MiB an append is refused at once instead of being late.
 */
export class AppendQueue<Task, Answer> {
  private waiting: Waiting<Task, Answer>[] = [];
  private waitingBytes = 0;
  private isScheduled = false;

  /** `commit` gives one outcome per task, in order, or throws when none was done. */
  constructor(private readonly commit: (tasks: readonly Task[]) => readonly Outcome<Answer>[]) {}

  add(task: Task, dataBytes: number): Promise<Answer> {
    const bytes = dataBytes + OVERHEAD_BYTES;
    if (this.waiting.length > 0 && this.waitingBytes + bytes > WAITING_BYTES_MAX) {
      throw new EventStoreUnavailable('Too many appends wait to be written. Send again in a moment.');
    }
    this.waitingBytes += bytes;
    this.schedule();
    return new Promise((resolve, reject) => this.waiting.push({ task, bytes, resolve, reject }));
  }

  /** Does now all that waits. */
  drain(): void {
    while (this.waiting.length > 0) this.commitGroup(this.takeGroup());
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      if (this.waiting.length > 0) this.commitGroup(this.takeGroup());
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private takeGroup(): readonly Waiting<Task, Answer>[] {
    let [count, bytes] = [0, 0];
    for (const next of this.waiting) {
      const isFull = count === GROUP_APPENDS_MAX || bytes + next.bytes > GROUP_BYTES_MAX;
      if (isFull && count > 0) break;
      count += 1;
      bytes += next.bytes;
    }
    this.waitingBytes -= bytes;
    return this.waiting.splice(0, count);
  }

  private commitGroup(group: readonly Waiting<Task, Answer>[]): void {
    try {
      const outcomes = this.commit(group.map(({ task }) => task));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index] ?? { error: new Error('The group has no outcome for this append.') };
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.answer);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
