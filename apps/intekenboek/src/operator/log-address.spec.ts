import { assert, property, string } from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { logAddress } from './log-address';
import { ArgumentRefused } from './operator-command';

const read = (given: string, env: Record<string, string> = {}) =>
  logAddress('--to', given, { env, folder: '/srv' });

describe('the address of a log', () => {
  it.each([
    ['postgres://db.example/agreements', 'POSTGRES'],
    ['postgresql://db.example/agreements', 'POSTGRES'],
    ['kurrentdb://node.example:2113?tls=false', 'KURRENTDB'],
    ['kurrentdb+discover://cluster.example', 'KURRENTDB'],
    ['esdb://a.example:2113,b.example:2113', 'KURRENTDB'],
    ['esdb+discover://cluster.example', 'KURRENTDB'],
  ])('%s is taken as it is', (url, kind) => {
    expect(read(url)).toMatchObject({ kind, url });
  });

  it('may be the name of a setting that holds it', () => {
    const url = 'postgres://me:secret@db.example/agreements';
    expect(read('DATABASE_URL', { DATABASE_URL: url })).toEqual({
      kind: 'POSTGRES',
      url,
      shown: 'postgres://db.example/agreements',
    });
  });

  it.each([
    ['a word', 'data'],
    ['a path', './data/log.sqlite'],
    ['another scheme', 'mysql://db.example/agreements'],
    ['nothing behind the scheme', 'postgres://'],
    ['no file', 'sqlite:'],
    ['a setting without a value', 'DATABASE_URL'],
  ])('is refused when it is %s', (_, given) => {
    expect(() => read(given)).toThrow(ArgumentRefused);
    expect(() => read(given)).toThrow(/^--to: /);
  });

  it('is not repeated when it is refused, because a password may be in it', () => {
    expect(() => read('postgre://me:secret@db.example/x')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });
});

describe('the address of a log in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intekenboek-address-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a folder that is there', '', 'log.sqlite'],
    ['a folder that is not there yet', 'new', 'new/log.sqlite'],
    ['a file that is not there yet', 'moved.sqlite', 'moved.sqlite'],
  ])('is found in %s', (_, given, file) => {
    expect(read(`sqlite:${join(folder, given)}`)).toMatchObject({ kind: 'SQLITE', file: join(folder, file) });
  });

  it('is a file that is there, whatever its name', () => {
    const file = join(folder, 'backup-of-monday');
    writeFileSync(file, '');
    expect(read(`sqlite:${file}`)).toMatchObject({ file });
  });

  it('is read against the folder of the operator', () => {
    expect(read('sqlite:data')).toMatchObject({ file: '/srv/data/log.sqlite' });
  });
});

describe('the address that people see', () => {
  it.each([
    [
      'postgres://me:secret@db.example:5432/agreements?sslmode=require',
      'postgres://db.example:5432/agreements',
    ],
    ['postgres://db.example/agreements?password=secret', 'postgres://db.example/agreements'],
    [
      'kurrentdb://admin:secret@a.example:2113,b.example:2113?tls=true',
      'kurrentdb://a.example:2113,b.example:2113',
    ],
    ['kurrentdb+discover://admin:secret@cluster.example', 'kurrentdb+discover://cluster.example'],
    ['postgres://me:secret', 'postgres://…'],
  ])('of %s is %s', (url, shown) => {
    expect(read(url).shown).toBe(shown);
  });

  it('holds no part of a password, however it was written', () => {
    assert(
      property(string({ minLength: 1 }), (password) => {
        const { shown } = read(`postgres://me:<${password}>@db.example/agreements`);
        expect(shown).toBe('postgres://db.example/agreements');
      }),
    );
  });
});
