import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { type CommandReceipt, type EventStore, FEED_START, uuidOf } from '@intekenboek/event-sourcing-core';
import { feedAfter, StoppedClock } from '@intekenboek/event-sourcing-testing';
import { assert, asyncProperty, array, integer, record } from 'fast-check';

import { countHomes, sheetHandler, sheetStream } from './sheet.fixtures';

// Ids repeat, so that commands are sent again and are reused for something else; sheets fill up, so that rules say no.
const sending = record({
  sheet: integer({ min: 0, max: 2 }),
  homes: integer({ min: 0, max: 40 }),
  id: integer({ min: 0, max: 15 }),
  process: integer({ min: 0, max: 1 }),
});

const outcomeOf = (handled: Promise<CommandReceipt>): Promise<unknown> =>
  handled.catch((error: unknown) => (error as { code?: string }).code ?? String(error));

const feedOf = async (store: EventStore) =>
  (await feedAfter(store, FEED_START)).map(({ metadata, ...event }) => ({ ...event, ...metadata }));

describe('a command handler that remembers', () => {
  it('answers and appends as one that reads everything anew, beside other processes', async () => {
    await assert(
      asyncProperty(array(sending, { maxLength: 40 }), async (sendings) => {
        const [remembered, anew] = [1, 2].map(() => new InMemoryEventStore(new StoppedClock()));
        const processes = [1, 2].map(() => sheetHandler(remembered!));
        for (const { sheet, homes, id, process } of sendings) {
          const command = countHomes(`${sheet}`, homes, { commandId: uuidOf(`command:${id}`) });
          const outcome = await outcomeOf(processes[process]!(command));
          expect(outcome).toEqual(await outcomeOf(sheetHandler(anew!)(command)));
        }
        expect(await feedOf(remembered!)).toEqual(await feedOf(anew!));
      }),
      { numRuns: 150 },
    );
  });

  it('still knows a sheet when thousands of others came after it', async () => {
    const store = new InMemoryEventStore();
    const handle = sheetHandler(store);
    const first = countHomes('first', 30);
    await handle(first);
    for (let n = 0; n < 2_100; n += 1) await handle(countHomes(`${n}`, 1));
    expect(await handle(first)).toMatchObject({ revision: 0, isUnchanged: true });
    await handle(countHomes('first', 30));
    const { events } = await store.readStream(sheetStream('first'));
    expect(events.map(({ data }) => (data as { total: number }).total)).toEqual([30, 60, 60]);
  });
});
