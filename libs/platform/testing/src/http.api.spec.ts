import type { Readiness } from '@intekenboek/platform-nest';
import { getIntrospectionQuery } from 'graphql';
import request from 'supertest';

import { PromisesModule } from './promises.fixtures';
import { reasonIn, startTestApi, type TestApi } from './test-api';

describe('the HTTP server', () => {
  const checks: Readiness[] = [];
  let api: TestApi;
  beforeAll(async () => {
    const check = async () => checks.at(-1) ?? { name: 'read models', isReady: true, detail: null };
    api = await startTestApi({ imports: [PromisesModule], checks: [{ check }] });
  });
  afterAll(() => api.close());

  const http = () => request(api.app.getHttpServer());

  it('says that it lives', async () => {
    await http().get('/health/live').expect(200, { status: 'live' }).expect('Cache-Control', 'no-store');
  });

  it('says that it is ready, or what is not', async () => {
    expect((await http().get('/health/ready').expect(200)).body).toMatchObject({ status: 'ready' });
    checks.push({ name: 'read models', isReady: false, detail: '12 of 40 events' });
    const answer = await http().get('/health/ready').expect(503);
    expect(answer.body).toEqual({ status: 'not ready', checks });
  });

  it('gives every answer a correlation id, and takes one only when it is a plain word', async () => {
    const given = async (id: string) =>
      (await http().get('/health/live').set('X-Correlation-Id', id)).headers['x-correlation-id'];
    expect(await given('abc-123.def')).toBe('abc-123.def');
    expect(await given('<script>alert(1)</script>')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await given('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends headers that keep a browser safe, and no name of its engine', async () => {
    const { headers } = await http().get('/health/live');
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('refuses a body over one MiB and a body that is no JSON, in the shape of every error', async () => {
    const large = await http()
      .post('/graphql')
      .send({ query: `{ whoReads #${'x'.repeat(1_048_576)}\n}` });
    expect([large.status, reasonIn(large)]).toEqual([400, 'BODY_TOO_LARGE']);
    const broken = await http().post('/graphql').set('Content-Type', 'application/json').send('{"query": ');
    expect([broken.status, reasonIn(broken)]).toEqual([400, 'BODY_UNREADABLE']);
    expect(
      (
        await http()
          .post('/graphql')
          .send({ query: `{ whoReads #${'x'.repeat(900_000)}\n}` })
      ).status,
    ).toBe(200);
  });

  it('refuses what a form on another site could send', async () => {
    const text = await http()
      .post('/graphql')
      .set('Content-Type', 'text/plain')
      .send('{"query":"{ whoReads }"}');
    expect([text.status, reasonIn(text)]).toEqual([400, 'REQUEST_INVALID']);
    expect((await http().get('/graphql?query={whoReads}')).status).toBe(400);
  });

  it('refuses many questions in one request', async () => {
    const answer = await http()
      .post('/graphql')
      .send([{ query: '{ whoReads }' }, { query: '{ whoReads }' }]);
    expect([answer.status, reasonIn(answer)]).toEqual([400, 'REQUEST_INVALID']);
  });

  it('shows its schema, in which every type and field of ours has a description', async () => {
    const { data } = await api.ask<{ __schema: { types: Described[] } }>(getIntrospectionQuery());
    const ours = new Set([
      'CommandAccepted',
      'PageInfo',
      'PromiseConnection',
      'PromiseEdge',
      'CalendarDate',
      'Instant',
    ]);
    const types = data.__schema.types.filter(({ name }) => ours.has(name));
    expect(types).toHaveLength(ours.size);
    for (const type of types) {
      expect(type.description).toMatch(/\w{3}/);
      for (const field of type.fields ?? []) expect(field.description).toMatch(/\w{3}/);
    }
  });
});

interface Described {
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly { readonly description: string | null }[] | null;
}
