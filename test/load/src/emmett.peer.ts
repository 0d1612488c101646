import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { progress } from './measure';

const ROOT = join(__dirname, '../../..');
const PEERS = join(__dirname, '../peers');

/** The part of emmett-sqlite that is measured. */
export interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly { type: string; data: object }[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<{ nextExpectedStreamVersion: bigint }>;
}

interface Connection {
  close(): void;
}

interface EmmettModule {
  getSQLiteEventStore(options: { fileName: string; pool?: unknown }): EmmettStore;
  sqliteConnection(options: { fileName: string }): Connection;
  SQLiteConnectionPool(options: {
    fileName: string;
    connectionOptions: { singleton: true; connection: Connection };
  }): unknown;
}

export interface EmmettPeer {
  /** One connection for all appends: the fastest way it has, and with one writer as safe as the other. */
  open(fileName: string): { readonly store: EmmettStore; readonly close: () => void };
  /** As its documentation opens it: a connection for each append. */
  openAsDocumented(fileName: string): EmmettStore;
}

/** Installs emmett-sqlite where that was not done before. @throws Error that says why it cannot be had. */
export async function emmettPeer(): Promise<EmmettPeer> {
  if (!existsSync(join(PEERS, 'node_modules/sqlite3/build/Release/node_sqlite3.node'))) await install();
  const emmett = createRequire(join(PEERS, 'package.json'))('@event-driven-io/emmett-sqlite') as EmmettModule;
  return {
    open: (fileName) => {
      const connection = emmett.sqliteConnection({ fileName });
      const connectionOptions = { singleton: true, connection } as const;
      const pool = emmett.SQLiteConnectionPool({ fileName, connectionOptions });
      return { store: emmett.getSQLiteEventStore({ fileName, pool }), close: () => connection.close() };
    },
    openAsDocumented: (fileName) => emmett.getSQLiteEventStore({ fileName }),
  };
}

/** Once, apart from the product. Where no prebuilt SQLite can be fetched, npm compiles it, for a minute or two. */
async function install(): Promise<void> {
  const npm = process.env['npm_execpath'];
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const headers = join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`);
  const env = existsSync(join(headers, 'include'))
    ? { ...process.env, npm_config_nodedir: headers }
    : process.env;
  const child = spawn(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: PEERS,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => said.push(String(text)));
  const start = performance.now();
  const tellTime = () =>
    progress(`installing emmett-sqlite, once: ${Math.round((performance.now() - start) / 1_000)} s …`);
  tellTime();
  const telling = setInterval(tellTime, 15_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  }).finally(() => clearInterval(telling));
  progress('');
  if (code !== 0) throw new Error(`npm could not install it:\n${said.join('').trim().slice(-1_500)}`);
}
