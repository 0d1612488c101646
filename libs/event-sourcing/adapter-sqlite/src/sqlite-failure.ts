import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
const CODES = { PERM: 3, BUSY: 5, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26 };
const CONSTRAINT = 19;

interface SqliteError {
  readonly errcode: number;
  readonly message: string;
}

const isSqliteError = (error: unknown): error is SqliteError =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number';

// The lower byte of an extended code is the primary one.
const primaryCode = (error: unknown): number | undefined =>
  isSqliteError(error) ? error.errcode & 0xff : undefined;

/** True when only the row at hand is at fault: it breaks a constraint, or a value in it is none that SQLite has. */
export const isFaultOfRow = (error: unknown): boolean =>
  !isSqliteError(error) || primaryCode(error) === CONSTRAINT;

export const isBusyError = (error: unknown): boolean => primaryCode(error) === CODES.BUSY;

/** A full disk passes when there is space again. After any other fault of the file it has to be opened again. */
export const isLasting = (error: unknown): boolean =>
  isSqliteError(error) && primaryCode(error) !== CODES.FULL;

/** Says to the operator what is wrong with `file` and what to do. Errors of other kinds come back as they are. */
export function explained(error: unknown, file: string): unknown {
  const code = primaryCode(error);
  if (code === undefined) return error;
  const { message } = error as SqliteError;
  return new EventStoreUnavailable(`${adviceFor(code, file)} (SQLite: ${message})`, { cause: error });
}

function adviceFor(code: number, file: string): string {
  switch (code) {
    case CODES.FULL:
      return `The disk of ${file} is full. Free some space; then sending again works, without a restart.`;
    case CODES.PERM:
    case CODES.READONLY:
    case CODES.CANTOPEN:
      return `${file} cannot be written. Give this user the right to write the file and its folder, or choose another folder.`;
    case CODES.CORRUPT:
    case CODES.NOTADB:
      return (
        `${file} is damaged, or is no event log. Do not delete it: it is the only truth. ` +
        `Stop, set it aside together with ${file}-wal, put back the newest backup and start again.`
      );
    case CODES.IOERR:
      return `Reading or writing ${file} failed. Check the disk (dmesg, free space, network folder), then start again.`;
    case CODES.BUSY:
      return `${file} is in use by another process.`;
    default:
      return `${file} could not be used.`;
  }
}
