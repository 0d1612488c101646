import { connect } from 'node:net';

import { createMetrics } from '../metrics/metrics';
import { familiesIn } from '../metrics/scraped.fixtures';
import { type ManagementServer, startManagementServer } from './management-server';
import type { Readiness, ReadinessCheck } from './readiness';
import { askLocally } from './service-process.fixtures';

describe('the management server', () => {
  const metrics = createMetrics({ service: 'relay', version: '1.2.3' });
  const checks: ReadinessCheck[] = [];
  let server: ManagementServer | undefined;
  beforeAll(async () => {
    server = await startManagementServer({ host: '127.0.0.1', port: 0, checks, metrics });
  });
  beforeEach(() => (checks.length = 0));
  afterAll(() => server?.close());

  const ask = (path: string, method?: string) => askLocally(server!.port, path, method);
  const check = (readiness: Partial<Readiness> = {}): ReadinessCheck => ({
    check: async () => ({ name: 'read models', isReady: true, detail: null, ...readiness }),
  });
  const ready = async () => {
    const { status, text } = await ask('/health/ready');
    return { status, body: JSON.parse(text) as { checks: readonly Readiness[] } };
  };

  it('says that the process lives, whatever is not ready', async () => {
    checks.push(check({ isReady: false }));
    expect(await ask('/health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' });
  });

  it('says ready with every check, also with one that was added later', async () => {
    expect(await ready()).toEqual({ status: 200, body: { status: 'ready', checks: [] } });
    checks.push(check(), check({ name: 'broker', detail: '2 of 3 nodes' }));
    expect(await ready()).toEqual({
      status: 200,
      body: {
        status: 'ready',
        checks: [
          { name: 'read models', isReady: true, detail: null },
          { name: 'broker', isReady: true, detail: '2 of 3 nodes' },
        ],
      },
    });
  });

  it('says 503 when one check is not ready, and which', async () => {
    checks.push(check(), check({ name: 'broker', isReady: false, detail: 'away' }));
    const { status, body } = await ready();
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'not ready' });
    expect(body.checks.filter(({ isReady }) => !isReady)).toEqual([
      { name: 'broker', isReady: false, detail: 'away' },
    ]);
  });

  it('takes a check that throws for one that is not ready, and never tells its message', async () => {
    checks.push({ check: () => Promise.reject(new RangeError('postgres://me:s3cret@db')) });
    const { status, text } = await ask('/health/ready');
    expect([status, JSON.parse(text)]).toMatchObject([503, { checks: [{ detail: 'RangeError' }] }]);
    expect(text).not.toContain('s3cret');
  });

  it('answers without a check that says nothing for two seconds, under the name that it had', async () => {
    let isSilent = false;
    checks.push({
      check: () => (isSilent ? new Promise(() => undefined) : check({ name: 'broker' }).check()),
    });
    expect(await ready()).toMatchObject({ status: 200 });
    isSilent = true;
    expect(await ready()).toMatchObject({
      status: 503,
      body: { checks: [{ name: 'broker', isReady: false, detail: 'no answer within 2000 ms' }] },
    });
  });

  it('gives metrics in the form that Prometheus reads, those of the process among them', async () => {
    const { status, text, headers } = await ask('/metrics');
    expect([status, headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^text\/plain; version=0\.0\.4/),
    ]);
    const families = familiesIn(text);
    for (const name of [
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'intekenboek_build_info',
    ])
      expect([...families.keys()]).toContain(name);
  });

  it('is kept by nobody on the way and guessed by no browser', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics', '/elsewhere']) {
      expect((await ask(path)).headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('says what there is when something else is asked for, and takes nothing in', async () => {
    const elsewhere = await ask('/metrics/../etc');
    expect([elsewhere.status, elsewhere.text]).toEqual([404, expect.stringContaining('/health/ready')]);
    expect(await ask('/metrics?x=1')).toMatchObject({ status: 200 });
    expect(await ask('/metrics', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask('/health/live', 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  it('says 500, and nothing of why, when the metrics cannot be told', async () => {
    const scrape = () => Promise.reject(new Error('s3cret'));
    const broken = await startManagementServer({
      host: '127.0.0.1',
      port: 0,
      checks,
      metrics: { contentType: 'text/plain', scrape },
    });
    const { status, text } = await askLocally(broken.port, '/metrics');
    await broken.close();
    expect([status, text]).toEqual([500, '{"status":"failed"}']);
  });

  it('closes although somebody keeps a connection open, and refuses who comes after', async () => {
    const closing = await startManagementServer({ host: '127.0.0.1', port: 0, checks, metrics });
    const held = connect(closing.port, '127.0.0.1');
    held.on('error', () => undefined);
    await new Promise((resolve) => held.once('connect', resolve));
    held.write('GET /health/live HTTP/1.1\r\n');
    await closing.close();
    await expect(askLocally(closing.port, '/health/live')).rejects.toThrow('ECONNREFUSED');
    held.destroy();
  });

  it('refuses to start on a port that is taken, and names the setting', async () => {
    const { port } = server!;
    await expect(startManagementServer({ host: '127.0.0.1', port, checks, metrics })).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringContaining(`MANAGEMENT_PORT=${port}`) as string,
    });
  });
});
