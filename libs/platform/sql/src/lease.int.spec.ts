import {
  describeWithServer,
  newPostgresDatabase,
  type PostgresDatabase,
} from '@intekenboek/event-sourcing-testing';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { sql } from 'kysely';

import type { Database } from './database';
import { type Claim, Lease } from './lease';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';
import { pause } from './pause';
import { StartedProcess } from './process.fixtures';
import { heard, testFolder, until } from './promises.fixtures';
import { type LeasedWork, runWithLease } from './run-with-lease';

jest.setTimeout(120_000);

const aborted = (signal: AbortSignal) => pause(60_000, signal);

describeWithServer('DATABASE_URL', 'a lease', (address) => {
  let server: PostgresDatabase;
  let database: Database;
  let name = '';
  let contenders: Contender[] = [];
  beforeAll(async () => {
    server = await newPostgresDatabase(address);
    database = await openPostgres({ url: server.url });
  });
  beforeEach(() => {
    name = `work ${Math.random()}`;
  });
  afterEach(async () => {
    for (const contender of contenders) await contender.leave();
    contenders = [];
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  /** A process that wants the lease, as far as the database can see. */
  class Contender {
    isHolder = false;
    terms = 0;
    readonly heard = heard();
    private readonly stop = new AbortController();
    private readonly running: Promise<void>;

    constructor(ttlMs: number, work: LeasedWork = aborted) {
      const options = {
        database,
        name,
        holder: `contender ${contenders.length}`,
        ttlMs,
        log: this.heard.log,
      };
      this.running = runWithLease(options, this.stop.signal, async (signal) => {
        this.isHolder = true;
        this.terms += 1;
        try {
          await work(signal);
        } finally {
          this.isHolder = false;
        }
      });
      contenders.push(this);
    }

    async leave(): Promise<void> {
      this.stop.abort();
      await this.running;
    }
  }

  it('is handed over at once by a holder that stops', async () => {
    const first = new Contender(60_000);
    await until(() => first.isHolder);
    const second = new Contender(60_000);
    await first.leave();
    await until(() => second.isHolder);
    expect(first.isHolder).toBe(false);
  });

  it('stays with a holder that renews it, for several times its length', async () => {
    // Long enough that a busy machine is not taken for a holder that is gone.
    const ttlMs = 3_000;
    const first = new Contender(ttlMs);
    await until(() => first.isHolder);
    const second = new Contender(ttlMs);
    const renewals = sql<{
      expires_at: string;
    }>`select expires_at from intekenboek.lease where name = ${name}`;
    const expiry = async () => (await renewals.execute(database.kysely)).rows[0]?.expires_at ?? '';
    const before = await expiry();
    await until(async () => Date.parse(await expiry()) - Date.parse(before) > 3 * ttlMs);
    expect([first.terms, second.terms]).toEqual([1, 0]);
  });

  it('is given up before it expires by a holder that cannot renew it', async () => {
    const expired = async () =>
      (
        await sql<{ isOver: boolean }>`
          select expires_at <= clock_timestamp() as "isOver" from intekenboek.lease where name = ${name}`.execute(
          database.kysely,
        )
      ).rows[0]?.isOver;
    const found: unknown[] = [];
    const holder = new Contender(4_500, async (signal) => {
      await aborted(signal);
      found.push(await expired());
    });
    await until(() => holder.isHolder);
    await database.kysely.transaction().execute(async (transaction) => {
      await sql`select * from intekenboek.lease where name = ${name} for update`.execute(transaction);
      await until(() => found.length > 0);
    });
    expect(found).toEqual([false]);
    await until(() => holder.terms === 2);
  });

  it('is not used by who was paused between asking for it and hearing that it has it', async () => {
    const ttlMs = 60_000;
    const stop = new AbortController();
    let asked = 0;
    const clock = () => performance.now() + Math.min(++asked, 2) * ttlMs;
    const epochs: number[] = [];
    const options = { database, name, holder: 'paused', ttlMs, log: () => undefined, clock };
    await runWithLease(options, stop.signal, async () => {
      const held = sql<{ epoch: number }>`select epoch from intekenboek.lease where name = ${name}`;
      epochs.push(...(await held.execute(database.kysely)).rows.map(({ epoch }) => epoch));
    });
    expect(epochs).toEqual([2]);
  });

  it('is let go by work that fails, which is begun anew and told of without its words', async () => {
    let attempts = 0;
    const holder = new Contender(60_000, async (signal) => {
      if (++attempts === 1) throw new TypeError('Person 12 lives at the Dam');
      await aborted(signal);
    });
    await until(() => holder.terms === 2 && holder.isHolder);
    expect(holder.heard.entries.find(({ level }) => level === 'error')?.facts).toMatchObject({
      error: 'TypeError',
    });
    expect(holder.heard.text()).not.toContain('Dam');
  });

  it('is neither renewed nor let go by who held it before', async () => {
    const [lease, long] = [new Lease(database, name, 1), new Lease(database, name, 60_000)];
    expect(await lease.take('first')).toEqual({ isHeld: true, epoch: 1 });
    let taken: Claim = await long.take('second');
    await until(async () => (taken = taken.isHeld ? taken : await long.take('second')).isHeld);
    expect(taken).toEqual({ isHeld: true, epoch: 2 });

    expect(await lease.renew(1)).toBe(false);
    await lease.release(1);
    expect(await long.take('third')).toMatchObject({ isHeld: false });
    expect(await long.renew(2)).toBe(true);
  });

  it('never has two holders, however they come and go', async () => {
    const stint = record({ ms: integer({ min: 0, max: 40 }), end: constantFrom('ENDS', 'STOPS', 'LOSES') });
    const ttlMs = 240;
    await assert(
      asyncProperty(
        array(array(stint, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 }),
        async (plans) => {
          name = `work ${Math.random()}`;
          let [holders, most, terms] = [0, 0, 0];
          const contender = async (plan: readonly { ms: number; end: string }[], index: number) => {
            let late = 0;
            for (const { ms, end } of plan) {
              const stop = new AbortController();
              const options = { database, name, holder: String(index), ttlMs, log: () => undefined };
              await runWithLease(
                { ...options, clock: () => performance.now() + late },
                stop.signal,
                async (signal) => {
                  most = Math.max(most, ++holders);
                  terms += 1;
                  await pause(ms, signal);
                  // To who was paused, the time of the lease has passed when it looks at its clock.
                  if (end === 'LOSES' && late === 0) late = ttlMs * 10;
                  if (end === 'STOPS') stop.abort();
                  if (end !== 'ENDS') await aborted(AbortSignal.any([signal, AbortSignal.timeout(ttlMs)]));
                  holders -= 1;
                },
              );
            }
          };
          await Promise.all(plans.map(contender));
          expect(most).toBe(1);
          expect(terms).toBeGreaterThanOrEqual(plans.flat().length);
        },
      ),
      { numRuns: 8 },
    );
  });

  describe('of a process', () => {
    const TTL_MS = 2_000;
    let processes: StartedProcess[] = [];
    const started = () => {
      const process = new StartedProcess('leasing.process.ts', [server.url, String(TTL_MS)]);
      processes.push(process);
      return process;
    };
    const moves = () =>
      processes.flatMap(({ lines }) => lines.filter((line) => line.startsWith('moved'))).sort();
    afterEach(async () => {
      for (const process of processes) await process.end();
      processes = [];
      await sql`delete from intekenboek.checkpoint`.execute(database.kysely);
    });

    it('goes to another one within its length when the process is killed', async () => {
      const first = started();
      await first.said('held');
      const second = started();
      await until(() => first.lines.length > 20);
      const asksFor = sql<{ n: number }>`
        select count(*)::int as n from pg_stat_activity where datname = current_database() and query like '%lease%'`;
      await until(async () => ((await asksFor.execute(database.kysely)).rows[0]?.n ?? 0) > 1);

      const killedAt = performance.now();
      await first.end('SIGKILL');
      await second.said('held');
      expect(performance.now() - killedAt).toBeLessThan(TTL_MS + 2_000);
      const before = second.lines.length;
      await until(() => second.lines.length > before + 20);
      expect(new Set(moves()).size).toBe(moves().length);
    });

    it('is of no use to one that was paused: what it writes afterwards is refused', async () => {
      const first = started();
      await first.said('held');
      const second = started();
      await until(() => first.lines.length > 20);
      first.signal('SIGSTOP');
      await second.said('held');
      await until(() => second.lines.length > 20);
      first.signal('SIGCONT');

      await first.said('refused CheckpointMoved');
      await first.said('let go');
      await second.end('SIGTERM');
      await first.said('held', 2);
      await first.end();
      expect(new Set(moves()).size).toBe(moves().length);
    });
  });
});

describe('a lease on PGlite', () => {
  const folder = testFolder();

  it('is granted at once, whatever a process of the past has left', async () => {
    const database = await openPglite({ directory: folder() });
    await sql`insert into intekenboek.lease values ('counting', 'somebody', 7, now() + interval '1 day')`.execute(
      database.kysely,
    );
    let terms = 0;
    const options = { database, name: 'counting', holder: 'this', ttlMs: 60_000, log: () => undefined };
    await runWithLease(options, new AbortController().signal, async () => void (terms += 1));
    expect(terms).toBe(1);
    await database.close();
  });
});
