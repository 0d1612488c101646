import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { calendarDate, FEED_START, instant, type RecordedEvent } from '@intekenboek/event-sourcing-core';
import { publishedValidator } from '@intekenboek/messaging-adapter-ajv';
import type { CloudEventV1, PublishedData } from '@intekenboek/messaging-contracts';
import { partyReadModel, PartyStore } from '@intekenboek/parties-read-model';
import { testEngine } from '@intekenboek/platform-sql-testing';
import { loadPromises } from '@intekenboek/product-demonstration';
import { targetReadModel, TargetStore } from '@intekenboek/targets-read-model';

import { leaving, toldTooMuch } from './leaving.fixtures';

type DataOf<Type extends keyof PublishedData> = PublishedData[Type];

jest.setTimeout(180_000);

describe('what leaves the house of the demonstration nation', () => {
  const eventStore = new InMemoryEventStore();
  const { engine, gate } = testEngine(eventStore, [partyReadModel, targetReadModel]);
  const today = { now: instant('2026-11-21T09:00:00Z'), today: calendarDate('2026-11-21') };
  let stored: readonly RecordedEvent[];
  let messages: readonly CloudEventV1[];

  beforeAll(async () => {
    await loadPromises(eventStore, today, () => {});
    stored = await eventStore.readAll(FEED_START, 1_000_000);
    messages = stored.flatMap(leaving).map(({ event }) => event);
  });

  /** The data of the last message of each party or target, by what it is about. */
  const lastOf = <Type extends keyof PublishedData>(type: Type): ReadonlyMap<string, DataOf<Type>> =>
    new Map(
      messages
        .filter((message) => message.type === type)
        .map((message) => [message.subject ?? '', message.data as DataOf<Type>]),
    );

  it('is as the schemas say', () => {
    const validator = publishedValidator();
    const refused = messages.filter((message) => validator.read(JSON.stringify(message)).problems.length > 0);
    expect([messages.length > 1_000, refused.slice(0, 3)]).toEqual([true, []]);
  });

  it('has an id of its own for each message', () => {
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  });

  it('tells of agreements nothing but ids', () => {
    const ofAgreements = stored.filter(({ stream }) => stream.startsWith('agreement-'));
    expect(ofAgreements.length).toBeGreaterThan(1_000);
    expect(ofAgreements.flatMap(toldTooMuch).slice(0, 3)).toEqual([]);
  });

  it('tells of the register what everyone may read, and no more', async () => {
    await caughtUp();
    const parties = new PartyStore(engine().handle(partyReadModel));
    const told = lastOf('nl.intekenboek.parties.party-registered.v1');
    expect(told.size).toBeGreaterThan(300);
    for (const [partyId, { kind, name, territory, workingArea, validFrom }] of told) {
      expect(await parties.find(partyId)).toMatchObject({
        kind,
        name,
        territory,
        working_area: workingArea,
        valid_from: validFrom,
      });
    }
  });

  it('tells of targets what everyone may read, and no more', async () => {
    await caughtUp();
    const targets = new TargetStore(engine().handle(targetReadModel));
    const told = lastOf('nl.intekenboek.targets.target-set.v1');
    expect(told.size).toBeGreaterThan(3);
    for (const [targetId, { name, unit, territory, from, until }] of told) {
      expect(await targets.find(targetId)).toMatchObject({
        name,
        unit,
        territory,
        from_day: from,
        until_day: until,
      });
    }
    const realised = lastOf('nl.intekenboek.targets.realisation-recorded.v1');
    expect(realised.size).toBeGreaterThan(0);
    for (const [targetId, { upTo, parts }] of realised) {
      for (const { territory, quantity } of parts) {
        const [part] = await targets.parts(targetId, territory);
        expect(part?.realisations).toContainEqual(expect.objectContaining({ upTo, quantity }));
      }
    }
  });

  const caughtUp = async () => gate.waitFor(await eventStore.head(), 60_000);
});
