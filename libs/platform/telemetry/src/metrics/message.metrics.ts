import { boundedLabel } from './bounded-label';
import { type Meters, SECONDS_OF_AN_ANSWER } from './meters';

export interface MessageMetrics {
  /** The broker said that it keeps them. */
  published(batch: { readonly topic: string; readonly messages: number; readonly seconds: number }): void;
  /** The broker did not say so; they are sent again. */
  publishingFailed(topic: string): void;
  /** What became of a message that came in: `accepted`, `repeated`, `dead_lettered` or `retried`. */
  received(outcome: string): void;
  /** A message was put aside, by the code of the reason. */
  deadLettered(reason: string): void;
}

const TOPICS_MAX = 32;
const OUTCOMES_MAX = 16;
const REASONS_MAX = 200;

export function messageMetrics(meters: Meters): MessageMetrics {
  const topicOf = boundedLabel(TOPICS_MAX);
  const outcomeOf = boundedLabel(OUTCOMES_MAX);
  const reasonOf = boundedLabel(REASONS_MAX);
  const published = meters.counter(
    'messages_published_total',
    'Messages that the broker acknowledged, by topic.',
    'topic',
  );
  const failures = meters.counter(
    'publish_failures_total',
    'Batches of messages that the broker did not acknowledge and that are sent again, by topic.',
    'topic',
  );
  const seconds = meters.histogram(
    'publish_seconds',
    'How long the broker took to acknowledge a batch of messages, in seconds.',
    SECONDS_OF_AN_ANSWER,
    'topic',
  );
  const received = meters.counter(
    'messages_received_total',
    'Messages that came in, by what became of them.',
    'outcome',
  );
  for (const outcome of ['accepted', 'repeated', 'dead_lettered', 'retried']) {
    received.inc({ outcome: outcomeOf(outcome) }, 0);
  }
  const deadLetters = meters.counter(
    'dead_letters_total',
    'Messages that were put aside in the dead-letter topic, by code of the reason.',
    'reason',
  );
  return {
    published(batch) {
      const topic = topicOf(batch.topic);
      published.inc({ topic }, batch.messages);
      seconds.observe({ topic }, batch.seconds);
    },
    publishingFailed: (topic) => failures.inc({ topic: topicOf(topic) }),
    received: (outcome) => received.inc({ outcome: outcomeOf(outcome) }),
    deadLettered: (reason) => deadLetters.inc({ reason: reasonOf(reason) }),
  };
}
