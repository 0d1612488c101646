import type { MessageMetrics } from '../metrics/message.metrics';
import { traceparentIn } from '../scope/traceparent';
import { inWork } from '../traces/in-work';
import { asWork } from '../traces/with-span';

type Publish<M> = (messages: readonly M[]) => Promise<void>;

/** Publishing as before; what the broker acknowledged, how long that took, and what it did not, is counted by topic. */
export const observedPublish =
  <M extends { readonly topic: string }>(publish: Publish<M>, metrics: MessageMetrics): Publish<M> =>
  (messages) =>
    inWork('publish', { kind: 'PRODUCER', attributes: attributesOf(messages) }, async () => {
      const startedAt = performance.now();
      const perTopic = countPerTopic(messages);
      try {
        await publish(messages);
      } catch (error) {
        for (const topic of perTopic.keys()) metrics.publishingFailed(topic);
        throw error;
      }
      const seconds = (performance.now() - startedAt) / 1000;
      for (const [topic, count] of perTopic) metrics.published({ topic, messages: count, seconds });
    });

interface Received {
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What handles the messages of a topic. */
interface Handler<M, O> {
  readonly topic: string;
  readonly handle: (message: M) => Promise<O>;
}

/** The same handler; every message is a piece of work of its own, in the trace of its sender when that says so. */
export const observedHandler = <M extends Received, O extends { readonly kind: string }>({
  topic,
  handle,
}: Handler<M, O>): Handler<M, O> => ({
  topic,
  handle: (message) => {
    const caller = traceparentIn(message.headers['traceparent']);
    const attributes = { 'messaging.destination.name': topic };
    return asWork(`receive ${topic}`, { kind: 'CONSUMER', caller, attributes }, async (span) => {
      const outcome = await handle(message);
      span.set({ 'intekenboek.outcome': outcome.kind.toLowerCase() });
      return outcome;
    });
  },
});

/** Give it as `onOutcome`: counts what became of messages, and dead letters by the first code of their reason. */
export const countInbound =
  (metrics: MessageMetrics) =>
  ({ kind, codes }: { readonly kind: string; readonly codes: readonly string[] }): void => {
    metrics.received(kind.toLowerCase());
    if (kind === 'DEAD_LETTERED') metrics.deadLettered(codes[0] ?? 'UNKNOWN');
  };

function countPerTopic(messages: readonly { readonly topic: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { topic } of messages) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

const attributesOf = (messages: readonly { readonly topic: string }[]) => ({
  'messaging.destination.name': messages[0]?.topic ?? '',
  'intekenboek.events': messages.length,
});
