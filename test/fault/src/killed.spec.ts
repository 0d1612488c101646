import { describeWithServer } from '@intekenboek/event-sourcing-testing';
import { readTopic, type ServiceName } from '@intekenboek/product-testing';

import { chance } from './chance';
import { type Nation, servedRows, startNation, until, wholeLog } from './installation.fixtures';
import { Registering } from './registering';
import { Reporting } from './reporting';

const KILLS = 50;
const PEOPLE = 4;
const PARTIES_TOPIC = 'intekenboek.parties.v1';

jest.setTimeout(900_000);

interface Message {
  readonly id: string;
  readonly type: string;
  readonly subject?: string;
}

describeWithServer('KAFKA_BROKERS', 'an installation under work whose parts are killed', () => {
  let nation: Nation;
  let registering: Registering;
  let reporting: Reporting;

  beforeAll(async () => {
    nation = await startNation();
    const { api } = nation.services;
    registering = new Registering(api);
    reporting = new Reporting(nation.broker.address, `Bearer ${await api.tokenOf('corporatie')}`);
  });
  afterAll(() => nation?.remove());

  /** Lets people and systems work while `harm` is done, and gives what they had done before and after. */
  async function underWork(harm: () => Promise<void>): Promise<{ readonly before: number }> {
    const before = registering.acknowledged.size;
    const stop = new AbortController();
    const work = [registering.run(PEOPLE, stop.signal), reporting.run(stop.signal)];
    try {
      await harm();
    } finally {
      stop.abort();
      await Promise.all(work);
    }
    return { before };
  }

  /** Nothing lost, nothing twice: in the log, in the read models, and on the topics. */
  async function expectEverythingOnce(): Promise<void> {
    for (const name of nation.services.names) await nation.services.ready(name);
    expect(registering.surprises).toEqual([]);
    const { acknowledged } = registering;
    await until('every report is in the log', async () => {
      const ids = reportIds(await wholeLog(nation.postgres.address));
      return reporting.sent.every((id) => ids.includes(id));
    });
    const log = await wholeLog(nation.postgres.address);
    const registered = log
      .filter(({ type }) => type === 'PartyRegistered')
      .map(({ stream }) => stream.slice('party-'.length));
    expect(registered.filter((id) => acknowledged.has(id)).sort()).toEqual([...acknowledged.keys()].sort());
    const reported = reportIds(log).filter((id) => id.startsWith('0000beef'));
    expect([...reported].sort()).toEqual([...reporting.sent].sort());
    await expectOnTopic(acknowledged);
    const last = [...acknowledged.values()].sort().at(-1) ?? '';
    const { data } = await nation.services.api.ask<{ parties: { totalCount: number } }>(
      `{ parties(first: 1, waitFor: "${last}") { totalCount } }`,
    );
    expect(data.parties.totalCount).toBe(registered.length);
  }

  async function expectOnTopic(acknowledged: ReadonlyMap<string, string>): Promise<void> {
    let messages: readonly Message[] = [];
    await until('every party is on the topic', async () => {
      const read = await readTopic(nation.broker.address, PARTIES_TOPIC);
      messages = read.map(({ value }) => JSON.parse(value) as Message);
      const subjects = new Set(messages.map(({ subject }) => subject));
      return [...acknowledged.keys()].every((id) => subjects.has(id));
    });
    // A message may come twice; then it is the same one, which a reader knows by its id.
    const registrations = messages.filter(({ type }) => type.endsWith('.party-registered.v1'));
    const bySubject = new Map<string, Set<string>>();
    for (const { id, subject = '' } of registrations) {
      bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(id));
    }
    for (const id of acknowledged.keys()) expect(bySubject.get(id)?.size).toBe(1);
  }

  /** While the server of everything is away: neither a wrong answer nor one that nobody foresaw. */
  async function expectClearAnswers(): Promise<void> {
    const { errors = [] } = await nation.services.api.ask('{ parties(first: 1) { totalCount } }');
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['UNAVAILABLE']);
    expect((await nation.services.manage('api', '/health/ready')).status).toBe(503);
  }

  it(`has lost and doubled nothing after ${KILLS} times kill -9 at random points, and recovers by itself`, async () => {
    const next = chance(20_261_122);
    const killer = async (names: readonly ServiceName[], times: number) => {
      for (let n = 0; n < times; n += 1) {
        const name = names[Math.floor(next() * names.length)] ?? 'api';
        await new Promise((resolve) => setTimeout(resolve, next() * 1_500));
        await nation.services.service(name).end('SIGKILL');
        await nation.services.start(name);
      }
    };
    const { before } = await underWork(async () => {
      await Promise.all([killer(['api', 'relay'], KILLS / 2), killer(['projector', 'monitor'], KILLS / 2)]);
    });
    expect(registering.acknowledged.size).toBeGreaterThan(before + KILLS);
    expect(reporting.sent.length).toBeGreaterThan(KILLS);
    await expectEverythingOnce();
  });

  it('has lost and doubled nothing after PostgreSQL was killed and restarted five times', async () => {
    const { before } = await underWork(async () => {
      for (let n = 0; n < 5; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        await nation.postgres.kill();
        await expectClearAnswers();
        await nation.postgres.restart();
        const acknowledged = registering.acknowledged.size;
        await until('work goes on', async () => registering.acknowledged.size > acknowledged + 5);
      }
    });
    expect(registering.acknowledged.size).toBeGreaterThan(before + 25);
    await expectEverythingOnce();
  });

  it('has lost and doubled nothing after the broker was killed and restarted three times', async () => {
    const sentBefore = reporting.sent.length;
    await underWork(async () => {
      for (let n = 0; n < 3; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        const acknowledged = registering.acknowledged.size;
        await nation.broker.kill();
        // People work on: what they do does not depend on the broker.
        await until('people work on', async () => registering.acknowledged.size > acknowledged + 5);
        await nation.broker.restart();
        const sent = reporting.sent.length;
        await until('systems report again', async () => reporting.sent.length > sent + 2);
      }
    });
    expect(reporting.sent.length).toBeGreaterThan(sentBefore + 5);
    await expectEverythingOnce();
  });

  it('has read models that are equal to ones that are built anew', async () => {
    await nation.services.service('monitor').end('SIGTERM');
    const served = await servedRows(nation.postgres.address);
    await nation.operate('rebuild', 'all');
    await until('all are built anew', async () => {
      const printed = nation.services.service('projector').printedSoFar;
      return (printed.match(/is complete and serves/g) ?? []).length >= Object.keys(served).length;
    });
    expect(await servedRows(nation.postgres.address)).toEqual(served);
  });
});

const reportIds = (log: Awaited<ReturnType<typeof wholeLog>>): readonly string[] =>
  log
    .filter(({ type }) => type === 'ProgressReported')
    .map(({ data }) => (data as { readonly reportId: string }).reportId);
