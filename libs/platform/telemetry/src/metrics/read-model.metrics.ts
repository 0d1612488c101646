import type { FeedPosition } from '@intekenboek/event-sourcing-core';

import { boundedLabel } from './bounded-label';
import { type Meters, SECONDS_OF_A_RUN } from './meters';

/** How one read model fares, as the engine of read models tells it. */
export interface ReadModelState {
  readonly name: string;
  readonly serving: 'SERVING' | 'BUILDING' | 'FAILED';
  readonly position: FeedPosition;
  readonly isRebuilding: boolean;
}

export interface ReadModelMetrics {
  /** Looks at each scrape how all read models of this process fare. */
  watchReadModels(status: () => readonly ReadModelState[]): void;
  pageProjected(page: {
    readonly readModel: string;
    readonly events: number;
    readonly seconds: number;
  }): void;
}

const READ_MODELS_MAX = 32;
const STATES = ['SERVING', 'BUILDING', 'FAILED'] as const;

export function readModelMetrics(meters: Meters): ReadModelMetrics {
  const known = boundedLabel(READ_MODELS_MAX);
  const status = meters.gauge(
    'read_model_status',
    '1 for the status that a read model has: serving, building its first copy, or failed.',
    'read_model',
    'status',
  );
  const rebuilding = meters.gauge(
    'read_model_rebuilding',
    '1 while a new copy of a read model is built beside the one that serves.',
    'read_model',
  );
  const seconds = meters.histogram(
    'projection_seconds',
    'How long a page of events took to be written into a read model, in seconds.',
    SECONDS_OF_A_RUN,
    'read_model',
  );
  const events = meters.counter(
    'events_projected_total',
    'Events written into a read model, by read model.',
    'read_model',
  );
  return {
    watchReadModels(of) {
      meters.beforeScrape(() => {
        // A process that has lost its lease keeps no read models up, and must not look as if they stood still.
        status.reset();
        rebuilding.reset();
        for (const { name, serving, isRebuilding } of of()) {
          const read_model = known(name);
          rebuilding.set({ read_model }, isRebuilding ? 1 : 0);
          for (const state of STATES) {
            status.set({ read_model, status: state.toLowerCase() }, state === serving ? 1 : 0);
          }
        }
      });
    },
    pageProjected(page) {
      const read_model = known(page.readModel);
      seconds.observe({ read_model }, page.seconds);
      events.inc({ read_model }, page.events);
    },
  };
}
