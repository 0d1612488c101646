import type {
  CalendarDate,
  Clock,
  EventStore,
  FeedPosition,
  Instant,
} from '@intekenboek/event-sourcing-core';
import type { VerdictV1 } from '@intekenboek/messaging-contracts';
import type { Log } from '@intekenboek/platform-sql';
import { type MonitorMetrics, observedRun } from '@intekenboek/platform-telemetry';

import { aborted } from './background';

export interface MonitorRun {
  readonly verdicts: readonly VerdictV1[];
  readonly asOf: CalendarDate;
  readonly at: Instant;
  readonly effectiveAt: Instant;
}

export interface MonitorLoopOptions {
  readonly clock: Clock;
  readonly eventStore: EventStore;
  /** Settles when everything that was recorded can be judged. */
  readonly caughtUp: () => Promise<void>;
  /** A verdict on everything that is monitored. */
  readonly assess: (asOf: CalendarDate) => Promise<readonly VerdictV1[]>;
  /** Raises, moves and resolves cases, and tells how often it did what; safe to repeat. */
  readonly escalate: (run: MonitorRun) => Promise<Readonly<Record<string, number>>>;
  readonly metrics: MonitorMetrics;
  readonly log: Log;
  readonly everyMs?: number;
}

const EVERY_MS = 15_000;

/**
 * Judges everything and escalates what lags: at the start, when a day begins, and some seconds after something was
 * recorded. One run at a time; a run that fails is tried again at the next turn.
 */
export class MonitorLoop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private lastDay: CalendarDate | undefined;
  private lastHead: FeedPosition | undefined;
  private ending = new AbortController();

  constructor(private readonly options: MonitorLoopOptions) {}

  start(): void {
    this.ending = new AbortController();
    this.timer = setInterval(() => this.turn(), this.options.everyMs ?? EVERY_MS);
    this.turn();
  }

  /** Lets the run under way end, unless it still waits for the read models. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.ending.abort();
    await this.running;
  }

  /** One run as of a day, which may lie in the past. */
  run(asOf: CalendarDate, effectiveAt?: Instant): Promise<void> {
    const { clock, assess, escalate, metrics } = this.options;
    return observedRun(metrics, async (tally) => {
      if (!(await this.caughtUp())) return;
      const verdicts = await assess(asOf);
      tally.verdicts(verdicts.map(({ state }) => state));
      const at = clock.now();
      tally.cases(await escalate({ verdicts, asOf, at, effectiveAt: effectiveAt ?? at }));
      await this.caughtUp();
    });
  }

  /** False when it was asked to stop meanwhile: where the projector is away, waiting may take long. */
  private async caughtUp(): Promise<boolean> {
    const { signal } = this.ending;
    await Promise.race([this.options.caughtUp(), aborted(signal)]);
    return !signal.aborted;
  }

  private turn(): void {
    this.running = this.running.then(() => this.runWhenNeeded()).catch((error: unknown) => this.tell(error));
  }

  private async runWhenNeeded(): Promise<void> {
    const { clock, eventStore } = this.options;
    const today = clock.today();
    if (today === this.lastDay && (await eventStore.head()) === this.lastHead) return;
    await this.run(today);
    this.lastDay = today;
    // What the run itself recorded needs no second look.
    this.lastHead = await eventStore.head();
  }

  private tell(error: unknown): void {
    const message = 'Progress could not be judged this time; it is tried again.';
    const facts = { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    this.options.log({ level: 'error', message, facts });
  }
}
