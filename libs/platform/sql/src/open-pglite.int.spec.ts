import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Database } from './database';
import { openPglite } from './open-pglite';
import { appendPromises, heard, promises, testFolder } from './promises.fixtures';
import { ReadModelEngine } from './read-model-engine';

jest.setTimeout(60_000);
const folder = testFolder();
const store = new InMemoryEventStore();
beforeAll(() => appendPromises(store, 1, 200));

/** Opens the folder, lets the read model catch up, and answers how many promises it tells of. */
async function told(
  directory: string,
  during: (database: Database) => Promise<void> = async () => undefined,
) {
  const { log, entries } = heard();
  const database = await openPglite({ directory, log });
  const engine = await ReadModelEngine.open({ database, eventStore: store, readModels: [promises], log });
  engine.start();
  await engine.caughtUp();
  await during(database);
  const count = sql<{ n: number }>`select count(*) as n from promises.promise`;
  const { rows } = await count.execute(database.kysely);
  const [status] = engine.status();
  await engine.stop();
  await database.close();
  return { promises: rows[0]?.n, messages: entries.map(({ message }) => message), status };
}

const building = expect.stringContaining('Building read model promises');
const anew = expect.stringContaining('built anew');

function scribble(file: string): void {
  const handle = openSync(file, 'r+');
  const { size } = statSync(file);
  for (let offset = 0; offset < size; offset += 512) writeSync(handle, 'scribbled upon', offset);
  closeSync(handle);
}

describe('opening the database of read models', () => {
  it('finds again what it had when it was closed', async () => {
    const directory = folder();
    expect((await told(directory)).messages).toContainEqual(building);
    expect(await told(directory)).toMatchObject({ promises: 200, messages: [] });
  });

  it.each<[string, (directory: string) => void]>([
    ['its control file is damaged', (directory) => scribble(join(directory, 'global', 'pg_control'))],
    ['a file of its catalogue is damaged', (directory) => damageCatalogue(directory)],
    [
      'its folder was emptied',
      (directory) => readdirSync(directory).forEach((name) => remove(directory, name)),
    ],
    ['a part of its folder is gone', (directory) => remove(directory, 'base')],
  ])(
    'builds it anew when %s',
    async (_, damage) => {
      const directory = folder();
      await told(directory);
      damage(directory);
      const after = await told(directory);
      expect(after).toMatchObject({ promises: 200, status: { serving: 'SERVING' } });
      expect(after.messages).toEqual(expect.arrayContaining([anew, building]));
    },
    60_000,
  );

  it('builds it anew when the machine went down under it', async () => {
    const directory = folder();
    await told(directory);
    const lock = new DatabaseSync(`${directory}.lock`);
    lock.exec(`update holder set state = 'IN_USE', boot = 'an earlier one'`);
    lock.close();
    expect((await told(directory)).messages).toEqual(expect.arrayContaining([anew, building]));
  });

  it('builds a read model anew when a page of its table turns out to be damaged', async () => {
    const directory = folder();
    let file = '';
    await told(directory, async ({ kysely }) => {
      const path = sql<{ path: string }>`select pg_relation_filepath('promises.promise') as path`;
      file = (await path.execute(kysely)).rows[0]?.path ?? '';
    });
    scribble(join(directory, file));
    const damaged = await told(directory, async ({ kysely }) => {
      await expect(sql`select * from promises.promise`.execute(kysely)).rejects.toMatchObject({
        code: 'XX001',
      });
      await appear(kysely);
    });
    expect(damaged).toMatchObject({ promises: 200, status: { serving: 'SERVING' } });
    // What else is damaged nobody knows: the next start makes a new database.
    expect((await told(directory)).messages).toEqual(expect.arrayContaining([anew]));
  });
});

describe('the folder of read models', () => {
  it('is left as it is when it holds the files of somebody else', async () => {
    const directory = folder();
    mkdirSync(directory);
    writeFileSync(join(directory, 'notes.txt'), 'not a database');
    await expect(openPglite({ directory })).rejects.toThrow('holds other files');
    expect(readdirSync(directory)).toEqual(['notes.txt']);
  });

  it('is refused to a second user, who is told of the first', async () => {
    const directory = folder();
    const first = await openPglite({ directory });
    await expect(openPglite({ directory })).rejects.toMatchObject({
      name: 'DirectoryInUse',
      holder: expect.stringContaining(`process ${process.pid}`),
    });
    await first.close();
    await (await openPglite({ directory })).close();
  });

  it('is free again when its holder was killed', async () => {
    const directory = folder();
    const script = `const { DatabaseSync } = require('node:sqlite'); const file = new DatabaseSync(process.argv[1]);
      file.exec("create table holder (id integer primary key, name text, boot text, state text)");
      file.exec("insert into holder values (1, 'process of the past', '', 'CLEAN')");
      file.exec('begin immediate'); console.log('held'); process.stdin.resume()`;
    const holder = spawn(process.execPath, ['-e', script, `${directory}.lock`], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      await once(holder.stdout, 'data');
      await expect(openPglite({ directory })).rejects.toMatchObject({ holder: 'process of the past' });
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'exit');
    }
    await (await openPglite({ directory })).close();
  });
});

const remove = (directory: string, name: string) => rmSync(join(directory, name), { recursive: true });

/** pg_attribute, which has the number 1249 in every database. */
function damageCatalogue(directory: string): void {
  for (const database of readdirSync(join(directory, 'base')))
    scribble(join(directory, 'base', database, '1249'));
}

async function appear(kysely: Database['kysely']): Promise<void> {
  for (;;) {
    const whole = await sql`select * from promises.promise`.execute(kysely).then(
      () => true,
      () => false,
    );
    if (whole) return;
  }
}
