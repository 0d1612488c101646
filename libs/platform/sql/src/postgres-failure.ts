import { codeOf, DatabaseUnreachable } from './database-errors';
import { SqlError } from './pglite-client';

/** Who and where, as it may be shown: without password. */
export interface ServerName {
  readonly server: string;
  readonly database: string;
  readonly user: string;
}

/** @throws TypeError that does not repeat the address, which may hold a password. */
export function serverNameOf(url: string): ServerName {
  try {
    const { hostname, port, pathname, username, searchParams } = new URL(url);
    const host = searchParams.get('host') ?? decodeURIComponent(hostname);
    return {
      server: `${host || 'localhost'}:${port || '5432'}`,
      database: decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username) || 'postgres',
      user: decodeURIComponent(username) || 'postgres',
    };
  } catch {
    throw new TypeError(
      'The address of PostgreSQL cannot be read. It must look like postgres://user:password@host:5432/database.',
    );
  }
}

/** SQLSTATE: PostgreSQL itself has answered. Each has a digit, which tells it from EPIPE and its like. */
const isSqlState = (code: string): boolean => /^(?=.*\d)[0-9A-Z]{5}$/.test(code);

/** Connection refused, cut or timed out; the server is stopping, starting or full; a session that was ended. */
const isOutOfReach = (code: string): boolean => /^(08|53300|57P0[1-5]|25P0[34])/.test(code);

/** What our own reading of a result refuses has nothing to do with the server. */
const OF_OUR_OWN = ['RangeError', 'TypeError', 'SyntaxError'];

/** What `pg` threw, in the form of the house: codes are kept, and nobody needs to know the driver. */
export function postgresFailure(error: unknown, { server, database }: ServerName): Error {
  // Not by its class: an error of the system may come from another realm, as it does under test.
  const { name = '', message = '' } = (error ?? {}) as Partial<Error>;
  const code = codeOf(error);
  if (isSqlState(code) && !isOutOfReach(code)) return new SqlError(message, code);
  if (error instanceof Error && OF_OUR_OWN.includes(name)) return error;
  const why = isSqlState(code) || code === '' ? message : code;
  return new DatabaseUnreachable(
    `PostgreSQL at ${server}, database ${database}, cannot be reached: ${why}. It is tried again; look whether the ` +
      'server runs, whether its address is right and whether it lets this machine in.',
    code,
  );
}

/** What to tell the operator when a database cannot be opened at all. */
export function refusalToOpen(error: unknown, name: ServerName): Error {
  const code = error instanceof SqlError ? (error.code ?? '') : '';
  const at = `PostgreSQL at ${name.server}`;
  const sentence = {
    '28P01': `${at} refuses user ${name.user}: the password is wrong or missing.`,
    '28000': `${at} refuses user ${name.user}: look at its pg_hba.conf, and whether it asks for TLS (sslmode=require).`,
    '3D000': `${at} has no database ${name.database}. Create it: createdb --encoding=UTF8 ${name.database}`,
    '42501': `${at} does not let user ${name.user} create schemas in database ${name.database}. Grant it: grant create on database "${name.database}" to "${name.user}"`,
  }[code];
  if (sentence !== undefined) return new Error(sentence, { cause: error });
  return error instanceof Error ? error : new Error(`${at} cannot be used.`, { cause: error });
}
