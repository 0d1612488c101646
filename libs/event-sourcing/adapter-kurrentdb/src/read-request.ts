import { FEED_START, type FeedPosition } from '@intekenboek/event-sourcing-core';
import {
  Empty,
  StreamIdentifier,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';

import { placeOf } from './feed-position';

const { Options } = ReadReq;
const { FilterOptions } = Options;

/** Of this compatibility on, the server tells the revision of a stream also where it gives no event of it. */
const COMPATIBILITY = 1;
/** The types of what the server writes itself begin with `$`. */
const NOT_OF_SERVER = '^[^$].*';
/** After how many times 32 events, taken or not, a subscription is told how far it is. */
const CHECKPOINT_EVERY = 8;

/** `count` events of a stream from a revision on, the event there included. */
export function streamRequest(stream: string, from: number, count: number): ReadReq {
  const place = new Options.StreamOptions()
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setRevision(String(from));
  return request(options().setStream(place).setNoFilter(new Empty()).setCount(String(count)));
}

/** `count` events of the feed, the event at `from` included. */
export function feedRequest(from: FeedPosition, count: number): ReadReq {
  return request(options().setAll(placeInAll(from)).setFilter(filter()).setCount(String(count)));
}

/** The last `count` events of the feed, the last one first. */
export function headRequest(count: number): ReadReq {
  const end = new Options.AllOptions().setEnd(new Empty());
  const backwards = options().setReadDirection(Options.ReadDirection.BACKWARDS);
  return request(backwards.setAll(end).setFilter(filter()).setCount(String(count)));
}

/** What comes after `after`, without end, the event there not included. */
export function subscriptionRequest(after: FeedPosition): ReadReq {
  const forEver = options().setSubscription(new Options.SubscriptionOptions());
  return request(forEver.setAll(placeInAll(after)).setFilter(filter()));
}

const request = (asked: ReadReq.Options): ReadReq => new ReadReq().setOptions(asked);

const options = (): ReadReq.Options =>
  new Options()
    .setUuidOption(new Options.UUIDOption().setString(new Empty()))
    .setControlOption(new Options.ControlOption().setCompatibility(COMPATIBILITY));

const filter = (): ReadReq.Options.FilterOptions =>
  new FilterOptions()
    .setEventType(new FilterOptions.Expression().setRegex(NOT_OF_SERVER))
    .setCount(new Empty())
    .setCheckpointintervalmultiplier(CHECKPOINT_EVERY);

function placeInAll(position: FeedPosition): ReadReq.Options.AllOptions {
  if (position === FEED_START) return new Options.AllOptions().setStart(new Empty());
  const { commit, prepare } = placeOf(position);
  return new Options.AllOptions().setPosition(
    new Options.Position().setCommitPosition(commit).setPreparePosition(prepare),
  );
}
