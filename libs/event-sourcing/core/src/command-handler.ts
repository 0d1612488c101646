import { isSameEvent } from './checkpoint';
import { contentHash } from './content-hash';
import type { Decider } from './decider';
import { KernelRejected } from './domain-error';
import type { EventCodec } from './event-codec';
import { eventIdOf } from './event-id';
import {
  ConcurrencyConflict,
  EventIdTaken,
  type EventStore,
  type FeedPosition,
  FEED_START,
  type RecordedEvent,
  type StreamName,
  type StreamRevision,
} from './event-store.port';
import { KeyedQueue } from './keyed-queue';
import type { Command, Message } from './message';
import { isUuid } from './uuid';

const ATTEMPTS_MAX = 3;
const STREAMS_REMEMBERED_MAX = 2_000;

/** What the sender may wait for: the read models have the outcome once they have passed `position`. */
export interface CommandReceipt {
  readonly stream: StreamName;
  readonly revision: StreamRevision;
  readonly position: FeedPosition;
  /** True when this command had been handled before, or when there was nothing to do. */
  readonly isUnchanged: boolean;
}

export type HandleCommand<C extends Command> = (command: C) => Promise<CommandReceipt>;

interface Handled {
  readonly commandHash: string;
  readonly revision: number;
  readonly position: FeedPosition;
}

interface Loaded<State> {
  readonly state: State;
  readonly revision: StreamRevision;
  readonly position: FeedPosition;
  /** The event at `revision`; null when there is none. */
  readonly last: Pick<RecordedEvent, 'eventId' | 'recordedAt'> | null;
  /** Shared along the versions of one stream: it only grows. */
  readonly handled: Map<string, Handled>;
}

/**
 * Load, decide, append: the only code between a resolver and a decider. A lost race is decided again on the newer
 * state, at most three times.
 */
export function commandHandler<C extends Command, E extends Message, State>(options: {
  readonly eventStore: EventStore;
  readonly decider: Decider<C, E, State>;
  readonly decode: EventCodec<E>;
  readonly streamOf: (command: C) => StreamName;
}): HandleCommand<C> {
  const { eventStore, decider, decode, streamOf } = options;
  const load = streamLoader(eventStore, decider, decode);
  const queue = new KeyedQueue();

  async function decideOnce(command: C, stream: StreamName, commandHash: string): Promise<CommandReceipt> {
    const loaded = await load(stream);
    const earlier = loaded.handled.get(command.meta.commandId);
    if (earlier !== undefined) {
      if (earlier.commandHash !== commandHash) throw reused(command);
      return { stream, revision: earlier.revision, position: earlier.position, isUnchanged: true };
    }
    const events = decider.decide(command, loaded.state);
    if (events.length === 0) {
      return { stream, revision: loaded.revision, position: loaded.position, isUnchanged: true };
    }
    const { commandId, actor, effectiveAt } = command.meta;
    const toAppend = events.map(({ type, data }, index) => ({
      eventId: eventIdOf(commandId, index),
      type,
      data,
      effectiveAt,
    }));
    const metadata = { commandId, commandHash, personId: actor.personId, partyId: actor.partyId };
    const receipt = await eventStore.append(stream, toAppend, loaded.revision, metadata);
    return { stream, ...receipt, isUnchanged: false };
  }

  return async (command) => {
    if (!isUuid(command.meta.commandId)) {
      throw new KernelRejected('COMMAND_ID_INVALID', { field: 'commandId' });
    }
    if (command.meta.effectiveAt > command.meta.at) {
      throw new KernelRejected('EFFECTIVE_TIME_AHEAD', { field: 'effectiveAt', now: command.meta.at });
    }
    const stream = streamOf(command);
    const commandHash = hashOf(command);
    return queue.run(stream, async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await decideOnce(command, stream, commandHash);
        } catch (error) {
          // An id that is taken may be that of this same command, stored by another process a moment ago.
          const mayBeRace = error instanceof ConcurrencyConflict || error instanceof EventIdTaken;
          if (mayBeRace && attempt < ATTEMPTS_MAX) continue;
          throw error instanceof EventIdTaken ? reused(command) : error;
        }
      }
    });
  };
}

/** State of recent streams is remembered; what was appended since is read before each decision. */
function streamLoader<E extends Message, State>(
  eventStore: EventStore,
  { initialState, evolve }: Pick<Decider<never, E, State>, 'initialState' | 'evolve'>,
  decode: EventCodec<E>,
): (stream: StreamName) => Promise<Loaded<State>> {
  const remembered = new Map<StreamName, Loaded<State>>();

  function take(before: Loaded<State>, event: RecordedEvent): Loaded<State> {
    const { revision, position, eventId, recordedAt, metadata } = event;
    before.handled.set(metadata.commandId, { commandHash: metadata.commandHash, revision, position });
    const state = evolve(before.state, decode(event.type, event.data));
    return { state, revision, position, last: { eventId, recordedAt }, handled: before.handled };
  }

  /** Null when the stream does not hold what is remembered of it: a server took over that lacks the last moments. */
  async function loadSince(known: Loaded<State>, stream: StreamName): Promise<Loaded<State> | null> {
    if (known.revision === 'no-stream') return null;
    const [there, ...later] = (await eventStore.readStream(stream, known.revision)).events;
    return isSameEvent(there, known.last) ? later.reduce(take, known) : null;
  }

  async function loadWhole(stream: StreamName): Promise<Loaded<State>> {
    const { events } = await eventStore.readStream(stream, 0);
    return events.reduce(take, nothingLoaded(initialState));
  }

  function remember(stream: StreamName, loaded: Loaded<State>): void {
    remembered.delete(stream);
    remembered.set(stream, loaded);
    if (remembered.size <= STREAMS_REMEMBERED_MAX) return;
    const oldest = remembered.keys().next().value;
    if (oldest !== undefined) remembered.delete(oldest);
  }

  return async (stream) => {
    const known = remembered.get(stream);
    const loaded = (known && (await loadSince(known, stream))) ?? (await loadWhole(stream));
    remember(stream, loaded);
    return loaded;
  };
}

// The time of sending is left out: a second sending comes later and is still the same wish. When it happened in the
// world is part of the wish, but only where the sender said so.
const hashOf = ({ type, data, meta }: Command): string =>
  contentHash({
    type,
    data,
    personId: meta.actor.personId,
    partyId: meta.actor.partyId,
    effectiveAt: meta.effectiveAt === meta.at ? undefined : meta.effectiveAt,
  });

const reused = ({ meta }: Command) => new KernelRejected('COMMAND_ID_REUSED', { commandId: meta.commandId });

const nothingLoaded = <State>(state: State): Loaded<State> => ({
  state,
  revision: 'no-stream',
  position: FEED_START,
  last: null,
  handled: new Map(),
});
