import type { Message, RecordedEvent } from '@intekenboek/event-sourcing-core';
import { createRowTable, projectRows, type ReadModel, tableName } from '@intekenboek/platform-sql';
import { sql } from 'kysely';

import { projectionHarness } from './projection-harness';
import { recorded } from './recorded';

interface Tables {
  promise: {
    promise_id: string;
    words: readonly string[];
    reports: number;
    due: string | null;
    met_at: string | null;
  };
}

const row = { table: 'promise', key: 'promise_id' } as const;

const promises: ReadModel<Tables> = {
  name: 'promises',
  version: 1,
  eventTypes: ['PromiseMade', 'PromiseReported', 'PromiseMet', 'PromiseTakenBack'],
  async createTables(tables) {
    await createRowTable(tables, row)
      .addColumn('words', 'jsonb', (column) => column.notNull())
      .addColumn('reports', 'bigint', (column) => column.notNull())
      .addColumn('due', 'date')
      .addColumn('met_at', 'timestamptz')
      .execute();
  },
  async project(tables, page) {
    await projectRows(tables, page, { ...row, keysOf: (event) => event.stream, evolve });
  },
};

function evolve(
  promise: Tables['promise'] | null,
  event: RecordedEvent,
  key: string,
): Tables['promise'] | null {
  if (event.type === 'PromiseMade') {
    return { promise_id: key, words: ["it's", '"so"'], reports: 0, due: '2027-06-30', met_at: null };
  }
  if (promise === null) return null;
  if (event.type === 'PromiseReported') return { ...promise, reports: promise.reports + 1 };
  if (event.type === 'PromiseMet') return { ...promise, met_at: event.effectiveAt };
  return null;
}

const events = (...names: string[]): readonly Message[] =>
  names.map((name) => ({ type: `Promise${name}`, data: {} }));

const made = recorded(events('Made', 'Reported', 'Reported', 'Met'), { stream: 'promise-1' });
const another = recorded(events('Made', 'Reported', 'TakenBack'), { stream: 'promise-2', after: made });

/** Counts what it is told, so that telling it twice is once too often. */
const forgetful: ReadModel<Tables> = {
  ...promises,
  async project(tables, page) {
    await promises.project(
      tables,
      page.filter(({ type }) => type === 'PromiseMade'),
    );
    await sql`update ${tableName(tables, 'promise')} set reports = reports + ${page.length}`.execute(tables);
  },
};

describe('a projection in the harness', () => {
  const harness = projectionHarness(promises);
  const forgetfulHarness = projectionHarness(forgetful);

  it('gives its rows to queries', async () => {
    const tables = await harness.tablesAfter([...made, ...another]);
    expect(await tables.selectFrom('promise').selectAll().execute()).toEqual([
      {
        promise_id: 'promise-1',
        feed_position: made[3]?.position,
        words: ["it's", '"so"'],
        reports: 2,
        due: '2027-06-30',
        met_at: '2026-01-05T09:00:00.000Z',
      },
    ]);
  });

  it('is the same however its events are delivered', async () => {
    await harness.expectSameHoweverDelivered([...made, ...another]);
  });

  it('is found out when it does not bear a second delivery', async () => {
    await expect(forgetfulHarness.expectSameHoweverDelivered(made)).rejects.toThrow();
  });
});

describe('recorded events', () => {
  it('have revisions per stream and positions over all of them', () => {
    const one = recorded(events('Made', 'Met'), { stream: 'promise-1' });
    const [next] = recorded(events('Met'), { stream: 'promise-1', after: one });
    expect(one.map(({ revision }) => revision)).toEqual([0, 1]);
    expect(next).toMatchObject({ revision: 2, stream: 'promise-1' });
    expect(next!.position > one[1]!.position).toBe(true);
  });
});
