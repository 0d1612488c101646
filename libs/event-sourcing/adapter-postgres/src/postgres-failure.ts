import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import { DatabaseError } from 'pg';

// Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNIQUE_VIOLATION = '23505';
const FAULTS_OF_ROWS = /^(22|23|54)/;
const LOST_RACES = /^40/;

const codeOf = (error: unknown): string => (error instanceof DatabaseError ? (error.code ?? '') : '');

/** True when only the rows at hand are at fault: a value that cannot be stored, or one that is there already. */
export const isFaultOfRow = (error: unknown): boolean => FAULTS_OF_ROWS.test(codeOf(error));

export const isDuplicate = (error: unknown): boolean => codeOf(error) === UNIQUE_VIOLATION;

/** True when the database ended the transaction in favour of another one: done again, it may succeed. */
export const isLostRace = (error: unknown): boolean => LOST_RACES.test(codeOf(error));

/** What to do, by the code or, for want of one, its class. `where` names server and database, never the password. */
const ADVICE: Readonly<Record<string, (where: string) => string>> = {
  '08': (where) => `The connection to ${where} was lost. Sending again works once the server answers.`,
  '25006': (where) => `${where} only reads. Let DATABASE_URL name the primary server, or make it writable.`,
  '28': (where) =>
    `${where} does not let this user in. Check user and password of DATABASE_URL and pg_hba.conf.`,
  '3D000': (where) => `${where} does not exist. Make the database, or correct DATABASE_URL.`,
  '40': (where) => `${where} ended this again and again in favour of others. Send again in a moment.`,
  '42501': (where) =>
    `This user may not do on ${where} what the event log needs. Make it owner of the schema event_log.`,
  '42': (where) => `The schema event_log of ${where} is not as this release made it. Put back a backup.`,
  '53100': (where) =>
    `The disk of ${where} is full. Free some space; then sending again works, without a restart.`,
  '53300': (where) =>
    `${where} has no connection left. Raise max_connections there, or let each service take fewer.`,
  '53': (where) => `${where} is short of memory or another resource. See its log.`,
  '55P03': (where) => `${where} kept something locked for too long. See pg_locks for who holds it.`,
  '57014': (where) =>
    `${where} took too long and was told to stop. See its load, its locks and statement_timeout.`,
  '57P': (where) => `${where} stops, starts, or ended this connection. Sending again works once it answers.`,
  '58': (where) => `${where} cannot read or write its files. Check its disk and its log.`,
  XX: (where) => `${where} finds its data damaged. Stop, keep a copy of everything, and put back a backup.`,
};

/**
 * Says to the operator what is wrong with `where` and what to do. Without a code of the server the fault is one of the
 * connection, and what was under way may have been done or not. Faults of this program come back as they are.
 */
export function explained(error: unknown, where: string): Error {
  if (error instanceof EventStoreUnavailable || isFaultOfProgram(error)) return error;
  const code = codeOf(error);
  const said = adviceFor(code)?.(where) ?? unforeseen(error, where);
  const source = code === '' ? messageOf(error) : `PostgreSQL ${code}: ${messageOf(error)}`;
  return new EventStoreUnavailable(`${said} (${source})`, { cause: error });
}

const adviceFor = (code: string): ((where: string) => string) | undefined =>
  [code, code.slice(0, 3), code.slice(0, 2)].flatMap((key) => ADVICE[key] ?? [])[0];

const unforeseen = (error: unknown, where: string): string =>
  error instanceof DatabaseError
    ? `${where} could not do what was asked.`
    : `${where} cannot be reached. Check that it runs and that DATABASE_URL is right; then sending again works.`;

const isFaultOfProgram = (error: unknown): error is Error =>
  error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;

/** An event that PostgreSQL cannot hold. Only its message is kept: the details of such an error hold the whole row. */
export const notStorable = (place: string, error: unknown): Error =>
  new Error(`An event for ${place} cannot be stored. (PostgreSQL ${codeOf(error)}: ${messageOf(error)})`);

// A name that has several addresses fails with one error for each of them, and an empty message over all.
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
