import { randomUUID } from 'node:crypto';

import { JsonLogger, publicError } from '@intekenboek/platform-nest';
import { Logger } from '@nestjs/common';
import request from 'supertest';

import { ACTOR, PromisesModule } from './promises.fixtures';
import { startTestApi, type TestApi } from './test-api';

const MAKE =
  'mutation($input: MakePromiseInput!) { makePromise(input: $input) { id revision position unchanged } }';

describe('what a client is told', () => {
  let api: TestApi;
  const lines: string[] = [];

  beforeAll(async () => {
    const outOfRange = { code: 'BAD_USER_INPUT', nl: 'Buiten bereik.', en: 'Out of range.' } as const;
    const fieldErrors = (error: Error) =>
      error instanceof RangeError ? publicError('OUT_OF_RANGE', outOfRange) : null;
    api = await startTestApi({ imports: [PromisesModule], graphql: { fieldErrors } });
    Logger.overrideLogger(new JsonLogger({ destination: { write: (line) => void lines.push(line) } }));
  });
  beforeEach(() => (lines.length = 0));
  afterAll(async () => {
    Logger.overrideLogger(false);
    await api.close();
  });

  const input = (changed: object = {}) => ({
    commandId: randomUUID(),
    promiseId: randomUUID(),
    title: 'Housing',
    dwellings: 10,
    ...changed,
  });
  const make = (changed: object = {}, language: 'nl' | 'en' = 'en') =>
    api.ask(MAKE, { variables: { input: input(changed) }, actor: ACTOR, language });

  it('is the revision and the position of an act that was accepted', async () => {
    const promiseId = randomUUID();
    expect((await make({ promiseId })).data).toEqual({
      makePromise: { id: promiseId, revision: 3, position: '0000000007', unchanged: false },
    });
  });

  it('is code, reason, details and one sentence in both languages, when a rule says no', async () => {
    const { status, errors } = await make({ dwellings: 101 });
    expect(status).toBe(200);
    expect(errors?.[0]).toMatchObject({
      message: 'At most 100 dwellings are allowed.',
      path: ['makePromise'],
      extensions: {
        code: 'CONFLICT',
        reason: 'PROMISE_TOO_LARGE',
        details: { rule: '6.2', max: 100 },
        message: { nl: 'Hoogstens 100 woningen mag.', en: 'At most 100 dwellings are allowed.' },
      },
    });
  });

  it('is in Dutch for who asks for Dutch', async () => {
    expect((await make({ dwellings: 101 }, 'nl')).errors?.[0]?.message).toBe('Hoogstens 100 woningen mag.');
  });

  it('is CONCURRENT_CHANGE when somebody else was first', async () => {
    expect((await make({ title: 'raced' })).errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'CONCURRENT_CHANGE',
    });
  });

  it('is UNAVAILABLE when nothing can be recorded, and keeps where and why for the operator', async () => {
    const answer = await make({ title: 'full' });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'UNAVAILABLE',
      reason: 'STORE_UNAVAILABLE',
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('is what the kernel refuses, in the same shape', async () => {
    const { errors } = await make({ effectiveAt: '2999-01-01T00:00:00+01:00' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'EFFECTIVE_TIME_AHEAD' });
  });

  it('names every field that is wrong, at once, with what is expected', async () => {
    const { errors } = await make(
      { promiseId: 'x', title: 'far too long a title', dwellings: 0, slices: [{ year: 2026 }, { year: 1 }] },
      'nl',
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'INPUT_INVALID',
      details: {
        fields: [
          { field: 'promiseId', expected: [{ nl: 'moet een UUID zijn', en: 'must be a UUID' }] },
          { field: 'title', expected: [{ nl: 'mag hoogstens 10 tekens lang zijn' }] },
          { field: 'dwellings', expected: [{ nl: 'mag niet kleiner zijn dan 1' }] },
          { field: 'slices.1.year', expected: [{ nl: 'mag niet kleiner zijn dan 2000' }] },
        ],
      },
    });
    expect(errors?.[0]?.message).toContain('slices.1.year: mag niet kleiner zijn dan 2000.');
  });

  it('names the field of a value that is not of its type', async () => {
    const { status, errors } = await make({ deadline: '2026-02-30' });
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: '"2026-02-30" is not an existing day. Write a day as yyyy-mm-dd, for example 2026-11-21.',
      extensions: {
        code: 'BAD_USER_INPUT',
        reason: 'DATE_INVALID',
        details: { field: 'input.deadline', text: '2026-02-30' },
      },
    });
    expect((await make({ dwellings: 'ten' })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'INPUT_TYPE_WRONG',
      details: { field: 'input.dwellings' },
    });
  });

  it('is UNAUTHENTICATED for who acts without a token, and nothing at all for who only reads', async () => {
    expect((await api.ask('{ whoAmI }')).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'TOKEN_MISSING',
    });
    expect((await api.ask('{ whoAmI }', { actor: ACTOR })).data).toEqual({ whoAmI: 'person-1' });
    expect((await api.ask('{ whoReads }')).data).toEqual({ whoReads: null });
  });

  it('is one closed sentence with the correlation id for what nobody foresaw, and the log has the rest', async () => {
    const answer = await request(api.app.getHttpServer())
      .post('/graphql')
      .set('X-Correlation-Id', 'from-the-caller')
      .set('X-Test-Actor', encodeURIComponent(JSON.stringify(ACTOR)))
      .send({ query: MAKE, variables: { input: input({ title: 'broken' }) } });
    const [error] = (answer.body as { errors: { extensions: object }[] }).errors;
    expect(error?.extensions).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      details: { correlationId: 'from-the-caller' },
    });
    expect(answer.text).not.toContain('hunter2');
    expect(answer.headers['x-correlation-id']).toBe('from-the-caller');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      correlationId: 'from-the-caller',
      error: { name: 'Error', message: 'password=hunter2' },
    });
  });

  it('is told of a field within an answer once too, although no filter sees it', async () => {
    const { errors } = await api.ask('{ promises(first: 2) { edges { node { secret } } } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(lines).toHaveLength(1);
  });

  it.each([['as it stands'], ['compiled']])(
    'is foreseen in a field within an answer too, and keeps where and why for the operator (%s)',
    async (how) => {
      const query = `{ promises(first: 5) { edges { node { elsewhere } } } } # ${how}`;
      const answer = how === 'compiled' ? (await api.ask(query), await api.ask(query)) : await api.ask(query);
      expect(answer.errors?.map(({ path, extensions }) => [path?.[2], extensions?.['reason']])).toEqual([
        [3, 'STORE_UNAVAILABLE'],
        [4, 'OUT_OF_RANGE'],
      ]);
      expect(JSON.stringify(answer)).not.toMatch(/secret|hunter2/);
      expect(lines.some((line) => line.includes('the disk is full'))).toBe(true);
    },
  );

  it('leaves no trace in the log when it was foreseen', async () => {
    await make({ dwellings: 101 });
    await make({ dwellings: 0 });
    await api.ask('{ whoAmI }');
    await api.ask('{ nothing }');
    expect(lines).toEqual([]);
  });

  it('is QUERY_INVALID or QUERY_UNREADABLE for a question that GraphQL cannot take', async () => {
    expect((await api.ask('{ nothing }')).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'QUERY_INVALID',
    });
    expect((await api.ask('{ promises ')).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'QUERY_UNREADABLE',
    });
  });
});
