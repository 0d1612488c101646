import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { progress } from './measure';

const ROOT = join(__dirname, '../../..');
const PEERS = join(__dirname, '../peers');

/** A package that a benchmark compares with, and how to know that it is there. */
export interface Peer {
  readonly name: string;
  /** A file of it, under `node_modules`. */
  readonly file: string;
  /** Whether packages may compile what they bring in another language. */
  readonly isCompiled: boolean;
}

/** Loads a package that is installed apart from the product, by the benchmark that needs it. */
export const requirePeer = (name: string): unknown => createRequire(join(PEERS, 'package.json'))(name);

/** Installs a peer where that was not done before. @throws Error that says why it cannot be had. */
export async function installPeer({ name, file, isCompiled }: Peer): Promise<void> {
  if (existsSync(join(PEERS, 'node_modules', file))) return;
  const npm = process.env['npm_execpath'];
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const options = [
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(isCompiled ? [] : ['--ignore-scripts']),
  ];
  const child = spawn(command, [...first, 'ci', ...options], {
    cwd: PEERS,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => said.push(String(text)));
  const start = performance.now();
  const tellTime = () =>
    progress(`installing ${name}, once: ${Math.round((performance.now() - start) / 1_000)} s …`);
  tellTime();
  const telling = setInterval(tellTime, 15_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  }).finally(() => clearInterval(telling));
  progress('');
  if (code !== 0) throw new Error(`npm could not install it:\n${said.join('').trim().slice(-1_500)}`);
}

/** With the headers of the Node that npm brought, so that nothing has to be fetched to compile. */
function environment(): NodeJS.ProcessEnv {
  const headers = join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`);
  return existsSync(join(headers, 'include')) ? { ...process.env, npm_config_nodedir: headers } : process.env;
}
