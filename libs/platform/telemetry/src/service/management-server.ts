import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Metrics } from '../metrics/metrics';
import { type ReadinessCheck, readinessOf } from './readiness';
import { StartRefused } from './start-errors';

export interface ManagementServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Read at every question, so that checks may be added later. */
  readonly checks: readonly ReadinessCheck[];
  readonly metrics: Pick<Metrics, 'contentType' | 'scrape'>;
}

export interface ManagementServer {
  readonly port: number;
  /** Takes no more questions and ends when those under way are answered, after a second at most. */
  close(): Promise<void>;
}

const CLOSE_WITHIN_MS = 1_000;
const LIVE = '/health/live';
const READY = '/health/ready';
const METRICS = '/metrics';

/**
 * For whoever keeps this process running, on a port that the world does not reach: `/health/live` and `/health/ready`
 * as every process of the product answers them, and `/metrics` for Prometheus.
 * @throws StartRefused when the port is taken.
 */
export async function startManagementServer(options: ManagementServerOptions): Promise<ManagementServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    answer(options, request.method, path, response).catch(() => {
      if (!response.headersSent) writeJson(response, 500, { status: 'failed' });
      response.end();
    });
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  await listening(server, options);
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
}

async function answer(
  { checks, metrics }: ManagementServerOptions,
  method: string | undefined,
  path: string,
  response: ServerResponse,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return writeJson(response, 405, { status: 'method not allowed' });
  }
  if (path === LIVE) return writeJson(response, 200, { status: 'live' });
  if (path === READY) {
    const readiness = await readinessOf(checks);
    return writeJson(response, readiness.status === 'ready' ? 200 : 503, readiness);
  }
  if (path === METRICS) return write(response, 200, metrics.contentType, await metrics.scrape());
  return writeJson(response, 404, { status: 'not found', paths: [LIVE, READY, METRICS] });
}

const writeJson = (response: ServerResponse, status: number, body: object): void =>
  write(response, status, 'application/json; charset=utf-8', JSON.stringify(body));

function write(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}

const listening = (server: Server, { host, port }: ManagementServerOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? StartRefused.portTaken('MANAGEMENT_PORT', port) : error);
    });
    server.listen(port, host, resolve);
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
