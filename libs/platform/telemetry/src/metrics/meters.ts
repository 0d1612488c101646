import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What is looked up when somebody asks for the metrics. */
export type BeforeScrape = () => Promise<void> | void;

/**
 * Where the groups of metrics are made: all in the registry of one process, never in that of the library. What may
 * happen for the first time at night begins at 0, because an alert does not see the step from nothing to 1.
 */
export interface Meters {
  counter<L extends string = never>(name: string, help: string, ...labels: L[]): Counter<L>;
  gauge<L extends string = never>(name: string, help: string, ...labels: L[]): Gauge<L>;
  /** `buckets` in seconds, the upper bounds. */
  histogram<L extends string = never>(
    name: string,
    help: string,
    buckets: readonly number[],
    ...labels: L[]
  ): Histogram<L>;
  beforeScrape(look: BeforeScrape): void;
}

export const metersOf = (registry: Registry, looks: BeforeScrape[]): Meters => ({
  counter: (name, help, ...labelNames) =>
    new Counter({ name: `intekenboek_${name}`, help, labelNames, registers: [registry] }),
  gauge: (name, help, ...labelNames) =>
    new Gauge({ name: `intekenboek_${name}`, help, labelNames, registers: [registry] }),
  histogram: (name, help, buckets, ...labelNames) =>
    new Histogram({
      name: `intekenboek_${name}`,
      help,
      labelNames,
      buckets: [...buckets],
      registers: [registry],
    }),
  beforeScrape: (look) => void looks.push(look),
});

/** From a flushed append on a disk of today to one that a person would give up on. */
export const SECONDS_OF_AN_ANSWER = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** For work that takes as long as there is to do. */
export const SECONDS_OF_A_RUN = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];
