import {
  describeWithServer,
  newPostgresDatabase,
  type PostgresDatabase,
} from '@intekenboek/event-sourcing-testing';
import { startKurrentDbStandIn } from '@intekenboek/event-sourcing-kurrentdb-testing';
import {
  type ApiClient,
  Installation,
  ownBroker,
  type OwnServer,
  Product,
  Program,
  walkThrough,
} from '@intekenboek/product-testing';

// Both tell the time of one moment, so that nothing in an answer depends on when it was asked.
const NOW = '2026-11-23T09:00:00+01:00';

jest.setTimeout(300_000);

const isMutation = (query: string): boolean => /^mutation\b/m.test(query);
const POSITION = /"position":"([^"]*)"/g;
/** A position is a place in one store; everything else in an answer is the product's. */
const withoutPosition = (text: string): string => text.replaceAll(POSITION, '"position":"…"');

/** Asks in turn, and lets what was recorded be read before the next step. */
async function answersOf(api: Pick<ApiClient, 'askText'>): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const { person, query } of walkThrough) {
    const { status, text } = await api.askText(query, person);
    answers.push(`${status} ${isMutation(query) ? withoutPosition(text) : text}`);
    const recorded = [...text.matchAll(POSITION)].at(-1)?.[1];
    if (recorded === undefined) continue;
    const waiting = `{ parties(first: 1, waitFor: ${JSON.stringify(recorded)}) { totalCount } }`;
    const { text: read } = await api.askText(waiting);
    if (read.includes('errors')) throw new Error(read);
  }
  return answers;
}

interface Tier {
  readonly env: Readonly<Record<string, string>>;
  /** Lets go of what the tier had of its own. */
  release(): Promise<void>;
}

const onPostgres = async (serverUrl: string): Promise<Tier> => {
  const database: PostgresDatabase = await newPostgresDatabase(serverUrl);
  return { env: { DATABASE_URL: database.url }, release: () => database.drop() };
};

/** No server of KurrentDB can be had everywhere: this one speaks its protocol, and its clock stands still too. */
const onKurrentDb = async (serverUrl: string): Promise<Tier> => {
  const { env, release } = await onPostgres(serverUrl);
  const log = await startKurrentDbStandIn({ nowMs: () => Date.parse(NOW) });
  return {
    env: { ...env, KURRENTDB_URL: log.url },
    release: async () => {
      await log.stop();
      await release();
    },
  };
};

/** Four services with the nation. The monitor judges the present, so it waits until the past has been told. */
async function startApart(env: Tier['env']): Promise<Installation> {
  const apart = await Installation.of(env);
  try {
    await apart.start('api', 'projector', 'relay');
    const operator = new Program(
      'intekenboek',
      { ...env, INTEKENBOEK_DATA: apart.folder },
      'operator/main.ts',
    );
    const code = await operator.run(['load-demonstration']);
    if (code !== 0) throw new Error(operator.printedSoFar);
    await apart.start('monitor');
    await apart.ready('api');
    return apart;
  } catch (error) {
    await apart.remove();
    throw error;
  }
}

describeWithServer('DATABASE_URL', 'the same nation on another tier', (serverUrl) => {
  describeWithServer('KAFKA_BROKERS', 'with four services apart', () => {
    const embedded = new Product();
    let expected: readonly string[] = [];
    let broker: OwnServer;

    beforeAll(async () => {
      broker = await ownBroker();
      await embedded.start({ env: { INTEKENBOEK_NOW: NOW } });
      expected = await answersOf(embedded);
    });
    afterAll(async () => {
      await Promise.all([embedded.remove(), broker?.stop()]);
    });

    it('is answered for at every step of the README in one process', () => {
      expect(expected).toHaveLength(walkThrough.length);
      expect(expected.filter((answer) => !answer.startsWith('200') || answer.includes('"errors"'))).toEqual(
        [],
      );
    });

    it.each([
      ['PostgreSQL', onPostgres],
      ['the protocol of KurrentDB, with PostgreSQL', onKurrentDb],
    ])('answers every step of the README the same on %s, byte for byte', async (_, open) => {
      const tier = await open(serverUrl);
      const env = { ...tier.env, KAFKA_BROKERS: broker.address, INTEKENBOEK_NOW: NOW };
      const apart = await startApart(env);
      try {
        expect(await answersOf(apart.api)).toEqual(expected);
      } finally {
        await apart.remove();
        await tier.release();
      }
    });
  });
});
