import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import {
  compareLogs,
  type EventStore,
  FEED_START,
  type MoveReport,
  moveLog,
  type RecordedEvent,
} from '@intekenboek/event-sourcing-core';
import { feedAfter } from '@intekenboek/event-sourcing-testing';
import { array, assert, asyncProperty, constantFrom, integer, nat, record } from 'fast-check';

import { dyingBy, Killed, logOf, streamNumbered, tickingClock, write } from './move-log.fixtures';

const clock = tickingClock();
const appends = array(record({ stream: nat(4), events: integer({ min: 1, max: 4 }) }), { maxLength: 12 });
const death = record({ page: nat(5), arrived: constantFrom('nothing', 'half', 'all') });
const run = record({ before: appends, pageEvents: integer({ min: 1, max: 9 }), death });

/** What a report says, counted here in another way: stream by stream. */
async function expectTrue(report: MoveReport, ...[source, target]: readonly EventStore[]): Promise<void> {
  const streams = await Promise.all([0, 1, 2, 3, 4].map((n) => source!.readStream(streamNumbered(n))));
  const lengths = streams.map(({ events }) => events.length);
  expect(report).toMatchObject({
    differences: [],
    differing: 0,
    isOutrun: false,
    streams: lengths.filter((length) => length > 0).length,
    events: lengths.reduce((sum, length) => sum + length, 0),
    until: await source!.head(),
  });
  expect(await logOf(target!)).toEqual(await logOf(source!));
}

describe('moving a log', () => {
  it('ends with the same log, however often it is killed and whatever was written between', async () => {
    await assert(
      asyncProperty(array(run, { maxLength: 6 }), integer({ min: 1, max: 9 }), async (runs, pageEvents) => {
        const [from, to] = [new InMemoryEventStore(), new InMemoryEventStore()];
        for (const { before, death, pageEvents } of runs) {
          await write(from, before);
          const moved = moveLog({ from, to: dyingBy(death, to), clock, pageEvents });
          // A short log is there before it comes to the page at which it would have died.
          await moved.catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        }
        await expectTrue(await moveLog({ from, to, clock, pageEvents }), from, to);
      }),
      { numRuns: 300 },
    );
  });

  it('there and back gives the log of the beginning, with the same hash', async () => {
    await assert(
      asyncProperty(appends, async (written) => {
        const [first, second, third] = [1, 2, 3].map(() => new InMemoryEventStore());
        await write(first!, written);
        const there = await moveLog({ from: first!, to: second!, clock });
        const back = await moveLog({ from: second!, to: third!, clock });
        expect(back).toEqual(there);
        await expectTrue(back, first!, third!);
      }),
    );
  });
});

/** What may have become of one event on the way. */
const changes: Readonly<Record<string, Partial<RecordedEvent>>> = {
  id: { eventId: '5b0d0a52-7a36-8f3e-9d43-0a4b1c2d3e4f' },
  type: { type: 'SomethingElseHappened' },
  data: { data: { n: 'changed' } },
  'effective time': { effectiveAt: '2021-02-28T08:30:00.000Z' as RecordedEvent['effectiveAt'] },
  moment: { recordedAt: '2021-02-28T08:30:00.000Z' as RecordedEvent['recordedAt'] },
  metadata: { metadata: { commandId: 'c', commandHash: 'h', personId: 'p', partyId: 'q' } },
};

async function storeWith(events: readonly RecordedEvent[]): Promise<EventStore> {
  const store = new InMemoryEventStore();
  await store.importEvents(events);
  return store;
}

describe('comparing two logs', () => {
  const someLog = appends.filter((written) => written.length > 0);

  async function sourceOf(written: Parameters<typeof write>[1]) {
    const from = new InMemoryEventStore();
    await write(from, written);
    return { from, feed: await feedAfter(from, FEED_START) };
  }

  it('names the first event of a stream that is not as it was recorded', async () => {
    await assert(
      asyncProperty(someLog, nat(), constantFrom(...Object.keys(changes)), async (written, place, change) => {
        const { from, feed } = await sourceOf(written);
        const changed = feed[place % feed.length]!;
        const to = await storeWith(
          feed.map((event) => (event === changed ? { ...event, ...changes[change] } : event)),
        );
        const { stream, revision } = changed;
        expect(await compareLogs({ from, to, clock })).toMatchObject({
          differences: [{ stream, revision, why: 'OTHER_CONTENT' }],
          differing: 1,
        });
      }),
    );
  });

  it('names where a stream ends too early or goes on too long', async () => {
    await assert(
      asyncProperty(someLog, nat(), async (written, place) => {
        const { from, feed } = await sourceOf(written);
        const { stream } = feed[place % feed.length]!;
        const last = feed.findLast((event) => event.stream === stream)!;
        const shorter = await storeWith(feed.filter((event) => event !== last));
        const difference = { stream, revision: last.revision };
        const compare = (a: EventStore, b: EventStore) => compareLogs({ from: a, to: b, clock });
        expect((await compare(from, shorter)).differences).toEqual([{ ...difference, why: 'MISSING' }]);
        expect((await compare(shorter, from)).differences).toEqual([{ ...difference, why: 'EXTRA' }]);
      }),
    );
  });

  it('sees that streams are the same and their order in the feed is not', async () => {
    await assert(
      asyncProperty(someLog, nat(), async (written, place) => {
        const { from, feed } = await sourceOf([...written, { stream: 5, events: 1 }]);
        const swapped = [...feed];
        const index = place % (feed.length - 1);
        const [first, second] = feed.slice(index, index + 2);
        swapped.splice(index, 2, second!, first!);
        if (first!.stream === second!.stream) return;
        const { stream, revision } = second!;
        expect(await compareLogs({ from, to: await storeWith(swapped), clock })).toMatchObject({
          differences: [{ stream, revision, why: 'OTHER_ORDER' }],
          differing: 1,
        });
      }),
    );
  });
});
