import { CopyTakenOver } from './copy-taken-over';
import { DatabaseLost } from './pglite-client';

/**
 * The server cannot be reached, is starting or stopping, or cut the connection: what was under way may have been done or
 * not. It is tried again by whoever follows; a query must be asked again. Names server and database, never a password.
 */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';

  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** The code that PostgreSQL or the system gave; empty when there is none. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Class XX: internal errors, damaged pages among them; class 58: files that are missing or cannot be read. */
export const isDamage = (error: unknown): boolean => /^(XX|58)/.test(codeOf(error));

/**
 * Connection lost (08, 57), resources short (53), in the way of another transaction (40, 55P03), or too late for this
 * process: nothing is wrong with the statement, and it may succeed later.
 */
export const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseLost ||
  error instanceof DatabaseUnreachable ||
  error instanceof CopyTakenOver ||
  /^(08|40|53|55P03|57)/.test(codeOf(error));

/** Which kind of error it was, for the log: class and code, never the message, which may hold data. */
export function kindOf(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  return [name, codeOf(error)].filter((part) => part !== '').join(' ');
}

/** Where in the code an error was raised, without its message. */
export function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' ← ');
}
