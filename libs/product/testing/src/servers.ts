import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT } from './program';

/** A server of a test's own, which may be killed. */
export interface OwnServer {
  /** For the setting that names it. */
  readonly address: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** In peace; what it kept is removed. */
  stop(): Promise<void>;
}

interface Postgres extends Pick<OwnServer, 'kill' | 'restart' | 'stop'> {
  readonly url: string;
}

interface Broker extends Pick<OwnServer, 'kill' | 'restart' | 'stop'> {
  readonly brokers: string;
}

/** PostgreSQL on a folder of its own. */
export async function ownPostgres(): Promise<OwnServer> {
  const { startServer } = (await import(join(ROOT, 'infra/postgres/server.mjs'))) as {
    startServer: (options: { folder: string }) => Promise<Postgres>;
  };
  const parent = mkdtempSync(join(tmpdir(), 'intekenboek-postgres-'));
  // The server runs under another account when this runs as root.
  chmodSync(parent, 0o755);
  const server = await startServer({ folder: join(parent, 'data') });
  return {
    address: server.url,
    kill: () => server.kill(),
    restart: () => server.restart(),
    stop: async () => {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** A Kafka broker of one node. */
export async function ownBroker(): Promise<OwnServer> {
  const { startBroker } = (await import(join(ROOT, 'infra/kafka/broker.mjs'))) as {
    startBroker: () => Promise<Broker>;
  };
  const broker = await startBroker();
  return {
    address: broker.brokers,
    kill: () => broker.kill(),
    restart: () => broker.restart(),
    stop: () => broker.stop(),
  };
}
