import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { LogLine } from '../log/log';
import { currentTraceparent } from './current-trace';
import { startTracing } from './start-tracing';
import { withSpan } from './with-span';

describe('sending traces', () => {
  const bodies: string[] = [];
  const lines: LogLine[] = [];
  let status = 200;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(`${request.url} ${Buffer.concat(chunks).toString('utf8')}`);
      response.writeHead(status).end('{}');
    });
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    bodies.length = 0;
    lines.length = 0;
    status = 200;
  });
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const start = (endpoint: string | undefined) =>
    startTracing({ service: 'relay', version: '1.2.3', endpoint, log: (line) => void lines.push(line) });

  it.each(['', '/'])(
    'sends what is kept when the service stops, to an address that ends in %p',
    async (end) => {
      const tracing = start(`${address()}${end}`);
      await withSpan('publish', {}, async () => undefined);
      expect(bodies).toEqual([]);
      await tracing.stop();
      expect(bodies).toEqual([expect.stringMatching(/^\/v1\/traces .*"publish"/)]);
      expect(lines).toEqual([]);
    },
  );

  it('sends nothing after it was stopped, or when nobody says where to', async () => {
    await start(address()).stop();
    const nowhere = start(undefined);
    const place = await withSpan('publish', {}, async () => currentTraceparent());
    await nowhere.stop();
    expect([place, bodies]).toEqual([undefined, []]);
  });

  it('tells the operator once when a collector refuses, and stops without an error', async () => {
    status = 400;
    const tracing = start(address());
    await withSpan('publish', {}, async () => undefined);
    await tracing.stop();
    expect(lines).toEqual([
      {
        level: 'warn',
        message: expect.stringContaining('OTEL_EXPORTER_OTLP_ENDPOINT') as string,
        facts: { spans: 1, error: 'OTLPExporterError' },
      },
    ]);
  });
});
