import { boundedLabel } from './bounded-label';
import { type Meters, SECONDS_OF_AN_ANSWER } from './meters';

/** `repeated`: the same append was there already. `refused`: too large, or an id that is in use. */
export type AppendOutcome = (typeof OUTCOMES)[number];
const OUTCOMES = ['stored', 'repeated', 'conflict', 'refused', 'unavailable'] as const;

export interface AppendMetrics {
  /** `events` counts only when they were stored now; `category` is that of the stream. */
  appended(append: {
    readonly outcome: AppendOutcome;
    readonly seconds: number;
    readonly events: number;
    readonly category: string;
  }): void;
}

const CATEGORIES_MAX = 32;

export function appendMetrics(meters: Meters): AppendMetrics {
  const category = boundedLabel(CATEGORIES_MAX);
  const seconds = meters.histogram(
    'append_seconds',
    'How long the event store took to answer an append, in seconds.',
    SECONDS_OF_AN_ANSWER,
    'outcome',
  );
  for (const outcome of OUTCOMES) seconds.zero({ outcome });
  const events = meters.counter(
    'events_appended_total',
    'Events stored by this process, by category of stream.',
    'category',
  );
  return {
    appended(append) {
      seconds.observe({ outcome: append.outcome }, append.seconds);
      if (append.outcome === 'stored') events.inc({ category: category(append.category) }, append.events);
    },
  };
}
