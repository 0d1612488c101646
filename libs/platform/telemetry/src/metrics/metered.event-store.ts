import {
  type AppendReceipt,
  ConcurrencyConflict,
  EventIdTaken,
  type EventStore,
  EventTooLarge,
  FEED_START,
  type FeedPosition,
  type StreamName,
} from '@intekenboek/event-sourcing-core';

import { withSpan } from '../traces/with-span';
import type { AppendMetrics, AppendOutcome } from './append.metrics';

/**
 * The same store, with every append measured and traced. An append counts as repeated when its receipt names a
 * position that was known here before; one that another process stored meanwhile counts as stored.
 */
export function meteredEventStore(eventStore: EventStore, metrics: AppendMetrics): EventStore {
  let known = FEED_START;
  const learn = (position: FeedPosition | undefined): void => {
    if (position !== undefined && position > known) known = position;
  };

  const append: EventStore['append'] = async (stream, events, expected, metadata) => {
    const attributes = {
      'intekenboek.stream.category': categoryOf(stream),
      'intekenboek.events': events.length,
      'intekenboek.command.id': metadata.commandId,
    };
    return withSpan('append', attributes, async (span) => {
      const [before, startedAt] = [known, performance.now()];
      const end = (outcome: AppendOutcome): void => {
        const seconds = (performance.now() - startedAt) / 1000;
        span.set({ 'intekenboek.outcome': outcome });
        metrics.appended({ outcome, seconds, events: events.length, category: categoryOf(stream) });
      };
      let receipt: AppendReceipt;
      try {
        receipt = await eventStore.append(stream, events, expected, metadata);
      } catch (error) {
        end(outcomeOf(error));
        throw error;
      }
      end(receipt.position > before ? 'stored' : 'repeated');
      learn(receipt.position);
      return receipt;
    });
  };

  return {
    append,
    logId: () => eventStore.logId(),
    close: () => eventStore.close(),
    async readStream(stream, from) {
      const slice = await eventStore.readStream(stream, from);
      learn(slice.events.at(-1)?.position);
      return slice;
    },
    async readAll(after, limit) {
      const page = await eventStore.readAll(after, limit);
      learn(page.at(-1)?.position);
      return page;
    },
    readAt: (position) => eventStore.readAt(position),
    async *follow(after, signal) {
      for await (const page of eventStore.follow(after, signal)) {
        learn(page.at(-1)?.position);
        yield page;
      }
    },
    async head() {
      const head = await eventStore.head();
      learn(head);
      return head;
    },
  };
}

const categoryOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('-'));

function outcomeOf(error: unknown): AppendOutcome {
  if (error instanceof ConcurrencyConflict) return 'conflict';
  return error instanceof EventTooLarge || error instanceof EventIdTaken ? 'refused' : 'unavailable';
}
