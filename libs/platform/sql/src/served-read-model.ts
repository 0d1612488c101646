import { FEED_START, type FeedPosition } from '@intekenboek/event-sourcing-core';
import type { Kysely } from 'kysely';

import {
  ReadModelBehind,
  type ReadModelHandle,
  ReadModelUnavailable,
  type UnavailabilityReason,
} from './read-model';
import { tablesOf } from './table-name';

interface Waiter {
  readonly position: FeedPosition;
  readonly settle: (error?: Error) => void;
}

// A key names a question with its arguments; so many different ones between two events are not asked again soon.
const MOST_REMEMBERED = 500;

/** What queries see of one read model, whichever copy serves. The engine or the reader tells it what changes. */
export class ServedReadModel implements ReadModelHandle<unknown> {
  private reached: FeedPosition = FEED_START;
  private unavailable: UnavailabilityReason | null = 'BUILDING';
  private readonly waiters = new Set<Waiter>();
  private readonly remembered = new Map<string, Promise<unknown>>();

  constructor(
    private readonly name: string,
    private readonly kysely: Kysely<unknown>,
    private readonly onWait: () => void = () => undefined,
  ) {}

  /** Whether somebody waits for a position. */
  get isAwaited(): boolean {
    return this.waiters.size > 0;
  }

  get serving(): 'SERVING' | UnavailabilityReason {
    return this.unavailable ?? 'SERVING';
  }

  tables(): Kysely<unknown> {
    if (this.unavailable !== null) throw new ReadModelUnavailable(this.name, this.unavailable);
    return tablesOf(this.kysely, this.name);
  }

  position(): FeedPosition {
    return this.reached;
  }

  async waitFor(position: FeedPosition, timeoutMs: number): Promise<void> {
    if (this.unavailable === 'FAILED') throw new ReadModelUnavailable(this.name, 'FAILED');
    if (this.unavailable === null && this.reached >= position) return;
    await new Promise<void>((resolve, reject) => {
      const behind = () => waiter.settle(new ReadModelBehind(this.name, position, this.reached));
      const timer = setTimeout(behind, timeoutMs);
      const settle = (error?: Error) => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        if (error === undefined) resolve();
        else reject(error);
      };
      const waiter: Waiter = { position, settle };
      this.waiters.add(waiter);
      this.onWait();
    });
  }

  async cached<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.remembered.get(key);
    // Under one key the caller always computes the same thing.
    if (known !== undefined) return (await known) as T;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const computed = compute();
    this.remembered.set(key, computed);
    computed.catch(() => this.remembered.get(key) === computed && this.remembered.delete(key));
    return computed;
  }

  /** The serving tables are at `position`; `hasChanged` when rows of them may be other than before. */
  reach(position: FeedPosition, hasChanged: boolean): void {
    this.reached = position;
    this.unavailable = null;
    if (hasChanged) this.remembered.clear();
    for (const waiter of this.waiters) if (waiter.position <= position) waiter.settle();
  }

  /** No tables serve, for the time being. */
  withdraw(): void {
    this.unavailable = 'BUILDING';
    this.reached = FEED_START;
    this.remembered.clear();
  }

  fail(): void {
    this.withdraw();
    this.unavailable = 'FAILED';
    for (const waiter of this.waiters) waiter.settle(new ReadModelUnavailable(this.name, 'FAILED'));
  }

  /** Nobody will be told anything any more. */
  stop(): void {
    for (const waiter of this.waiters)
      waiter.settle(new ReadModelBehind(this.name, waiter.position, this.reached));
  }
}
