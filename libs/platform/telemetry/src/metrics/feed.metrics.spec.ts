import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { FEED_START, type FeedPosition, type RecordedEvent } from '@intekenboek/event-sourcing-core';
import { appendSome, newStream, StoppedClock } from '@intekenboek/event-sourcing-testing';

import { servingFollowers } from './feed.metrics';
import { createMetrics, type Metrics } from './metrics';
import { scraped, valueOf } from './scraped.fixtures';

describe('how far a follower is behind the log', () => {
  let [metrics, clock, store]: [Metrics?, StoppedClock?, InMemoryEventStore?] = [];
  const places = new Map<string, FeedPosition>();
  beforeEach(() => {
    places.clear();
    metrics = createMetrics({ service: 'projector', version: '1', ofProcess: false });
    clock = new StoppedClock();
    store = new InMemoryEventStore(clock);
    const followers = () => [...places].map(([name, position]) => ({ name, position }));
    metrics.watchFeed({ eventStore: store, clock, followers });
  });

  const at = (time: string) => clock!.set(`2026-02-02T${time}Z`);
  const store1 = async (count = 1) => (await appendSome(store!, newStream(), count)).position;
  const told = async (follower: string) => {
    const families = await scraped(metrics!);
    const value = (name: string) => valueOf(families, `intekenboek_feed_${name}`, { follower });
    return { seconds: value('lag_seconds'), events: value('behind_events') };
  };

  it('is nothing at the end of the log, however long ago the last event was', async () => {
    places.set('relay', await store1());
    at('18:00:00');
    expect(await told('relay')).toEqual({ seconds: 0, events: 0 });
  });

  it('is nothing in an empty log', async () => {
    places.set('relay', FEED_START);
    expect(await told('relay')).toEqual({ seconds: 0, events: 0 });
  });

  it('is the age of the oldest event that it has not applied, not of the newest', async () => {
    places.set('relay', await store1());
    at('12:01:00');
    await store1(2);
    at('12:09:00');
    await store1(1);
    at('12:10:30');
    expect(await told('relay')).toEqual({ seconds: 570, events: 3 });
  });

  it('is never less than nothing, when the clock of the store is ahead', async () => {
    places.set('relay', FEED_START);
    at('12:00:10');
    await store1();
    at('12:00:00');
    expect(await told('relay')).toEqual({ seconds: 0, events: 1 });
  });

  it('is counted up to a thousand events', async () => {
    places.set('relay', FEED_START);
    await store1(999);
    expect(await told('relay')).toMatchObject({ events: 999 });
    await store1(5);
    expect(await told('relay')).toMatchObject({ events: 1000 });
  });

  it('is told of each follower, and no more of one that went to another process', async () => {
    const first = await store1();
    at('12:00:10');
    places.set('agreements', first);
    places.set('parties', await store1());
    at('12:00:30');
    expect(await told('agreements')).toEqual({ seconds: 20, events: 1 });
    expect(await told('parties')).toEqual({ seconds: 0, events: 0 });
    places.delete('agreements');
    expect(await told('agreements')).toEqual({ seconds: undefined, events: undefined });
    expect(await told('parties')).toEqual({ seconds: 0, events: 0 });
  });

  it('is read once for all followers at the same place', async () => {
    const read: FeedPosition[] = [];
    const counting = createMetrics({ service: 'projector', version: '1', ofProcess: false });
    const readAll = async (after: FeedPosition): Promise<readonly RecordedEvent[]> => {
      read.push(after);
      return [];
    };
    const followers = () => ['a', 'b', 'c'].map((name) => ({ name, position: FEED_START }));
    counting.watchFeed({ eventStore: { readAll }, clock: clock!, followers });
    await counting.scrape();
    expect(read).toEqual([FEED_START]);
  });

  it('stays as it was while the store does not answer, which is counted', async () => {
    places.set('relay', FEED_START);
    await store1();
    at('12:00:20');
    expect(await told('relay')).toEqual({ seconds: 20, events: 1 });
    await store!.close();
    at('12:00:50');
    expect(await told('relay')).toEqual({ seconds: 20, events: 1 });
    expect(valueOf(await scraped(metrics!), 'intekenboek_feed_look_failures_total')).toBe(2);
  });

  it('is told of read models that serve: the others have a status that says what is wrong', () => {
    const model = { position: FEED_START, isRebuilding: false };
    const status = () =>
      [
        { ...model, name: 'parties', serving: 'SERVING' },
        { ...model, name: 'targets', serving: 'BUILDING' },
        { ...model, name: 'agreements', serving: 'FAILED' },
      ] as const;
    expect(servingFollowers(status)().map(({ name }) => name)).toEqual(['parties']);
  });
});

describe('a store that never answers', () => {
  it('does not hold the other metrics up', async () => {
    const metrics = createMetrics({ service: 'projector', version: '1', ofProcess: false });
    metrics.watchFeed({
      eventStore: { readAll: () => new Promise(() => undefined) },
      clock: new StoppedClock(),
      followers: () => [{ name: 'relay', position: FEED_START }],
    });
    metrics.deadLettered('FAILED');
    const families = await scraped(metrics);
    expect(valueOf(families, 'intekenboek_dead_letters_total', { reason: 'FAILED' })).toBe(1);
    expect(valueOf(families, 'intekenboek_feed_look_failures_total')).toBe(1);
  });
});
