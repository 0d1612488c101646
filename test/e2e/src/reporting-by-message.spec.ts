import {
  describeWithServer,
  newPostgresDatabase,
  type PostgresDatabase,
} from '@intekenboek/event-sourcing-testing';
import {
  Installation,
  ownBroker,
  type OwnServer,
  Program,
  sendUntilKept,
  walkThrough,
} from '@intekenboek/product-testing';
import { randomUUID } from 'node:crypto';

const TOPIC = 'intekenboek.progress-reports.v1';
const AGREEMENT = '4b862744-dfb5-55a3-8474-6945fb629803';
const COMMITMENT = 'efd28d6b-e634-5569-b74a-1191ec65802e';
const SIGNED_AFTER_STEPS = 6;
const READABLE_WITHIN_MS = 30_000;

jest.setTimeout(300_000);

interface ReportedOn {
  readonly id: string;
  readonly progress: { readonly reports: readonly { readonly amount: number }[] } | null;
}

const report = (reportId: string, amount: number) => ({
  specversion: '1.0',
  id: reportId,
  source: 'urn:nld:kvknr:12345678:systeem:voortgang',
  type: 'nl.intekenboek.progress-reports.report-submitted.v1',
  data: { agreementId: AGREEMENT, commitmentId: COMMITMENT, reportId, amount, realisedOn: '2026-10-31' },
});

describeWithServer('DATABASE_URL', 'the system of a corporation that reports by messages', (serverUrl) => {
  describeWithServer('KAFKA_BROKERS', 'over Kafka', () => {
    let database: PostgresDatabase;
    let broker: OwnServer;
    let services: Installation;
    let token = '';
    let env: Readonly<Record<string, string>> = {};

    beforeAll(async () => {
      [database, broker] = await Promise.all([newPostgresDatabase(serverUrl), ownBroker()]);
      env = { DATABASE_URL: database.url, KAFKA_BROKERS: broker.address };
      services = await Installation.of(env, ['api', 'projector', 'relay']);
      env = { ...env, INTEKENBOEK_DATA: services.folder };
      await services.start();
      const operator = new Program('intekenboek', env, 'operator/main.ts');
      if ((await operator.run(['load-demonstration'])) !== 0) throw new Error(operator.printedSoFar);
      await services.ready('api');
      token = `Bearer ${await services.api.tokenOf('corporatie')}`;
      await doSteps(0, 2);
    });
    afterAll(async () => {
      await services?.remove();
      await Promise.all([database?.drop(), broker?.stop()]);
    });

    async function doSteps(from: number, to: number): Promise<void> {
      for (const { query, person } of walkThrough.slice(from, to)) {
        const { errors } = await services.api.ask(query, person);
        if (errors !== undefined) throw new Error(JSON.stringify(errors));
      }
    }
    const send = (value: string, authorization = token) =>
      sendUntilKept(broker.address, TOPIC, one({ key: COMMITMENT, value, authorization }));
    const operate = async (args: readonly string[], more: Record<string, string> = {}) => {
      const operator = new Program(
        'intekenboek',
        { ...env, ...more, INTEKENBOEK_LANG: 'en' },
        'operator/main.ts',
      );
      const code = await operator.run(args);
      return { code, printed: operator.printedSoFar };
    };
    /** The amounts that stand with the commitment, as its debtor reads them. */
    async function amounts(): Promise<readonly number[]> {
      const query = `{ agreement(id: "${AGREEMENT}") { commitments { id progress { reports { amount } } } } }`;
      const { data, errors } = await services.api.ask<{ agreement: { commitments: readonly ReportedOn[] } }>(
        query,
        'corporatie',
      );
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      const commitment = data.agreement.commitments.find(({ id }) => id === COMMITMENT);
      return (commitment?.progress?.reports ?? []).map(({ amount }) => amount);
    }
    async function untilAmounts(expected: readonly number[]): Promise<void> {
      const deadline = Date.now() + READABLE_WITHIN_MS;
      let read = await amounts();
      while (JSON.stringify(read) !== JSON.stringify(expected) && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        read = await amounts();
      }
      expect(read).toEqual(expected);
    }

    const early = randomUUID();

    it('finds a report on an agreement that is not in force yet among the dead letters, with why', async () => {
      await send(JSON.stringify(report(early, 3)));
      await doSteps(2, SIGNED_AFTER_STEPS);
      // What comes behind it is accepted: a refused message holds nobody up.
      await send(JSON.stringify(report(randomUUID(), 2)));
      await untilAmounts([2]);
      const { code, printed } = await operate(['dead-letters']);
      expect({ code, printed }).toMatchObject({ code: 0 });
      expect(printed).toMatch(/REFUSED \S*AGREEMENT_NOT_IN_FORCE/);
      expect(printed).not.toContain(token.slice('Bearer '.length));
    });

    it('has it accepted when an operator offers it again after the last signature', async () => {
      const [, id = ''] = /\s([0-9a-f-]{36})\s+REFUSED/.exec((await operate(['dead-letters'])).printed) ?? [];
      const args = ['dead-letters', '--resubmit', id, '--authorization', 'TOKEN'];
      expect(await operate(args, { TOKEN: token })).toMatchObject({ code: 0 });
      await untilAmounts([2, 3]);
      // Offered once more, it has no second effect.
      expect(await operate(args, { TOKEN: token })).toMatchObject({ code: 0 });
      await send(JSON.stringify(report(randomUUID(), 1)));
      await untilAmounts([2, 3, 1]);
    });

    it('is told of every kind of message that cannot be accepted, and goes on with the next', async () => {
      await send('scribble');
      await send(JSON.stringify(report(randomUUID(), 7)), '');
      await send(JSON.stringify({ ...report(randomUUID(), 7), specversion: '0.3', type: 'other' }));
      await send(JSON.stringify(report(early, 8)));
      await send(JSON.stringify(report(randomUUID(), 4)));
      await untilAmounts([2, 3, 1, 4]);
      const { printed } = await operate(['dead-letters']);
      for (const word of ['UNREADABLE', 'TOKEN_MALFORMED', 'MESSAGE_ID_REUSED'])
        expect(printed).toContain(word);
      const metrics = await (await services.manage('relay', '/metrics')).text();
      expect(metrics).toMatch(/intekenboek_dead_letters_total\{[^}]*reason="MESSAGE_UNREADABLE"[^}]*\} 1/);
    });

    it('has a clear answer for an operator who names a letter that is not there', async () => {
      const { code, printed } = await operate(['dead-letters', '--id', randomUUID()]);
      expect(code).toBe(1);
      expect(printed).toContain('There is no letter with this id');
    });
  });
});

async function* one<T>(value: T): AsyncGenerator<T> {
  yield value;
}
