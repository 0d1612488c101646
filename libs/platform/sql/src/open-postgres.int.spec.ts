import {
  describeWithServer,
  newPostgresDatabase,
  type PostgresDatabase,
} from '@intekenboek/event-sourcing-testing';
import { sql } from 'kysely';

import { openPostgres } from './open-postgres';

jest.setTimeout(60_000);

describeWithServer('DATABASE_URL', 'opening read models on PostgreSQL', (address) => {
  let server: PostgresDatabase;
  beforeEach(async () => {
    server = await newPostgresDatabase(address);
  });
  afterEach(() => server.drop());

  it('makes what is missing once, however many processes start at the same moment', async () => {
    const databases = await Promise.all(
      Array.from({ length: 6 }, () => openPostgres({ url: server.url, poolSize: 1 })),
    );
    const done = sql<{ n: number }>`select count(*)::int as n from intekenboek.kysely_migration`;
    expect((await done.execute(databases[0]!.kysely)).rows).toEqual([{ n: 6 }]);
    for (const database of databases) await database.close();
  });

  it('leaves the tables of a newer version of the product alone', async () => {
    const newer = await openPostgres({ url: server.url });
    await sql`insert into intekenboek.kysely_migration values ('9999_later', now())`.execute(newer.kysely);
    await newer.close();
    await expect(openPostgres({ url: server.url })).rejects.toThrow('A newer version of this product');
  });

  it('refuses a database that cannot hold every letter', async () => {
    const admin = await openPostgres({ url: server.url });
    const name = new URL(server.url).pathname.slice(1);
    const latin = `${name}_latin`;
    await sql`create database ${sql.ref(latin)} template template0 encoding 'LATIN1' locale 'C'`.execute(
      admin.kysely,
    );
    const url = server.url.replace(name, latin);
    await expect(openPostgres({ url })).rejects.toThrow('createdb --encoding=UTF8');
    await sql`drop database ${sql.ref(latin)} with (force)`.execute(admin.kysely);
    await admin.close();
  });

  it.each([
    ['a database that is not there', (url: string) => `${url}_gone`, 'Create it: createdb'],
    [
      'a server that does not answer',
      () => 'postgres://clerk:s3cret@127.0.0.1:1/log',
      'cannot be reached: ECONNREFUSED',
    ],
    ['an address that is none', () => 'postgres://clerk:s3c#ret@:/log', 'It must look like postgres://'],
  ])('says what to do about %s, and no secret', async (_, urlOf, words) => {
    const opening = openPostgres({ url: urlOf(server.url) });
    await expect(opening).rejects.toThrow(words);
    await expect(opening).rejects.not.toThrow('s3c');
  });
});
