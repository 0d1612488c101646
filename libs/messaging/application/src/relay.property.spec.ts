import {
  type Checkpoint,
  FEED_START,
  type FeedPosition,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import { InMemoryCheckpointStore, InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { appendSome, feedAfter } from '@intekenboek/event-sourcing-testing';
import fc from 'fast-check';

import { type BusMessage, BusUnavailable } from './message-bus.port';
import { relay, type RelayProgress } from './relay';
import { hurriedTimer, logLines } from './surroundings.fixtures';

const NAME = 'relay';

/**
 * What happens to one call of the bus or of the checkpoints: it works, fails before or after it had effect, or has half
 * of its effect and fails; or the process dies in it, before or after, or has a last effect long after it died.
 */
const FATES = ['works', 'before', 'half', 'after', 'dies before', 'dies after', 'haunts'] as const;
type Fate = (typeof FATES)[number];

const messagesOf = ({ stream, eventId, revision }: RecordedEvent): readonly BusMessage[] =>
  // Some events are nobody's business, some are two messages.
  Array.from({ length: revision % 3 }, (_, part) => ({
    topic: 'events',
    key: stream,
    value: `${eventId}.${part}`,
    headers: {},
  }));

/** A bus and a checkpoint that outlive the process, and each call of which has the next fate. */
class World {
  readonly published: BusMessage[] = [];
  private readonly checkpoints = new InMemoryCheckpointStore();
  private readonly late: (() => void)[] = [];
  private die: () => void = () => undefined;

  constructor(private readonly fates: Fate[]) {}

  /** Settles when the process that begins now dies. */
  nextDeath(): Promise<'DIED'> {
    return new Promise((resolve) => {
      this.die = () => resolve('DIED');
    });
  }

  readCheckpoint(): Promise<Checkpoint> {
    return this.checkpoints.read(NAME);
  }

  publish(messages: readonly BusMessage[]): Promise<void> {
    const half = messages.slice(0, Math.ceil(messages.length / 2));
    return this.meet(
      () => this.published.push(...messages),
      () => this.published.push(...half),
    );
  }

  move(from: FeedPosition, to: Checkpoint): Promise<void> {
    return this.meet(
      () => this.checkpoints.move(NAME, from, to),
      () => undefined,
    );
  }

  private async meet(effect: () => unknown, half: () => unknown): Promise<void> {
    const fate = this.fates.shift() ?? 'works';
    // What the dead had on its way arrives when the next process is at work.
    this.late.shift()?.();
    if (HAS_EFFECT.has(fate)) await effect();
    if (fate === 'half') half();
    if (fate === 'haunts') this.late.push(half);
    if (fate === 'works') return;
    if (!KILLS.has(fate)) throw new BusUnavailable(fate);
    this.die();
    await new Promise(() => undefined);
  }
}

const HAS_EFFECT = new Set<Fate>(['works', 'after', 'dies after']);
const KILLS = new Set<Fate>(['dies before', 'dies after', 'haunts']);

/** The feed in pages of two, so that there is something between the pages. */
async function* followInPairs(eventStore: InMemoryEventStore, after: FeedPosition, signal: AbortSignal) {
  for await (const page of eventStore.follow(after, signal)) {
    for (let from = 0; from < page.length; from += 2) yield page.slice(from, from + 2);
  }
}

/** Starts the relay again whenever the process died, until its checkpoint is at the end of the feed. */
async function relayToTheEnd(eventStore: InMemoryEventStore, world: World): Promise<void> {
  const head = await eventStore.head();
  while ((await world.readCheckpoint()).position !== head) {
    const stop = new AbortController();
    const stopAt = <At extends { readonly position: FeedPosition }>(at: At): At => {
      if (at.position === head) stop.abort();
      return at;
    };
    const options = {
      name: NAME,
      eventStore: {
        head: () => eventStore.head(),
        readAt: (position: FeedPosition) => eventStore.readAt(position),
        follow: (after: FeedPosition, signal: AbortSignal) => followInPairs(eventStore, after, signal),
      },
      checkpoints: {
        read: async () => stopAt(await world.readCheckpoint()),
        move: (_: string, from: FeedPosition, to: Checkpoint) => world.move(from, to),
      },
      bus: { publish: (messages: readonly BusMessage[]) => world.publish(messages) },
      messagesOf,
      timer: hurriedTimer,
      log: logLines().log,
      onProgress: (progress: RelayProgress) => void stopAt(progress),
    };
    await Promise.race([world.nextDeath(), relay(options, stop.signal)]);
  }
}

it('publishes every message at least once and in the order of its key, whatever fails and whenever the process dies', async () => {
  const fate = fc.constantFrom(...FATES);
  const streams = fc.array(fc.constantFrom<StreamName>('a-1', 'a-2', 'a-3'), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 40 }), streams, async (fates, appends) => {
      const eventStore = new InMemoryEventStore();
      const world = new World([...fates]);
      const lengths = new Map<StreamName, number>();
      for (const stream of appends) {
        const length = lengths.get(stream) ?? 0;
        await appendSome(eventStore, stream, 2, length === 0 ? 'no-stream' : length - 1);
        lengths.set(stream, length + 2);
      }

      await relayToTheEnd(eventStore, world);

      const wanted = (await feedAfter(eventStore, FEED_START)).flatMap(messagesOf);
      for (const key of lengths.keys()) {
        const ofKey = (messages: readonly BusMessage[]) =>
          messages.filter((one) => one.key === key).map(({ value }) => value);
        expect([...new Set(ofKey(world.published))]).toEqual(ofKey(wanted));
      }
    }),
    { numRuns: 300 },
  );
});
