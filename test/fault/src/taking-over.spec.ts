import {
  describeWithServer,
  newPostgresDatabase,
  type PostgresDatabase,
} from '@intekenboek/event-sourcing-testing';
import { Installation, type ServiceName } from '@intekenboek/product-testing';

import { until } from './installation.fixtures';
import { Registering } from './registering';

jest.setTimeout(300_000);

describeWithServer('DATABASE_URL', 'two projectors and two monitors on one database', (serverUrl) => {
  let database: PostgresDatabase;
  let first: Installation;
  let second: Installation;
  let registering: Registering;

  beforeAll(async () => {
    database = await newPostgresDatabase(serverUrl);
    const env = { DATABASE_URL: database.url };
    first = await Installation.of(env, ['api', 'projector', 'monitor']);
    second = await Installation.of(env, ['projector', 'monitor']);
    await Promise.all([first.start(), second.start()]);
    await first.ready('api');
    registering = new Registering(first.api);
  });
  afterAll(async () => {
    await Promise.all([first?.remove(), second?.remove()]);
    await database?.drop();
  });

  const holds = async (installation: Installation, name: ServiceName): Promise<boolean> => {
    const answer = await installation.manage(name, '/metrics').catch(() => null);
    const lines = (await answer?.text()) ?? '';
    return new RegExp(`^intekenboek_lease_held\\{[^}]*lease="${name}"[^}]*\\} 1$`, 'm').test(lines);
  };
  const holders = async (name: ServiceName): Promise<readonly Installation[]> => {
    const all = await Promise.all(
      [first, second].map(async (one) => ((await holds(one, name)) ? [one] : [])),
    );
    return all.flat();
  };

  const registerForAWhile = async (ms: number): Promise<number> => {
    const stop = AbortSignal.timeout(ms);
    await registering.run(2, stop);
    expect(registering.surprises).toEqual([]);
    return registering.acknowledged.size;
  };
  const countAfterLast = async (): Promise<number> => {
    const last = [...registering.acknowledged.values()].sort().at(-1) ?? '';
    const query = `{ parties(first: 1, waitFor: "${last}") { totalCount } }`;
    const { data, errors } = await first.api.ask<{ parties: { totalCount: number } }>(query);
    return errors === undefined ? data.parties.totalCount : -1;
  };

  it.each(['projector', 'monitor'] as const)('have one %s at work', async (name) => {
    await until(`one ${name} holds the lease`, async () => (await holders(name)).length === 1);
  });

  it('show what was recorded while one of each waits', async () => {
    const acknowledged = await registerForAWhile(1_000);
    expect(await countAfterLast()).toBe(acknowledged);
  });

  it.each(['projector', 'monitor'] as const)(
    'have the other %s at work after kill -9 of the one that was, and every event read once',
    async (name) => {
      const [working] = await holders(name);
      if (working === undefined) throw new Error(`No ${name} holds the lease.`);
      const waiting = working === first ? second : first;
      await working.service(name).end('SIGKILL');
      await registerForAWhile(500);
      await until(`the other ${name} has taken over`, () => holds(waiting, name), 60_000);
      await until('all is readable', async () => (await countAfterLast()) === registering.acknowledged.size);
      await working.start(name);
      await until(`the first ${name} waits`, async () => (await holders(name)).length === 1);
    },
  );

  it.each(['projector', 'monitor'] as const)(
    'hand over at once when the %s is asked to stop',
    async (name) => {
      const [working] = await holders(name);
      if (working === undefined) throw new Error(`No ${name} holds the lease.`);
      const waiting = working === first ? second : first;
      expect(await working.service(name).end('SIGTERM')).toBe(0);
      // Much sooner than after a kill, when nobody tells that the lease is free.
      await until(`the other ${name} works`, () => holds(waiting, name), 5_000);
    },
  );
});
