import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');

/** A PostgreSQL server of a test's own, which may be killed. */
export interface OwnServer {
  readonly url: string;
  /** Every process of it at once. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  remove(): Promise<void>;
}

interface Started extends Pick<OwnServer, 'url' | 'kill' | 'restart'> {
  stop(): Promise<void>;
}

export async function ownServer(): Promise<OwnServer> {
  const { startServer } = (await import(join(ROOT, 'infra/postgres/server.mjs'))) as {
    startServer: (options: { folder: string }) => Promise<Started>;
  };
  const parent = mkdtempSync(join(tmpdir(), 'intekenboek-postgres-'));
  // The server runs under another account when this runs as root.
  chmodSync(parent, 0o755);
  const server = await startServer({ folder: join(parent, 'data') });
  const remove = async () => {
    await server.stop();
    rmSync(parent, { recursive: true, force: true });
  };
  return { ...server, remove };
}
