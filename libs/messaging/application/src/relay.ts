import {
  type Checkpoint,
  CHECKPOINT_AT_START,
  CheckpointMoved,
  type CheckpointStore,
  type EventStore,
  type FeedPosition,
  holdsCheckpoint,
  type Instant,
  type RecordedEvent,
} from '@intekenboek/event-sourcing-core';

import { growingPause } from './growing-pause';
import type { Log } from './log';
import type { BusMessage, MessageBus } from './message-bus.port';
import type { Timer } from './timer.port';

export interface RelayProgress {
  readonly position: FeedPosition;
  /** Of the last event that was read, to tell how far the relay is behind. */
  readonly recordedAt: Instant;
  readonly events: number;
  readonly messages: number;
}

export interface RelayOptions {
  /** Of its checkpoint. */
  readonly name: string;
  readonly eventStore: Pick<EventStore, 'follow' | 'head' | 'readAt'>;
  readonly checkpoints: CheckpointStore;
  readonly bus: Pick<MessageBus, 'publish'>;
  /** Pure: the same event gives the same messages with the same ids, also after a crash. */
  readonly messagesOf: (recorded: RecordedEvent) => readonly BusMessage[];
  readonly timer: Timer;
  readonly log: Log;
  /** Called each time the checkpoint has moved. */
  readonly onProgress?: (progress: RelayProgress) => void;
}

/** From so many failures in a row on somebody has to look at it: some time, or a message that is too large. */
const LOUD_AFTER = 5;
const SECOND_LOOK_MS = 2_000;
const LOST_ITS_END = 'Another server of the log has taken over, which lacks what was published last.';

/**
 * Follows the feed from its checkpoint and publishes what `messagesOf` makes of it, at least once and in order; the
 * checkpoint moves when everything before it was acknowledged. Trouble with the feed, the bus or the checkpoint is
 * logged and outlived with growing pauses. Ends when `signal` aborts.
 * @throws CheckpointMoved when another process relays under this name: this one must not go on.
 */
export async function relay(options: RelayOptions, signal: AbortSignal): Promise<void> {
  const { name, timer, log } = options;
  let failures = 0;
  const onPage = () => (failures = 0);
  while (!signal.aborted) {
    try {
      await relayFromCheckpoint(options, signal, onPage);
      // A store that is closed ends the feed without an error; it may be opened again by whoever closed it.
      if (signal.aborted) return;
      throw new Error('The feed has ended.');
    } catch (error) {
      if (error instanceof CheckpointMoved) throw error;
      failures += 1;
      const pause = growingPause(failures, timer.chance());
      const level = failures < LOUD_AFTER ? 'warn' : 'error';
      const facts = { relay: name, failures, pauseMs: Math.round(pause), error: String(error) };
      log({ level, message: 'Events cannot be published now; tried again after a pause.', facts });
      await timer.wait(pause, signal);
    }
  }
}

/** Reads the checkpoint anew, so that whatever failed before begins where the last acknowledged page ended. */
async function relayFromCheckpoint(
  options: RelayOptions,
  signal: AbortSignal,
  onPage: () => void,
): Promise<void> {
  const { name, eventStore, checkpoints, bus, messagesOf, onProgress } = options;
  let checkpoint = await placeToGoOn(options, signal);
  for await (const page of eventStore.follow(checkpoint.position, signal)) {
    const last = page.at(-1);
    if (last === undefined) continue;
    if (!(await holdsCheckpoint(eventStore, checkpoint))) throw new Error(LOST_ITS_END);
    const messages = page.flatMap(messagesOf);
    if (messages.length > 0) await bus.publish(messages);
    await checkpoints.move(name, checkpoint.position, last);
    checkpoint = last;
    onPage();
    onProgress?.({
      position: last.position,
      recordedAt: last.recordedAt,
      events: page.length,
      messages: messages.length,
    });
  }
}

/**
 * The checkpoint; the start when the log has lost what was published last. Which events came in the place of those that
 * were lost, and were recorded below the checkpoint, nobody can tell: all are published once more, with the same ids.
 */
async function placeToGoOn(options: RelayOptions, signal: AbortSignal): Promise<Checkpoint> {
  const { name, eventStore, checkpoints, timer, log } = options;
  const checkpoint = await checkpoints.read(name);
  if (await holdsCheckpoint(eventStore, checkpoint)) return checkpoint;
  // A server that just stops to be the one that leads may have answered.
  await timer.wait(SECOND_LOOK_MS, signal);
  if (signal.aborted || (await holdsCheckpoint(eventStore, checkpoint))) return checkpoint;
  const message =
    'The log does not hold what was published last: a backup was restored, or the server lost its last moments. ' +
    'All events are published once more, with the same ids.';
  log({ level: 'error', message, facts: { relay: name, position: checkpoint.position } });
  await checkpoints.move(name, checkpoint.position, CHECKPOINT_AT_START);
  return CHECKPOINT_AT_START;
}
