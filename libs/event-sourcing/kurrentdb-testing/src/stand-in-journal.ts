import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import type { StoredEvent } from './stored-event';

interface Line extends Omit<StoredEvent, 'data' | 'metadata' | 'position'> {
  readonly data: string;
  readonly metadata: string;
  readonly position: string;
}

/** One line for each append, written before it is acknowledged. A line that a kill cut off was not acknowledged. */
export class StandInJournal {
  private readonly path: string;
  private readonly file: number;
  private length = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, 'stand-in.ndjson');
    this.file = openSync(this.path, existsSync(this.path) ? 'r+' : 'w+');
  }

  /** What was written before, append by append; a torn end is cut off. */
  recover(): readonly (readonly StoredEvent[])[] {
    const bytes = readFileSync(this.path);
    const end = bytes.lastIndexOf('\n') + 1;
    ftruncateSync(this.file, end);
    const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
    this.length = end;
    return lines.map((line) => (JSON.parse(line) as Line[]).map(eventOf));
  }

  write(events: readonly StoredEvent[]): void {
    const line = Buffer.from(`${JSON.stringify(events.map(lineOf))}\n`);
    writeSync(this.file, line, 0, line.length, this.length);
    this.length += line.length;
  }

  close(): void {
    closeSync(this.file);
  }
}

const lineOf = (event: StoredEvent): Line => ({
  ...event,
  data: event.data.toString('base64'),
  metadata: event.metadata.toString('base64'),
  position: String(event.position),
});

const eventOf = (line: Line): StoredEvent => ({
  ...line,
  data: Buffer.from(line.data, 'base64'),
  metadata: Buffer.from(line.metadata, 'base64'),
  position: BigInt(line.position),
});
