import { collectDefaultMetrics, Registry } from 'prom-client';

import { type AppendMetrics, appendMetrics } from './append.metrics';
import { type CommandMetrics, commandMetrics } from './command.metrics';
import { type FeedMetrics, feedMetrics } from './feed.metrics';
import { type GraphqlMetrics, graphqlMetrics } from './graphql.metrics';
import { type MessageMetrics, messageMetrics } from './message.metrics';
import { type BeforeScrape, metersOf } from './meters';
import { type MonitorMetrics, monitorMetrics } from './monitor.metrics';
import { type ReadModelMetrics, readModelMetrics } from './read-model.metrics';

/**
 * The figures of one process, for Prometheus. Every part of the product tells what happened in one call; which
 * figures are made of it is decided here. No label is an id, and a caller cannot make labels. All of them, with what
 * to alert on: docs/operations/telemetry.md.
 */
export interface Metrics
  extends
    AppendMetrics,
    CommandMetrics,
    FeedMetrics,
    GraphqlMetrics,
    MessageMetrics,
    MonitorMetrics,
    ReadModelMetrics {
  /** Of the text that `scrape` gives. */
  readonly contentType: string;
  /** All figures as they are now, in the text format of Prometheus. */
  scrape(): Promise<string>;
}

export interface MetricsOptions {
  /** One of our own names: `api`, `projector`, `monitor`, `relay`, `intekenboek`. */
  readonly service: string;
  readonly version: string;
  /** False where many are made in one process, such as tests: without memory, event loop and the like. */
  readonly ofProcess?: boolean;
}

export function createMetrics({ service, version, ofProcess = true }: MetricsOptions): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const looks: BeforeScrape[] = [];
  const meters = metersOf(registry, looks);
  meters.gauge('build_info', 'Always 1; tells which version runs.', 'version').set({ version }, 1);
  return {
    ...appendMetrics(meters),
    ...commandMetrics(meters),
    ...feedMetrics(meters),
    ...graphqlMetrics(meters),
    ...messageMetrics(meters),
    ...monitorMetrics(meters),
    ...readModelMetrics(meters),
    contentType: registry.contentType,
    async scrape() {
      await Promise.all(looks.map(async (look) => look()));
      return registry.metrics();
    },
  };
}
