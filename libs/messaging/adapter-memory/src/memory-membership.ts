import type { TopicPartition } from '@intekenboek/messaging-application';

import { keyOf, type MemoryGroup, type MemoryMember } from './memory-group';

/** Works on one partition until `signal` aborts. */
export type PartitionWork = (partition: TopicPartition, signal: AbortSignal) => Promise<void>;

/** One member of a group: works on each of its partitions as long as it has them. */
export class MemoryMembership implements MemoryMember {
  private readonly stops = new Map<string, AbortController>();
  private readonly working = new Set<Promise<void>>();
  private isLeaving = false;

  constructor(
    private readonly group: MemoryGroup,
    readonly topics: readonly string[],
    private readonly work: PartitionWork,
    private readonly onAssigned: ((partitions: readonly TopicPartition[]) => void) | undefined,
  ) {}

  /** Takes part until `signal` aborts; settles when all work has ended. */
  async takePart(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.group.join(this);
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    this.isLeaving = true;
    this.group.leave(this);
    await Promise.all(this.working);
  }

  assign(partitions: readonly TopicPartition[]): void {
    const kept = new Set(partitions.map(keyOf));
    for (const [key, stop] of this.stops) {
      if (kept.has(key)) continue;
      stop.abort();
      this.stops.delete(key);
    }
    for (const partition of partitions) if (!this.stops.has(keyOf(partition))) this.begin(partition);
    if (!this.isLeaving) this.onAssigned?.(partitions);
  }

  private begin(partition: TopicPartition): void {
    const stop = new AbortController();
    this.stops.set(keyOf(partition), stop);
    const working = this.group.turns
      .run(keyOf(partition), () => this.work(partition, stop.signal))
      .finally(() => this.working.delete(working));
    this.working.add(working);
  }
}
