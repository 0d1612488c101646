import type { MonitorMetrics } from '../metrics/monitor.metrics';
import { asWork } from '../traces/with-span';

/** What a run of the monitor tells of itself. */
export interface RunTally {
  /** The state of every verdict that it came to. */
  verdicts(states: readonly string[]): void;
  /** What it did with cases, by act. */
  cases(done: Readonly<Record<string, number>>): void;
}

/** One run of the monitor, measured, with a correlation id and a trace of its own. */
export function observedRun<T>(metrics: MonitorMetrics, run: (tally: RunTally) => Promise<T>): Promise<T> {
  return asWork('monitor run', {}, async (span) => {
    const startedAt = performance.now();
    const verdicts: Record<string, number> = {};
    let cases: Readonly<Record<string, number>> = {};
    const end = (outcome: 'done' | 'failed'): void => {
      const seconds = (performance.now() - startedAt) / 1000;
      span.set({ 'intekenboek.outcome': outcome });
      metrics.monitorRan({ outcome, seconds, verdicts, cases });
    };
    try {
      const result = await run({
        verdicts: (states) => states.forEach((state) => (verdicts[state] = (verdicts[state] ?? 0) + 1)),
        cases: (done) => (cases = done),
      });
      end('done');
      return result;
    } catch (error) {
      end('failed');
      throw error;
    }
  });
}
