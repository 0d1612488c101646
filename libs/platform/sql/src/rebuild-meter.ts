import type { RebuildProgress } from './read-model-engine.types';

const REPORT_EVERY_MS = 1_000;

/** Counts the events of one rebuild and tells so at most once a second. */
export class RebuildMeter {
  private readonly startedAt = performance.now();
  private reportedAt = performance.now();
  private eventsDone = 0;

  constructor(
    private readonly readModel: string,
    private readonly report: (progress: RebuildProgress) => void,
  ) {}

  count(events: number): void {
    this.eventsDone += events;
    if (performance.now() - this.reportedAt < REPORT_EVERY_MS) return;
    this.reportedAt = performance.now();
    this.tell(false);
  }

  finish(): void {
    this.tell(true);
  }

  private tell(finished: boolean): void {
    const seconds = Math.max(0.001, (performance.now() - this.startedAt) / 1000);
    const { readModel, eventsDone } = this;
    this.report({ readModel, eventsDone, eventsPerSecond: Math.round(eventsDone / seconds), finished });
  }
}
