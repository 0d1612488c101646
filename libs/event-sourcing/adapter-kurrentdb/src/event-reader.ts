import {
  EventStoreUnavailable,
  FEED_START,
  type FeedPosition,
  type RecordedEvent,
  type StreamName,
  type StreamSlice,
} from '@intekenboek/event-sourcing-core';
import type { ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';

import { isPosition } from './feed-position';
import type { KurrentDbConnection } from './kurrentdb-connection';
import { isInvalidPosition } from './kurrentdb-failure';
import { feedRequest, headRequest, streamRequest } from './read-request';
import { isOfServer, positionOfEvent, recordedEventOf } from './stored-event';

/** So much is asked for at once, so that the time of one call is enough for it. */
const PAGE_EVENTS = 1_000;
const HEAD_EVENTS = 32;

type WireEvent = ReadResp.ReadEvent.RecordedEvent;

/** Reads of the leader: they see every append that was acknowledged. */
export class EventReader {
  constructor(private readonly connection: KurrentDbConnection) {}

  async readStream(stream: StreamName, from = 0): Promise<StreamSlice> {
    const events: RecordedEvent[] = [];
    for (;;) {
      const next = from + events.length;
      const page = await this.streamPage(stream, next, PAGE_EVENTS);
      if (page === undefined) return { revision: 'no-stream', events: [] };
      events.push(...page.events);
      if (page.events.length < PAGE_EVENTS) return { revision: events.at(-1)?.revision ?? page.last, events };
    }
  }

  /** At most `count` events from a revision on, and the last revision of the stream; undefined when it is not there. */
  async streamPage(
    stream: StreamName,
    from: number,
    count: number,
  ): Promise<{ readonly events: readonly RecordedEvent[]; readonly last: number } | undefined> {
    const responses = await this.connection.read(streamRequest(stream, from, count));
    if (responses.some((response) => response.hasStreamNotFound())) return undefined;
    const last = responses.find((response) => response.hasLastStreamPosition());
    if (last === undefined) {
      throw new EventStoreUnavailable(
        'This KurrentDB does not tell how long a stream is. Use 24.10 or newer.',
      );
    }
    return { events: eventsOf(responses).map(recordedEventOf), last: Number(last.getLastStreamPosition()) };
  }

  async readAll(after: FeedPosition, limit: number): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    let from = after;
    while (events.length < limit) {
      // The event at a position is given again.
      const count = Math.min(limit - events.length, PAGE_EVENTS) + (from === FEED_START ? 0 : 1);
      const page = eventsOf(await this.connection.read(feedRequest(from, count)));
      const fresh = page.filter((event) => !isOfServer(event) && positionOfEvent(event) > from);
      events.push(...fresh.map(recordedEventOf));
      const last = page.at(-1);
      if (last === undefined || page.length < count) break;
      from = positionOfEvent(last);
    }
    return events;
  }

  /** The event at just this position. */
  async at(position: FeedPosition): Promise<RecordedEvent | null> {
    if (!isPosition(position)) return null;
    try {
      const [event] = eventsOf(await this.connection.read(feedRequest(position, 1)));
      return event !== undefined && positionOfEvent(event) === position ? recordedEventOf(event) : null;
    } catch (error) {
      // In the middle of an event, or beyond the last one: of another log, or of what was lost of this one.
      if (isInvalidPosition(error)) return null;
      throw error;
    }
  }

  /** The last event of the feed. */
  async last(): Promise<RecordedEvent | undefined> {
    for (let count = HEAD_EVENTS; ; count *= 8) {
      const page = eventsOf(await this.connection.read(headRequest(count)));
      const found = page.find((event) => !isOfServer(event));
      if (found !== undefined || page.length < count) return found && recordedEventOf(found);
    }
  }
}

const eventsOf = (responses: readonly ReadResp[]): readonly WireEvent[] =>
  responses.flatMap((response) => response.getEvent()?.getEvent() ?? []);
