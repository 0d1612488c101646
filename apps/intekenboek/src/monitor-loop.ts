import type {
  CalendarDate,
  Clock,
  EventStore,
  FeedPosition,
  Instant,
} from '@intekenboek/event-sourcing-core';
import type { VerdictV1 } from '@intekenboek/messaging-contracts';
import type { Log } from '@intekenboek/platform-sql';

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
  /** Raises, moves and resolves cases; safe to repeat. */
  readonly escalate: (run: MonitorRun) => Promise<unknown>;
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

  constructor(private readonly options: MonitorLoopOptions) {}

  start(): void {
    this.timer = setInterval(() => this.turn(), this.options.everyMs ?? EVERY_MS);
    this.turn();
  }

  /** Lets the run under way end. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One run as of a day, which may lie in the past. */
  async run(asOf: CalendarDate, effectiveAt?: Instant): Promise<void> {
    const { clock, caughtUp, assess, escalate } = this.options;
    await caughtUp();
    const verdicts = await assess(asOf);
    const at = clock.now();
    await escalate({ verdicts, asOf, at, effectiveAt: effectiveAt ?? at });
    await caughtUp();
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
