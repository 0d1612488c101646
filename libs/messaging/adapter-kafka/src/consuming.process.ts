import { writeSync } from 'node:fs';

import { impatientBus } from './kafka-bus.fixtures';

// Started by `kafka-group-faults.int.spec.ts`: node … consuming.process.ts <brokers> <group> <topic>
// Receives without end and tells each message that it has handled in a line.

async function main([brokers = '', group = '', topic = '']: readonly string[]): Promise<void> {
  const bus = impatientBus(brokers);
  const handle = async ({ value }: { readonly value: string }) => {
    await new Promise((resolve) => setImmediate(resolve));
    // Straight into the pipe: what stood in a buffer of this process would die with it.
    writeSync(1, `${value}\n`);
  };
  await bus.consume({ group, topics: [topic], handle }, new AbortController().signal);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  writeSync(2, `${String(error)}\n`);
  process.exitCode = 1;
});
