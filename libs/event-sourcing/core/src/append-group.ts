import { EventStoreUnavailable } from './event-store.port';

const GROUP_APPENDS_MAX = 2_000;
const GROUP_BYTES_MAX = 8 * 1_048_576;
const WAITING_BYTES_MAX = 64 * 1_048_576;
const OVERHEAD_BYTES = 1_024;

/** What became of one member of a group: its own answer or its own error. */
export type GroupOutcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/** A member that waits for its group, with what it will be told. */
export interface Waiting<Task, Answer> {
  readonly task: Task;
  readonly bytes: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * How much may wait to be written, because it is memory: above 64 MiB an append is refused at once instead of being
 * late. One that is larger than that is taken when nothing else waits.
 */
export class WaitingLimits {
  private bytes = 0;

  /** Gives how much room it took. @throws EventStoreUnavailable when there is none left. */
  enter(dataBytes: number): number {
    const bytes = dataBytes + OVERHEAD_BYTES;
    if (this.bytes > 0 && this.bytes + bytes > WAITING_BYTES_MAX) {
      throw new EventStoreUnavailable('Too many appends wait to be written. Send again in a moment.');
    }
    this.bytes += bytes;
    return bytes;
  }

  leave(bytes: number): void {
    this.bytes -= bytes;
  }
}

/** Takes the next group off those that are ready: at least one, and no more than 2,000 or 8 MiB. */
export function takeGroup<Member extends { readonly bytes: number }>(ready: Member[]): readonly Member[] {
  let [count, bytes] = [0, 0];
  for (const next of ready) {
    const isFull = count === GROUP_APPENDS_MAX || bytes + next.bytes > GROUP_BYTES_MAX;
    if (isFull && count > 0) break;
    count += 1;
    bytes += next.bytes;
  }
  return ready.splice(0, count);
}

/** Tells every member of a group what became of it. */
export function settleGroup<Answer>(
  group: readonly Waiting<unknown, Answer>[],
  outcomes: readonly GroupOutcome<Answer>[],
): void {
  for (const [index, { resolve, reject }] of group.entries()) {
    const outcome = outcomes[index] ?? { error: new Error('The group has no outcome for this append.') };
    if ('error' in outcome) reject(outcome.error);
    else resolve(outcome.answer);
  }
}
