import {
  type AppendReceipt,
  type EventMetadata,
  type EventStore,
  type EventToAppend,
  type FeedPosition,
  instant,
  type RecordedEvent,
  type StreamName,
  type StreamRevision,
} from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';

/** A stream that nothing was ever appended to, also in a store that others use at the same time. */
export const newStream = (category = 'contract'): StreamName => `${category}-${randomUUID()}`;

export const newMetadata = (): EventMetadata => ({
  commandId: randomUUID(),
  commandHash: 'a'.repeat(64),
  personId: randomUUID(),
  partyId: randomUUID(),
});

/** An event with a new id; `n` tells it apart in a failing test. */
export const newEvent = (n: number, data: object = { n }): EventToAppend => ({
  eventId: randomUUID(),
  type: 'SomethingHappened',
  data,
  effectiveAt: instant('2026-01-31T08:30:00.000Z'),
});

export const newEvents = (count: number): readonly EventToAppend[] =>
  Array.from({ length: count }, (_, n) => newEvent(n));

/** Appends `count` new events to `stream`. */
export const appendSome = (
  store: EventStore,
  stream: StreamName,
  count: number,
  expected: StreamRevision = 'no-stream',
): Promise<AppendReceipt> => store.append(stream, newEvents(count), expected, newMetadata());

/** The whole feed after `after`, page by page. */
export async function feedAfter(
  store: EventStore,
  after: FeedPosition,
  pageSize = 100,
): Promise<readonly RecordedEvent[]> {
  const feed: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll(feed.at(-1)?.position ?? after, pageSize);
    if (page.length === 0) return feed;
    feed.push(...page);
  }
}

/** Follows the feed until `count` events came, then stops. Fails after `deadlineMs`, because a test must end. */
export async function followUntil(
  store: EventStore,
  after: FeedPosition,
  count: number,
  deadlineMs = 20_000,
): Promise<readonly RecordedEvent[]> {
  const stop = new AbortController();
  const deadline = setTimeout(() => stop.abort(), deadlineMs);
  const seen: RecordedEvent[] = [];
  try {
    for await (const page of store.follow(after, stop.signal)) {
      seen.push(...page);
      if (seen.length >= count) break;
    }
  } finally {
    clearTimeout(deadline);
  }
  if (seen.length < count)
    throw new Error(`Only ${seen.length} of ${count} events came in ${deadlineMs} ms.`);
  return seen;
}
