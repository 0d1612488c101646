import {
  describeWithServer,
  newPostgresDatabase,
  type PostgresDatabase,
} from '@intekenboek/event-sourcing-testing';
import { Product, Program } from '@intekenboek/product-testing';

const REGISTER = `mutation ($commandId: ID!, $partyId: ID!, $name: String!) {
  registerParty(input: { commandId: $commandId, partyId: $partyId, kind: TENANTS_ORGANISATION, name: $name,
    identifiers: [], validFrom: "2024-01-01", source: "e2e" }) { position } }`;
const PARTIES = '{ parties(first: 50) { totalCount edges { node { id name kind } } } }';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

// Both tell the time of one moment, so that nothing in an answer depends on when it was asked.
const IN_A_FILE = { DATABASE_URL: '', KURRENTDB_URL: '', INTEKENBOEK_NOW: '2026-11-23T09:00:00+01:00' };

// Each start is a process of its own, and these machines may be busy.
jest.setTimeout(240_000);

describeWithServer('DATABASE_URL', 'an organisation that outgrows a file', (server) => {
  const product = new Product();
  let database: PostgresDatabase;
  beforeAll(async () => {
    database = await newPostgresDatabase(server);
    await product.start({ args: ['--empty'], env: IN_A_FILE });
  });
  afterAll(async () => {
    await product.remove();
    await database.drop();
  });

  const register = async (number: number): Promise<string> => {
    const variables = { commandId: idOf(number), partyId: idOf(1_000 + number), name: `Groep ${number}` };
    const { data, errors } = await product.ask<{ registerParty: { position: string } }>(
      REGISTER,
      'programmabureau',
      variables,
    );
    expect(errors).toBeUndefined();
    return data.registerParty.position;
  };
  const countSince = (position: string) =>
    product.ask<{ parties: { totalCount: number } }>(
      'query ($position: String) { parties(first: 1, waitFor: $position) { totalCount } }',
      undefined,
      { position },
    );

  /** As an operator does it at a terminal. */
  async function moveLog(): Promise<string> {
    const env = { ...IN_A_FILE, INTEKENBOEK_LANG: 'en', NEW_LOG: database.url };
    const operator = new Program('intekenboek', env, 'operator/main.ts');
    const code = await operator.run(['move-log', '--from', `sqlite:${product.folder}`, '--to', 'NEW_LOG']);
    expect({ code, printed: operator.printedSoFar }).toEqual({ code: 0, printed: expect.any(String) });
    return operator.printedSoFar;
  }

  it('moves its log with one command and has the same record afterwards', async () => {
    let position = '';
    for (let number = 1; number <= 10; number += 1) position = await register(number);
    await countSince(position);
    const before = await product.askText(PARTIES);
    expect(before.text).toContain('"totalCount":10');
    await product.end('SIGTERM');

    const printed = await moveLog();
    expect(printed).toMatch(/both logs have the same 10 events in 10 streams/);
    expect(printed).toContain(`DATABASE_URL=postgres://${new URL(database.url).host}/`);

    await product.start({ args: ['--empty'], env: { ...IN_A_FILE, DATABASE_URL: database.url } });
    expect(await product.askText(PARTIES)).toEqual(before);
    // What a client did before the move has no second effect after it, and a place in the old log is known as such.
    expect(await countSince(await register(10))).toMatchObject({ data: { parties: { totalCount: 10 } } });
    expect(await countSince(position)).toMatchObject({
      errors: [{ extensions: { reason: 'POSITION_UNKNOWN' } }],
    });
    expect(await countSince(await register(11))).toMatchObject({ data: { parties: { totalCount: 11 } } });
  });
});
