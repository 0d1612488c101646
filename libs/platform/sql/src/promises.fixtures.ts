import type { EventStore, EventToAppend, Instant, RecordedEvent } from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LogEntry } from './database';
import { projectRows } from './project-rows';
import type { ReadModel } from './read-model';
import { createRowTable } from './stored-rows';

export interface PromiseTables {
  promise: { promise_id: string; words: string; reports: number; kept_at: string | null };
}

const place = { table: 'promise', key: 'promise_id' } as const;

/** A read model for specs: promises that are made, reported on and kept. */
export const promises: ReadModel<PromiseTables> = {
  name: 'promises',
  version: 1,
  eventTypes: ['PromiseMade', 'PromiseReported', 'PromiseKept'],
  async createTables(tables) {
    await createRowTable(tables, place)
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('reports', 'integer', (column) => column.notNull())
      .addColumn('kept_at', 'timestamptz')
      .execute();
    await tables.schema.createIndex('promise_by_words').on('promise').column('words').execute();
  },
  async project(tables, page) {
    await projectRows(tables, page, { ...place, keysOf: (event) => event.stream, evolve });
  },
};

type Row = PromiseTables['promise'];

function evolve(row: Row | null, { type, data, effectiveAt }: RecordedEvent, promise_id: string): Row | null {
  if (type === 'PromiseMade') {
    const words = 'words' in data ? String(data.words) : '';
    return { promise_id, words, reports: 0, kept_at: null };
  }
  if (row === null) return null;
  return type === 'PromiseKept' ? { ...row, kept_at: effectiveAt } : { ...row, reports: row.reports + 1 };
}

export interface StreamTables {
  stream: { stream_name: string; events: number };
}

/** Another one beside it: how many promises were made in each stream. */
export const streams: ReadModel<StreamTables> = {
  name: 'streams',
  version: 1,
  eventTypes: ['PromiseMade'],
  async createTables(tables) {
    await createRowTable(tables, { table: 'stream', key: 'stream_name' })
      .addColumn('events', 'integer', (column) => column.notNull())
      .execute();
  },
  async project(tables, page) {
    await projectRows(tables, page, {
      ...{ table: 'stream', key: 'stream_name', keysOf: (event) => event.stream },
      evolve: (row, _, stream_name) => ({ stream_name, events: (row?.events ?? 0) + 1 }),
    });
  },
};

const happened = (type: string, data: object): EventToAppend => ({
  ...{ eventId: randomUUID(), type, data, effectiveAt: '2026-01-05T09:00:00.000Z' as Instant },
});

/** Makes promise `number`, reports on it twice and keeps it: four events. Answers with the last position. */
export async function appendPromise(store: EventStore, number: number, words = `promise ${number}`) {
  const types = ['PromiseMade', 'PromiseReported', 'PromiseReported', 'PromiseKept'];
  const events = types.map((type) => happened(type, { words }));
  return store.append(`promise-${number}`, events, 'no-stream', {
    ...{ commandId: randomUUID(), commandHash: '', personId: 'person-1', partyId: 'party-1' },
  });
}

export async function appendPromises(store: EventStore, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number++) await appendPromise(store, number);
}

/** A folder for one test file, removed at its end. */
export function testFolder(): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'intekenboek-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  return () => join(folder, `read-models-${++count}`);
}

/** A log that remembers its lines. */
export function heard(): { log: (entry: LogEntry) => void; entries: LogEntry[]; text: () => string } {
  const entries: LogEntry[] = [];
  return { log: (entry) => entries.push(entry), entries, text: () => JSON.stringify(entries) };
}

/** Waits until something is so. Fails after `deadlineMs`, because a test must end. */
export async function until(isSo: () => boolean | Promise<boolean>, deadlineMs = 20_000): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await isSo())) {
    if (performance.now() > deadline)
      throw new Error(`It was not so within ${deadlineMs} ms: ${String(isSo)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
