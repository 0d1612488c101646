import { postgresFailure, refusalToOpen, serverNameOf } from './postgres-failure';

const name = serverNameOf('postgres://clerk:s3cret@db.example:6432/read%20models?sslmode=require');
const failure = (error: unknown) => postgresFailure(error, name);
const coded = (code: string, message = 'as PostgreSQL says it') =>
  Object.assign(new Error(message), { code });

describe('the address of a server', () => {
  it.each([
    [
      'postgres://clerk:s3cret@db.example:6432/log',
      { server: 'db.example:6432', database: 'log', user: 'clerk' },
    ],
    ['postgres://db.example/log', { server: 'db.example:5432', database: 'log', user: 'postgres' }],
    [
      'postgres:///log?host=/run/postgresql',
      { server: '/run/postgresql:5432', database: 'log', user: 'postgres' },
    ],
  ])('is told without what is secret: %s', (url, expected) => {
    expect(serverNameOf(url)).toEqual(expected);
  });

  it('is not repeated when it cannot be read', () => {
    expect(() => serverNameOf('postgres://clerk:s3c#ret@:/x')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('s3c') }),
    );
  });
});

describe('what the driver throws', () => {
  it.each([
    ['the connection is refused', coded('ECONNREFUSED')],
    ['the connection was closed by the server before it was written to', coded('EPIPE', 'write EPIPE')],
    ['the connection breaks', new Error('Connection terminated unexpectedly')],
    ['an error comes from another realm', { name: 'Error', message: 'read ECONNRESET', code: 'ECONNRESET' }],
    ['the server is shutting down', coded('57P01')],
    ['the server is starting', coded('57P03')],
    ['all connections are taken', coded('53300')],
    ['a transaction was left waiting for too long', coded('25P03')],
  ])('is something that passes when %s', (_, error) => {
    expect(failure(error)).toMatchObject({
      name: 'DatabaseUnreachable',
      message: expect.stringContaining('PostgreSQL at db.example:6432, database read models'),
    });
  });

  it('keeps the code of a statement that PostgreSQL refuses', () => {
    expect(failure(coded('23505'))).toMatchObject({ name: 'SqlError', code: '23505' });
  });

  it('is left as it is when a result cannot be read', () => {
    const error = new RangeError('A bigint beyond 2^53 cannot be read.');
    expect(failure(error)).toBe(error);
  });
});

describe('a database that cannot be opened', () => {
  it.each([
    ['28P01', 'refuses user clerk: the password is wrong or missing'],
    ['28000', 'pg_hba.conf'],
    ['3D000', 'createdb --encoding=UTF8 read models'],
    ['42501', 'grant create on database "read models" to "clerk"'],
  ])('tells what to do about %s', (code, words) => {
    const { message } = refusalToOpen(failure(coded(code)), name);
    expect(message).toContain(words);
    expect(message).not.toContain('s3cret');
  });

  it('is thrown as it is when there is nothing to add', () => {
    const error = failure(coded('ECONNREFUSED'));
    expect(refusalToOpen(error, name)).toBe(error);
  });
});
