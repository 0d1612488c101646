import { FEED_START } from '@intekenboek/event-sourcing-core';
import {
  appendSome,
  newEvent,
  newMetadata,
  newStream,
  type StartedProcess,
  startProcess,
  wallClock,
} from '@intekenboek/event-sourcing-testing';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

import { EventTable } from './event-table';
import { openLogFile } from './log-file';
import { newLogPath, removeFolders } from './log-file.fixtures';
import { openSqliteEventStore, SqliteEventStore } from './sqlite.event-store';
import { sqliteDriver } from './sqlite-driver';

const HOLDING = join(__dirname, 'holding.process.ts');
const APPENDING = join(__dirname, 'appending.process.ts');

const open = (file: string) => openSqliteEventStore({ file, clock: wallClock });

const unavailable = (message: RegExp) =>
  expect.objectContaining({ name: 'EventStoreUnavailable', message: expect.stringMatching(message) });

async function closedLog(appends = 1): Promise<string> {
  const file = newLogPath();
  const store = await open(file);
  for (let n = 0; n < appends; n += 1) await appendSome(store, newStream(), 50);
  await store.close();
  return file;
}

const firstLine = async (child: StartedProcess): Promise<string> =>
  String((await once(child.stdout, 'data'))[0]).trim();

async function kill(child: StartedProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

// Processes start slowly on a machine that is busy.
jest.setTimeout(30_000);

afterAll(removeFolders);

describe('a log that another process has open', () => {
  it('is refused, naming the holder, and is free as soon as the holder is killed', async () => {
    const file = newLogPath();
    const holder = startProcess(HOLDING, file);
    expect(await firstLine(holder)).toBe('open');
    const named = new RegExp(`in use by process ${holder.pid} on ${hostname()} since 2`);
    await expect(open(file)).rejects.toEqual(unavailable(named));
    await kill(holder);
    // The note that the killed process left behind does not matter.
    expect(existsSync(`${file}.holder`)).toBe(true);
    const store = await open(file);
    await store.close();
    expect(existsSync(`${file}.holder`)).toBe(false);
  });

  it('is opened by one of several that start together', async () => {
    const file = newLogPath();
    const children = [1, 2, 3].map(() => startProcess(HOLDING, file));
    const lines = await Promise.all(children.map(firstLine));
    expect(lines.filter((line) => line === 'open')).toHaveLength(1);
    expect(lines.filter((line) => line.includes('in use by'))).toHaveLength(2);
    await Promise.all(children.filter(({ exitCode }) => exitCode === null).map(kill));
  });

  it('is refused in the same process too', async () => {
    const file = newLogPath();
    const store = await open(file);
    await expect(open(file)).rejects.toEqual(unavailable(/in use by this same process/));
    await appendSome(store, newStream(), 1);
    await store.close();
  });
});

describe('opening a log', () => {
  it('makes its folder', async () => {
    const file = join(dirname(newLogPath()), 'a/b/log.sqlite');
    const store = await open(file);
    expect(await store.head()).toBe(FEED_START);
    await store.close();
  });

  it('is refused for a file of a newer release', async () => {
    const file = await closedLog();
    const database = new (sqliteDriver().DatabaseSync)(file);
    database.exec('UPDATE log SET format = 99');
    database.close();
    await expect(open(file)).rejects.toEqual(unavailable(/newer release \(format 99/));
  });

  it('is refused for a database of another program, which stays as it was', async () => {
    const file = newLogPath();
    const database = new (sqliteDriver().DatabaseSync)(file);
    database.exec('CREATE TABLE recipes (name TEXT)');
    database.close();
    const before = readFileSync(file);
    await expect(open(file)).rejects.toEqual(unavailable(/database of another program/));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused for a file that is no database', async () => {
    const file = newLogPath();
    writeFileSync(file, 'Beste lezer, '.repeat(1_000));
    await expect(open(file)).rejects.toEqual(unavailable(/Do not delete it.*newest backup/));
  });

  it('is refused for a file that was cut off', async () => {
    const file = await closedLog(20);
    truncateSync(file, 3 * 4_096 + 100);
    await expect(open(file)).rejects.toEqual(unavailable(/damaged.*newest backup/));
  });

  it('is refused when only the journal is left', async () => {
    const file = newLogPath();
    const holder = startProcess(APPENDING, file, '[{"number":0,"expected":"no-stream"}]');
    await firstLine(holder);
    await kill(holder);
    renameSync(file, `${file}.moved`);
    await expect(open(file)).rejects.toEqual(unavailable(/Put the file back/));
    renameSync(`${file}.moved`, file);
    const store = await open(file);
    expect(await store.head()).not.toBe(FEED_START);
    await store.close();
  });

  it('is refused when a folder on its path is a file', async () => {
    const notAFolder = newLogPath();
    writeFileSync(notAFolder, '');
    await expect(open(join(notAFolder, 'log.sqlite'))).rejects.toEqual(unavailable(/cannot be made/));
  });

  it('is refused in a folder that may not be written', async () => {
    const folder = join(dirname(newLogPath()), 'read-only');
    chmodSync(dirname(folder), 0o755);
    mkdirSync(folder, { mode: 0o555 });
    await asOrdinaryUser(async () => {
      await expect(open(join(folder, 'log.sqlite'))).rejects.toEqual(unavailable(/right to write/));
    });
  });

  it('tells what to do on a Node without SQLite', async () => {
    const find = jest.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    await expect(open(newLogPath())).rejects.toEqual(unavailable(/needs Node 22.16 or newer.*npm start/));
    find.mockRestore();
  });
});

describe('a log that is open', () => {
  it('tells of damage where it is read', async () => {
    const file = await closedLog(20);
    const page = 5 * 4_096;
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(4 * 4_096, 0xee), 0, 4 * 4_096, page);
    closeSync(descriptor);
    const store = await open(file);
    await expect(store.readAll(FEED_START, 10_000)).rejects.toEqual(unavailable(/damaged.*newest backup/));
    await store.close();
  });

  it('refuses appends while the disk is full, keeps what it has, and goes on when there is space', async () => {
    const file = newLogPath();
    const log = openLogFile(file, wallClock);
    const store = new SqliteEventStore(file, log, new EventTable(log.database, wallClock));
    const [stream, other] = [newStream(), newStream()];
    await appendSome(store, stream, 2);
    log.database.exec('PRAGMA max_page_count = 12');
    const group = [appendSome(store, other, 1), appendSome(store, stream, 400, 1)];
    for (const refused of await Promise.allSettled(group)) {
      expect(refused).toMatchObject({ reason: unavailable(/disk .* is full. Free some space/) });
    }
    expect((await store.readStream(stream)).revision).toBe(1);
    expect((await store.readStream(other)).revision).toBe('no-stream');

    log.database.exec('PRAGMA max_page_count = 100000');
    expect(await appendSome(store, stream, 400, 1)).toMatchObject({ revision: 401 });
    expect((await store.readAll(FEED_START, 1_000)).map(({ position }) => Number(position))).toEqual(
      Array.from({ length: 402 }, (_, n) => n + 1),
    );
    await store.close();
  });

  it('keeps nothing of a group in which something breaks', async () => {
    const file = newLogPath();
    const log = openLogFile(file, wallClock);
    const store = new SqliteEventStore(file, log, new EventTable(log.database, wallClock));
    log.database.exec(`
      CREATE TEMP TRIGGER breaks BEFORE INSERT ON main.events WHEN new.type = 'Breaks'
      BEGIN SELECT json('{'); END
    `);
    const breaking = { ...newEvent(0), type: 'Breaks' };
    const group = [
      appendSome(store, newStream(), 2),
      store.append(newStream(), [breaking], 'no-stream', newMetadata()),
    ];
    for (const refused of await Promise.allSettled(group)) {
      expect(refused).toMatchObject({ reason: unavailable(/malformed JSON/) });
    }
    expect(await store.readAll(FEED_START, 10)).toEqual([]);
    expect(await store.head()).toBe(FEED_START);
    await store.close();
  });

  it('takes no more appends after a fault of the file, until it is opened again', async () => {
    const file = newLogPath();
    const log = openLogFile(file, wallClock);
    const store = new SqliteEventStore(file, log, new EventTable(log.database, wallClock));
    await appendSome(store, newStream(), 1);
    log.database.exec('PRAGMA query_only = ON');
    await expect(appendSome(store, newStream(), 1)).rejects.toEqual(unavailable(/cannot be written/));
    log.database.exec('PRAGMA query_only = OFF');
    await expect(appendSome(store, newStream(), 1)).rejects.toEqual(unavailable(/cannot be written/));
    expect(await store.readAll(FEED_START, 10)).toHaveLength(1);
    await store.close();
  });
});

/** The administrator may write everywhere, so a test that runs as one puts its rights aside for a moment. */
async function asOrdinaryUser(task: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return task();
  process.seteuid?.(65_534);
  try {
    await task();
  } finally {
    process.seteuid?.(0);
  }
}
