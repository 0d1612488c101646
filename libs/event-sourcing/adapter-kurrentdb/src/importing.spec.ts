import { FEED_START, instant, type RecordedEvent, type StreamName } from '@intekenboek/event-sourcing-core';
import { feedAfter, newEvent, newMetadata, newStream } from '@intekenboek/event-sourcing-testing';

import { closeAll, DEADLINE_MS, storeOnStandIn, until } from './stand-in.fixtures';

afterEach(closeAll);

const recordedElsewhere = (stream: StreamName, revision: number, data?: object): RecordedEvent => ({
  ...newEvent(revision, data),
  stream,
  revision,
  position: FEED_START,
  recordedAt: instant('2021-03-24T00:00:00.123Z'),
  metadata: newMetadata(),
});

const placesOf = (events: readonly RecordedEvent[]) =>
  events.map(({ stream, revision, eventId }) => ({ stream, revision, eventId }));

describe('importing a log into KurrentDB', () => {
  it('is completed by the same page after the server was lost on the way', async () => {
    const { store, standIn } = await storeOnStandIn();
    const [one, two] = [newStream(), newStream()];
    const page = [0, 1, 2, 3].flatMap((n) => [recordedElsewhere(one, n), recordedElsewhere(two, n)]);
    standIn.faults.failAppends('LATE', page.length);
    const importing = store.importEvents(page);
    const isRefused = expect(importing).rejects.toMatchObject({ name: 'EventStoreUnavailable' });
    await until(() => standIn.log.ofStream(two).length > 0);
    await standIn.stop();
    await isRefused;

    standIn.faults.clear();
    await standIn.start();
    await store.importEvents(page);
    expect(placesOf(await feedAfter(store, FEED_START))).toEqual(placesOf(page));
  });

  it.each(['CUT_STORED', 'SILENT_STORED', 'TIMEOUT_STORED', 'CUT_LOST', 'UNAVAILABLE'] as const)(
    'stores every event once through a fault: %s',
    async (fault) => {
      const { store, standIn } = await storeOnStandIn({}, { deadlineMs: DEADLINE_MS * 2 });
      const stream = newStream();
      const page = [0, 1, 2].map((n) => recordedElsewhere(stream, n));
      standIn.faults.failAppends(fault);
      await store.importEvents(page);
      expect(placesOf(await feedAfter(store, FEED_START))).toEqual(placesOf(page));
    },
  );

  it('appends no more at once than any server takes, and not less than a run of small events', async () => {
    const { store, standIn } = await storeOnStandIn({ maxAppendBytes: 1_048_576 });
    const stream = newStream();
    const large = [0, 1, 2].map((n) => recordedElsewhere(stream, n, { text: 'x'.repeat(700_000) }));
    await store.importEvents(large);
    const before = standIn.seen.append;
    const small = Array.from({ length: 50 }, (_, n) => recordedElsewhere(stream, 3 + n));
    await store.importEvents(small);
    // One claim for each of these ids, which have nothing in common, and one append.
    expect(standIn.seen.append - before).toBe(51);
    expect((await store.readStream(stream)).revision).toBe(52);
  });
});
