import { parseArgs } from 'node:util';

import { startKurrentDbStandIn } from './kurrentdb-stand-in';

// node -r tools/swc-register.cjs -C @intekenboek/source <this file> [--port 2113] [--folder <where>]
// For trying out and for tests, never for keeping anything: see docs/kurrentdb.md.

const MAX_APPEND_BYTES = 16 * 1_048_576;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, folder: { type: 'string' } } });
  const standIn = await startKurrentDbStandIn({
    port: Number(values.port ?? 2113),
    maxAppendBytes: MAX_APPEND_BYTES,
    ...(values.folder === undefined ? {} : { folder: values.folder }),
  });
  process.stdout.write(`${standIn.url}\nThis stands in for KurrentDB in tests. It keeps nothing safe.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void standIn.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
