import { boundedLabel } from './bounded-label';
import { type Meters, SECONDS_OF_A_RUN } from './meters';

export interface MonitorMetrics {
  /** One run of the monitor: how many verdicts of each state it came to, and what it did with cases, by act. */
  monitorRan(run: {
    readonly outcome: 'done' | 'failed';
    readonly seconds: number;
    readonly verdicts: Readonly<Record<string, number>>;
    readonly cases: Readonly<Record<string, number>>;
  }): void;
  /** Whether this process is the one that does the work of that name. */
  leaseHeld(lease: string, isHeld: boolean): void;
}

const STATES_MAX = 16;
const ACTS_MAX = 16;
const LEASES_MAX = 16;

export function monitorMetrics(meters: Meters): MonitorMetrics {
  const [state, act, leaseOf] = [boundedLabel(STATES_MAX), boundedLabel(ACTS_MAX), boundedLabel(LEASES_MAX)];
  const seconds = meters.histogram(
    'monitor_run_seconds',
    'How long a run of the monitor took, by outcome, in seconds.',
    SECONDS_OF_A_RUN,
    'outcome',
  );
  for (const outcome of ['done', 'failed']) seconds.zero({ outcome });
  const lastRun = meters.gauge(
    'monitor_last_run_timestamp_seconds',
    'When the last run of the monitor was done, in seconds since 1970.',
  );
  const verdicts = meters.gauge(
    'monitor_verdicts',
    'Verdicts of the last run of the monitor, by state.',
    'state',
  );
  const cases = meters.counter(
    'monitor_cases_total',
    'What runs of the monitor did with cases, by act.',
    'act',
  );
  const lease = meters.gauge(
    'lease_held',
    '1 when this process holds the lease of that name, so that it does the work.',
    'lease',
  );
  return {
    monitorRan(run) {
      seconds.observe({ outcome: run.outcome }, run.seconds);
      if (run.outcome === 'failed') return;
      lastRun.setToCurrentTime();
      verdicts.reset();
      for (const [name, count] of Object.entries(run.verdicts)) verdicts.inc({ state: state(name) }, count);
      for (const [name, count] of Object.entries(run.cases)) cases.inc({ act: act(name) }, count);
    },
    leaseHeld: (name, isHeld) => lease.set({ lease: leaseOf(name) }, isHeld ? 1 : 0),
  };
}
