import { type Clock, EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import { forgetHolder, holderOf, noteHolder } from './log-holder';
import { sqliteDriver } from './sqlite-driver';
import { explained, isBusyError } from './sqlite-failure';

/** Version of the tables below. A file with a higher one was written by a newer release. */
const FORMAT = 1;

// "IBev" in ASCII: tells this log from other SQLite files.
const APPLICATION_ID = 0x49426576;

const TABLES = `
  CREATE TABLE log (
    log_id TEXT NOT NULL,
    format INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    event_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    effective_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
`;

export interface LogFile {
  readonly database: DatabaseSync;
  readonly logId: string;
  close(): void;
}

/**
 * Opens the log, or makes an empty one, and keeps every other process out until it is closed or this process ends.
 * While it is open, no code of this process may open and close the file by other means (`copyFile`, `readFile`): the
 * system would drop the lock.
 * @throws EventStoreUnavailable that says what to do.
 */
export function openLogFile(file: string, clock: Pick<Clock, 'now'>): LogFile {
  const { DatabaseSync } = sqliteDriver();
  makeFolder(file);
  refuseLooseJournal(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    lock(database);
    const logId = isNew(database) ? create(database, clock) : identify(database, file);
    noteHolder(file);
    return { database, logId, close: closer(database, file) };
  } catch (error) {
    if (database?.isOpen) database.close();
    if (isBusyError(error)) {
      throw new EventStoreUnavailable(
        `${file} is in use by ${holderOf(file)}. One process writes a log: stop that one, or choose another folder.`,
        { cause: error },
      );
    }
    throw explained(error, file);
  }
}

/** Locking before anything is read, so that the check of the file and its use cannot be parted. */
function lock(database: DatabaseSync): void {
  database.exec('PRAGMA busy_timeout = 1000; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
}

function isNew(database: DatabaseSync): boolean {
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get();
  return tables?.['count'] === 0;
}

function create(database: DatabaseSync, clock: Pick<Clock, 'now'>): string {
  const logId = randomUUID();
  makeDurable(database);
  database.exec(`BEGIN EXCLUSIVE; PRAGMA application_id = ${APPLICATION_ID}; ${TABLES}`);
  const insert = database.prepare('INSERT INTO log VALUES (?, ?, ?)');
  insert.run(logId, FORMAT, clock.now());
  database.exec('COMMIT');
  return logId;
}

function identify(database: DatabaseSync, file: string): string {
  const application = database.prepare('PRAGMA application_id').get()?.['application_id'];
  if (application !== APPLICATION_ID) {
    throw new EventStoreUnavailable(`${file} is a database of another program. Choose another folder.`);
  }
  const log = database.prepare('SELECT log_id AS logId, format FROM log').get();
  const format = Number(log?.['format']);
  if (format > FORMAT) {
    throw new EventStoreUnavailable(
      `${file} was written by a newer release (format ${format}; this one knows ${FORMAT}). Start that release again.`,
    );
  }
  makeDurable(database);
  return String(log?.['logId']);
}

// FULL: an append is acknowledged after the journal is on the disk. On macOS only `fullfsync` really gets it there.
// A journal of 16 MiB instead of 4 lets pages that change again and again be moved to the file once (a sixth less
// written in batches of a hundred, as measured).
const makeDurable = (database: DatabaseSync): void =>
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA cache_size = -32768;
    PRAGMA wal_autocheckpoint = 4000;
  `);

function closer(database: DatabaseSync, file: string): () => void {
  return () => {
    if (!database.isOpen) return;
    // While the lock is still held, or the note of the next holder would be taken away.
    forgetHolder(file);
    database.close();
  };
}

function makeFolder(file: string): void {
  const folder = dirname(file);
  try {
    const made = mkdirSync(folder, { recursive: true });
    // SQLite flushes the folder of its files; the entry of a new folder in its parent is ours to flush.
    if (made !== undefined) flushFolder(dirname(made));
  } catch (error) {
    throw new EventStoreUnavailable(
      `The folder ${folder} cannot be made. Choose a folder that this user may write. (${String(error)})`,
      { cause: error },
    );
  }
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return; // Folders cannot be flushed there.
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** SQLite throws away the journal of a file that is gone, and with it the newest events. */
function refuseLooseJournal(file: string): void {
  if (sizeOf(file) > 0 || sizeOf(`${file}-wal`) === 0) return;
  throw new EventStoreUnavailable(
    `${file}-wal is there without ${file}. Put the file back beside it, or set ${file}-wal aside to begin a new log.`,
  );
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
