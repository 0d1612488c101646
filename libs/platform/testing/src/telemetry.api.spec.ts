import { randomUUID } from 'node:crypto';

import { COMMAND_OBSERVER } from '@intekenboek/platform-nest';
import {
  commandObserver,
  createMetrics,
  lineWriter,
  logOf,
  startTracing,
  type Tracing,
} from '@intekenboek/platform-telemetry';
import { Controller, Get, HttpCode, Module } from '@nestjs/common';
import request from 'supertest';

import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.fixtures';
import { ACTOR, PromisesModule } from './promises.fixtures';
import { startTestApi, type TestApi } from './test-api';

@Controller()
class RefusingController {
  @Get('refused')
  @HttpCode(401)
  refuse(): string {
    return 'Who are you?';
  }
}

@Module({ controllers: [RefusingController] })
class RefusingModule {}

const MAKE = 'mutation Make($input: MakePromiseInput!) { made: makePromise(input: $input) { id } }';
const SECRET = 'Anna de Wit, 0612345678';

describe('what an operator can find out about requests', () => {
  const lines: string[] = [];
  const write = lineWriter({
    service: 'api',
    version: '1.2.3',
    destination: { write: (line) => void lines.push(line) },
  });
  const log = logOf(write);
  const metrics = createMetrics({ service: 'api', version: '1.2.3', ofProcess: false });
  let [api, receiver, tracing]: [TestApi?, OtlpReceiver?, Tracing?] = [];

  beforeAll(async () => {
    receiver = await startOtlpReceiver();
    tracing = startTracing({ service: 'api', version: '1.2.3', endpoint: receiver.endpoint, log });
    const observer = commandObserver({ log, metrics });
    api = await startTestApi({
      imports: [PromisesModule, RefusingModule],
      providers: [{ provide: COMMAND_OBSERVER, useValue: observer }],
      graphql: { metrics },
      log,
    });
  });
  beforeEach(() => (lines.length = 0));
  afterAll(async () => {
    await tracing?.stop();
    await receiver?.close();
    await api?.close();
  });

  const input = (changed: object = {}) => ({
    commandId: randomUUID(),
    promiseId: randomUUID(),
    title: 'Housing',
    dwellings: 10,
    ...changed,
  });
  const ask = (variables: object, headers: Record<string, string> = {}, actor: object | null = ACTOR) =>
    request(api!.app.getHttpServer())
      .post('/graphql')
      .set(headers)
      .set(actor === null ? {} : { 'X-Test-Actor': encodeURIComponent(JSON.stringify(actor)) })
      .send({ query: MAKE, variables: { input: variables } });
  const told = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  describe('in the log', () => {
    it('is one line for a command: what, how it ended, from where, who, for whom and when', async () => {
      const command = input();
      await ask(command, { 'X-Correlation-Id': 'correlation-1' });
      expect(told()).toEqual([
        expect.objectContaining({
          service: 'api',
          version: '1.2.3',
          kind: 'access',
          event: 'MakePromise',
          result: 'accepted',
          code: null,
          origin: 'graphql',
          personId: 'person-1',
          partyId: 'party-1',
          commandId: command.commandId,
          correlationId: 'correlation-1',
          traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
          time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        }),
      ]);
    });

    it.each([
      ['a rule says no', { dwellings: 101 }, 'refused', 'PROMISE_TOO_LARGE'],
      ['the form is wrong', { dwellings: 0 }, 'refused', 'INPUT_INVALID'],
      ['somebody was first', { title: 'raced' }, 'refused', 'CONCURRENT_CHANGE'],
      ['the store is full', { title: 'full' }, 'failed', 'EventStoreUnavailable'],
      ['nobody foresaw it', { title: 'broken' }, 'failed', 'Error'],
    ])('is how a command ended when %s', async (_, changed, result, code) => {
      await ask(input(changed));
      expect(told()[0]).toMatchObject({ event: 'MakePromise', result, code, personId: 'person-1' });
    });

    it('is that nobody said who acts', async () => {
      await ask(input(), {}, null);
      expect(told()[0]).toMatchObject({ result: 'refused', code: 'TOKEN_MISSING', personId: null });
    });

    it('is no value that a sender may choose freely', async () => {
      await ask(input({ commandId: `${SECRET} {"level":"fatal"}` }), { Authorization: `Bearer ${SECRET}` });
      expect(told()[0]).toMatchObject({ result: 'refused', commandId: null });
      expect(lines.join()).not.toContain('Anna');
    });

    it('is a token that does not hold', async () => {
      await request(api!.app.getHttpServer()).get('/refused').set('X-Correlation-Id', 'correlation-2');
      expect(await eventually(() => told()[0])).toMatchObject({
        kind: 'access',
        event: 'Authenticate',
        result: 'refused',
        correlationId: 'correlation-2',
      });
    });
  });

  describe('by its correlation id', () => {
    const idFor = async (headers: Record<string, string>) =>
      (await ask(input(), headers)).headers['x-correlation-id'];
    const trace = 'a'.repeat(32);

    it('is the id that the caller gave, in the answer and in the log', async () => {
      expect(await idFor({ 'X-Correlation-Id': 'my-own.id_1' })).toBe('my-own.id_1');
      expect(told()[0]).toMatchObject({ correlationId: 'my-own.id_1' });
    });

    it('is the trace of the caller when there is no such id', async () => {
      const traceparent = `00-${trace}-${'b'.repeat(16)}-01`;
      expect(await idFor({ traceparent })).toBe(trace);
      expect(told()[0]).toMatchObject({ correlationId: trace, traceId: trace });
    });

    it.each([
      ['"}{"level":"fatal"', 'x'],
      ['x'.repeat(65), 'x'],
      ['short', 'x'],
      ['', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`],
      ['', `00-${trace}-${'0'.repeat(16)}-01`],
      ['', `ff-${trace}-${'b'.repeat(16)}-01`],
      ['', `00-${trace}-${'b'.repeat(16)}-01-more`],
      ['', `00-${trace.toUpperCase()}-${'b'.repeat(16)}-01`],
    ])('is a new one instead of %p with traceparent %p', async (id, traceparent) => {
      expect(await idFor({ 'X-Correlation-Id': id, traceparent })).toMatch(/^[0-9a-f-]{36}$/);
      expect(told()[0]?.['traceId']).not.toBe(trace);
    });
  });

  describe('in the metrics', () => {
    it('are requests by kind and outcome, and refusals by command and code', async () => {
      const before = await metrics.scrape();
      await ask(input());
      await ask(input({ dwellings: 101 }));
      await ask(input({ title: 'broken' }));
      await ask(input({ title: 'full' }));
      await request(api!.app.getHttpServer()).post('/graphql').send({ query: '{ whoReads }' });
      await request(api!.app.getHttpServer()).post('/graphql').send({ query: '{ who' });
      const after = await metrics.scrape();
      const more = (name: string, labels: Readonly<Record<string, string>>) =>
        valueOf(after, name, labels) - valueOf(before, name, labels);
      const answers = (kind: string, outcome: string) =>
        more('intekenboek_graphql_seconds_count', { kind, outcome });
      expect(answers('mutation', 'answered')).toBe(1);
      expect(answers('mutation', 'refused')).toBe(1);
      expect(answers('mutation', 'failed')).toBe(2);
      expect(answers('query', 'answered')).toBe(1);
      expect(answers('none', 'refused')).toBe(1);
      const refused = { operation: 'MakePromise', code: 'PROMISE_TOO_LARGE' };
      expect(more('intekenboek_commands_refused_total', refused)).toBe(1);
      expect(more('intekenboek_command_seconds_count', { result: 'accepted' })).toBe(1);
    });
  });

  describe('in the traces', () => {
    it('are the request, the operation and the command below one another, within the trace of the caller', async () => {
      const [command, trace, parent] = [input(), 'c'.repeat(32), 'd'.repeat(16)];
      await ask(command, { traceparent: `00-${trace}-${parent}-01` });
      const logged = told()[0];
      const ours = await traced(({ traceId }) => traceId === trace, 3);
      const [http, operation, handling] = ['POST /graphql', 'mutation Make', 'handle MakePromise'].map(
        (name) => ours.find((span) => span.name === name),
      );
      expect(http).toMatchObject({ parentSpanId: parent, kind: 2 });
      expect(operation?.parentSpanId).toBe(http?.spanId);
      expect(handling?.parentSpanId).toBe(operation?.spanId);
      expect(handling?.attributes).toMatchObject({
        'intekenboek.command.id': command.commandId,
        'intekenboek.outcome': 'accepted',
      });
      expect(logged).toMatchObject({ traceId: trace, spanId: handling?.spanId });
      expect(http?.resource).toMatchObject({
        'service.name': 'api',
        'service.version': '1.2.3',
        'service.namespace': 'intekenboek',
      });
    });

    it('are refusals that are no errors, and failures that are', async () => {
      const [refused, failed] = [input({ dwellings: 101 }), input({ title: 'broken' })];
      await ask(refused);
      await ask(failed);
      const spanOf = async ({ commandId }: { commandId: string }) =>
        (await traced(({ attributes }) => attributes['intekenboek.command.id'] === commandId, 1))[0];
      const [no, error] = [await spanOf(refused), await spanOf(failed)];
      expect([no?.status, no?.attributes['error.type']]).toEqual([0, 'PROMISE_TOO_LARGE']);
      expect([error?.status, error?.attributes['error.type']]).toEqual([2, 'Error']);
    });

    it('are of a name that is no longer than 64 characters, whatever a sender calls it', async () => {
      const name = `Long${'x'.repeat(300)}`;
      await request(api!.app.getHttpServer())
        .post('/graphql')
        .send({ query: `query ${name} { whoReads }` });
      const [operation] = await traced((span) => span.name.startsWith('query Long'), 1);
      expect(operation?.name).toHaveLength('query '.length + 64);
      expect(operation?.attributes['graphql.operation.name']).toHaveLength(64);
    });

    it('are no texts, variables, tokens, persons, addresses or messages of errors', async () => {
      await ask(input({ title: 'broken', promiseId: SECRET }), { Authorization: `Bearer ${SECRET}` });
      await request(api!.app.getHttpServer()).get(`/people/${encodeURIComponent(SECRET)}?name=Anna`);
      await traced(({ attributes }) => attributes['http.response.status_code'] === '404', 1);
      const all = receiver!.bodies.join();
      expect(all).toContain('handle MakePromise');
      for (const secret of ['Anna', 'hunter2', 'person-1', 'party-1', 'Housing']) {
        expect(all).not.toContain(secret);
      }
    });
  });

  /** The spans that fit, once there are so many. They are sent in batches: stopping sends what is kept. */
  async function traced(fits: (span: ReceivedSpan) => boolean, count: number): Promise<ReceivedSpan[]> {
    const { endpoint, spans } = receiver!;
    const until = performance.now() + 10_000;
    while (spans.filter(fits).length < count && performance.now() < until) {
      await tracing?.stop();
      tracing = startTracing({ service: 'api', version: '1.2.3', endpoint, log });
    }
    const found = spans.filter(fits);
    expect(found.map(({ name }) => name)).toHaveLength(count);
    return found;
  }
});

/** Over HTTP an answer may be read before the server has noticed that it was sent. */
async function eventually<T>(look: () => T | undefined): Promise<T> {
  const until = performance.now() + 10_000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error('It did not come about in 10 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The value of the one series that has all these labels; 0 when there is none yet. */
function valueOf(text: string, name: string, labels: Readonly<Record<string, string>>): number {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const found = text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) && pairs.every((pair) => line.includes(pair)));
  expect(found.length).toBeLessThanOrEqual(1);
  return Number(found[0]?.split('} ')[1] ?? 0);
}
