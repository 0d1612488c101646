import { type Kysely, sql } from 'kysely';

import type { Database } from './database';
import { onEveryDatabase } from './databases.fixtures';
import { until } from './promises.fixtures';
import { json, tablesOf } from './table-name';

jest.setTimeout(60_000);
let database: Database;
let another: Database;

onEveryDatabase('a database', ({ database: current, another: elsewhere, kind }) => {
  beforeAll(() => {
    database = current();
    another = elsewhere();
  });
  results();
  errors();
  transactions();
  itsEventLoop();
  announcements();
  if (kind === 'POSTGRES') lostConnections();
});

const one = async (query: ReturnType<typeof sql>) => (await query.execute(database.kysely)).rows[0];

function results(): void {
  describe('a result', () => {
    it.each([
      ['a date', "'2024-02-29'::date", '2024-02-29'],
      ['dates', "array['2024-02-29'::date]", ['2024-02-29']],
      ['a timestamptz', "'2024-02-29 23:30:00.5+01'::timestamptz", '2024-02-29T22:30:00.500Z'],
      ['a timestamp', "'2024-02-29 23:30:00'::timestamp", '2024-02-29T23:30:00.000Z'],
      ['a bigint', '9007199254740991::bigint', Number.MAX_SAFE_INTEGER],
      ['a numeric', '0.1::numeric + 0.2::numeric', 0.3],
      ['a jsonb', `'{"b":[1,null]}'::jsonb`, { b: [1, null] }],
      ['a text array', "array['a', null]", ['a', null]],
      ['nothing', 'null::date', null],
    ])('has %s in the form of the house', async (_, expression, expected) => {
      expect(await one(sql`select ${sql.raw(expression)} as value, ${1} as one`)).toMatchObject({
        value: expected,
      });
      // Without parameters a statement goes by another protocol.
      expect(await one(sql`select ${sql.raw(expression)} as value`)).toMatchObject({ value: expected });
    });

    it('refuses a bigint that JavaScript would round', async () => {
      await expect(one(sql`select 9007199254740993::bigint as value`)).rejects.toThrow('bigint');
    });

    it('takes lists in a json column', async () => {
      const value = await one(sql`select jsonb_typeof(${json(['a', { b: "it's" }])}) as type`);
      expect(value).toEqual({ type: 'array' });
    });

    it('counts the rows that a statement changed', async () => {
      await sql`create table counted (n int)`.execute(database.kysely);
      await sql`insert into counted select generate_series(1, 7)`.execute(database.kysely);
      const { numAffectedRows } = await sql`delete from counted where n > ${3}`.execute(database.kysely);
      expect(numAffectedRows).toBe(4n);
    });
  });
}

function errors(): void {
  describe('an error', () => {
    it('keeps the code of PostgreSQL', async () => {
      await expect(one(sql`select * from nowhere`)).rejects.toMatchObject({
        name: 'SqlError',
        code: '42P01',
      });
      await expect(one(sql`select 1 / ${0}::int`)).rejects.toMatchObject({ code: '22012' });
    });

    it('that was swallowed inside a transaction is heard at its end', async () => {
      const swallowed = database.kysely.transaction().execute(async (transaction) => {
        await sql`select 1 / 0`.execute(transaction).catch(() => undefined);
      });
      await expect(swallowed).rejects.toThrow();
      expect(await one(sql`select 1 as value`)).toEqual({ value: 1 });
    });
  });
}

function transactions(): void {
  describe('transactions', () => {
    interface Tables {
      balance: { amount: number };
    }
    let tables: Kysely<Tables>;
    beforeAll(async () => {
      tables = tablesOf<Tables>(database.kysely, 'public');
      await tables.schema.createTable('balance').addColumn('amount', 'integer').execute();
      await tables.insertInto('balance').values({ amount: 0 }).execute();
    });
    const amount = async () =>
      (await tables.selectFrom('balance').selectAll().executeTakeFirstOrThrow()).amount;

    it('never mix', async () => {
      const raise = () =>
        tables.transaction().execute(async (transaction) => {
          const row = await transaction
            .selectFrom('balance')
            .selectAll()
            .modifyEnd(sql`for update`)
            .executeTakeFirstOrThrow();
          await transaction
            .updateTable('balance')
            .set({ amount: row.amount + 1 })
            .execute();
          await transaction
            .updateTable('balance')
            .set({ amount: row.amount + 2 })
            .execute();
        });
      const seen = await Promise.all([raise(), amount(), raise(), amount(), raise()]);
      for (const amountSeen of seen) expect([undefined, 0, 2, 4, 6]).toContain(amountSeen);
      expect(await amount()).toBe(6);
    });

    it('leave nothing behind when they fail', async () => {
      const failed = tables.transaction().execute(async (transaction) => {
        await transaction.updateTable('balance').set({ amount: 99 }).execute();
        throw new Error('changed my mind');
      });
      await expect(failed).rejects.toThrow('changed my mind');
      expect(await amount()).toBe(6);
    });
  });
}

function itsEventLoop(): void {
  describe('the event loop', () => {
    it('stays free during a long query', async () => {
      let ticks = 0;
      const ticking = setInterval(() => ticks++, 1);
      await one(sql`select count(*) from generate_series(1, 2000000)`);
      clearInterval(ticking);
      expect(ticks).toBeGreaterThan(10);
    });
  });
}

function announcements(): void {
  describe('an announcement', () => {
    it('wakes whoever listens to that channel, until he leaves', async () => {
      const [heard, heardElsewhere] = [jest.fn(), jest.fn()];
      const leave = database.listen('some news', heard);
      database.listen('other news', heardElsewhere);
      await until(() => {
        another.announce('some news');
        return heard.mock.calls.length > 3;
      });
      leave();
      const before = heard.mock.calls.length;
      heardElsewhere.mockClear();
      await until(() => {
        another.announce('some news');
        another.announce('other news');
        return heardElsewhere.mock.calls.length > 3;
      });
      expect(heard.mock.calls).toHaveLength(before);
    });
  });
}

function lostConnections(): void {
  describe('connections that the server has ended', () => {
    const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;

    it('wake whoever listens, because something may have been missed', async () => {
      const heard = jest.fn();
      database.listen('some news', heard);
      await until(() => heard.mock.calls.length > 0);
      heard.mockClear();
      await others.execute(another.kysely);
      await until(() => heard.mock.calls.length > 0);
    });

    it('fail the transaction under way as something that passes, and are replaced', async () => {
      const cut = database.kysely.transaction().execute(async (transaction) => {
        await sql`select 1`.execute(transaction);
        await others.execute(another.kysely);
        await sql`select 1`.execute(transaction);
      });
      await expect(cut).rejects.toMatchObject({ name: 'DatabaseUnreachable' });
      expect(await one(sql`select 1 as value`)).toEqual({ value: 1 });
    });

    it('are never kept waiting by a transaction in which nothing happens', async () => {
      expect(await one(sql`select current_setting('idle_in_transaction_session_timeout') as value`)).toEqual({
        value: '20s',
      });
    });
  });
}
