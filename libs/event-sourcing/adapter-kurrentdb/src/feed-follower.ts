import type { FeedPosition, Log, RecordedEvent } from '@intekenboek/event-sourcing-core';
import type { ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { Readable } from 'node:stream';

import { positionOf } from './feed-position';
import { type KurrentDbConnection, PAGE_EVENTS } from './kurrentdb-connection';
import { commandError, lasting, messageOf } from './kurrentdb-failure';
import { Pauses } from './patience';
import { subscriptionRequest } from './read-request';
import { isOfServer, positionOfEvent, recordedEventOf } from './stored-event';

const PAUSE_FIRST_MS = 50;
const PAUSE_MAX_MS = 5_000;
const BROKEN_OFF = 'The feed of KurrentDB broke off. It is followed again as soon as that is possible.';

interface Surroundings {
  readonly connection: KurrentDbConnection;
  readonly log: Log;
}

/**
 * What `EventStore.follow` gives: a catch-up subscription that is begun again, from where it was, whenever it breaks
 * off. The next page is not taken from the server before the reader asks for it.
 * @throws EventStoreUnavailable only for what will not pass, such as a position of another log.
 */
export async function* followFeed(
  { connection, log }: Surroundings,
  after: FeedPosition,
  stop: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[], void> {
  const pauses = new Pauses(PAUSE_FIRST_MS, PAUSE_MAX_MS);
  const place: Place = { reached: after };
  const health = new Health(log);
  while (!stop.aborted) {
    try {
      for await (const responses of subscribed(connection, place.reached, stop)) {
        health.isBack();
        pauses.reset();
        yield* eventsOf(responses, place);
      }
    } catch (thrown) {
      // A cancelled call ends with an error of its own.
      if (!stop.aborted) health.isBroken(commandError(thrown));
    }
    await pauses.wait(stop);
  }
}

/** Tells the operator once that the feed broke off, and once that it is back. */
class Health {
  private hasBroken = false;

  constructor(private readonly log: Log) {}

  isBack(): void {
    if (this.hasBroken) this.log({ level: 'info', message: 'The feed of KurrentDB is followed again.' });
    this.hasBroken = false;
  }

  /** @throws what will not pass. */
  isBroken(error: unknown): void {
    const fault = lasting(error);
    if (fault !== undefined) throw fault;
    if (!this.hasBroken) this.log({ level: 'warn', message: `${BROKEN_OFF} (${messageOf(error)})` });
    this.hasBroken = true;
  }
}

/** Up to where everything was given, or was of the server itself: a subscription that breaks off is begun again here. */
interface Place {
  reached: FeedPosition;
}

/** The events among `responses` that are new, if there are any. They count as given once the reader comes back. */
function* eventsOf(responses: readonly ReadResp[], place: Place): Generator<readonly RecordedEvent[], void> {
  const events: RecordedEvent[] = [];
  let { reached } = place;
  for (const response of responses) {
    const event = response.getEvent()?.getEvent();
    const position = event === undefined ? checkpointOf(response) : positionOfEvent(event);
    // Delivered once more.
    if (position === undefined || position <= reached) continue;
    reached = position;
    if (event !== undefined && !isOfServer(event)) events.push(recordedEventOf(event));
  }
  if (events.length > 0) yield events;
  place.reached = reached;
}

function checkpointOf(response: ReadResp): FeedPosition | undefined {
  const checkpoint = response.getCheckpoint();
  if (checkpoint === undefined) return undefined;
  return positionOf({ commit: checkpoint.getCommitPosition(), prepare: checkpoint.getPreparePosition() });
}

/** What one subscription gives, in order and as much at a time as has come; ends when the server ends it. */
async function* subscribed(
  connection: KurrentDbConnection,
  after: FeedPosition,
  stop: AbortSignal,
): AsyncGenerator<readonly ReadResp[], void> {
  const { responses, cancel } = await connection.subscribe(subscriptionRequest(after), stop);
  stop.addEventListener('abort', cancel);
  try {
    for await (const response of responses) {
      // What came with it in one packet is there after this turn.
      await new Promise((resolve) => setImmediate(resolve));
      yield [response as ReadResp, ...restOf(responses)];
    }
  } finally {
    stop.removeEventListener('abort', cancel);
    cancel();
  }
}

/** What came while the reader was busy. */
function restOf(responses: Readable): readonly ReadResp[] {
  const rest: ReadResp[] = [];
  while (rest.length < PAGE_EVENTS - 1) {
    const response = responses.read() as ReadResp | null;
    if (response === null) break;
    rest.push(response);
  }
  return rest;
}
