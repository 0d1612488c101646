import { writeSync } from 'node:fs';

import { appendOf, argument, streamOfWriter, wallClock } from './log-process.fixtures';
import { openSqliteEventStore, type SqliteEventStore } from './sqlite.event-store';

// Started by `kill.int.spec.ts`: node … appending.process.ts <file> <where each writer goes on, as JSON>
// Appends without end and tells each acknowledgement in a line: writer, command, revision, position.

/** The first command without an acknowledgement, and the revision it was sent at. */
export interface GoingOn {
  readonly number: number;
  readonly expected: number | 'no-stream';
}

async function append(store: SqliteEventStore, writer: number, goingOn: GoingOn): Promise<never> {
  let { number, expected } = goingOn;
  for (;;) {
    const { events, metadata } = appendOf(writer, number);
    const receipt = await store.append(streamOfWriter(writer), events, expected, metadata);
    // Straight into the pipe: what stood in a buffer of this process would die with it.
    writeSync(1, `${writer} ${number} ${receipt.revision} ${receipt.position}\n`);
    [number, expected] = [number + 1, receipt.revision];
  }
}

async function main(): Promise<void> {
  const store = await openSqliteEventStore({ file: argument(0), clock: wallClock });
  const writers = JSON.parse(argument(1)) as GoingOn[];
  await Promise.all(writers.map((goingOn, writer) => append(store, writer, goingOn)));
}

main().catch((error: unknown) => {
  writeSync(2, `${String(error)}\n`);
  process.exitCode = 1;
});
