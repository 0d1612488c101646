import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import {
  AccessDeniedError,
  AppendRecordSizeExceededError,
  convertToCommandError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamTombstonedError,
  TransactionMaxSizeExceededError,
} from '@kurrent/kurrentdb-client';

import { NoAnswer } from './patience';

/** What the client makes of an error of the connection, so that there is one kind of each. */
export const commandError = (error: unknown): unknown =>
  error instanceof Error ? convertToCommandError(error) : error;

/** Status codes of gRPC (https://grpc.io/docs/guides/status-codes/) after which trying again is of no use. */
const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;
const FAILED_PRECONDITION = 9;
const UNIMPLEMENTED = 12;
const UNAUTHENTICATED = 16;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** True when nobody knows whether the server works on it: the connection itself is to be doubted. */
export const isSilence = (error: unknown): boolean =>
  error instanceof NoAnswer || error instanceof DeadlineExceededError;

/**
 * The error to give up with, for what stays until somebody does something: with advice to the operator, where it is not
 * one of ours already. Undefined when the failure may pass.
 */
export function lasting(error: unknown): Error | undefined {
  if (error instanceof EventStoreUnavailable || error instanceof RangeError) return error;
  const advice = adviceOf(error);
  if (advice === undefined) return undefined;
  return new EventStoreUnavailable(`${advice} (KurrentDB: ${messageOf(error)})`, { cause: error });
}

function adviceOf(error: unknown): string | undefined {
  const code = codeOf(error);
  if (error instanceof AccessDeniedError || code === PERMISSION_DENIED || code === UNAUTHENTICATED) {
    return 'KurrentDB does not allow this. Check user and password of KURRENTDB_URL, and that this user may read $all.';
  }
  if (isTooLarge(error)) {
    return (
      'Nothing was stored: the append is larger than this KurrentDB takes at once. ' +
      'Raise MaxAppendSize there (and MaxAppendEventSize where it is set) to 16 MiB or more, and send it again.'
    );
  }
  if (error instanceof StreamDeletedError || error instanceof StreamTombstonedError) {
    return 'The stream was deleted in KurrentDB by hand. A log is never deleted from: restore a backup.';
  }
  if (code === INVALID_ARGUMENT || code === FAILED_PRECONDITION || code === UNIMPLEMENTED) {
    return 'KurrentDB refuses what it was asked. Check that KURRENTDB_URL names the log that was used before, and its version.';
  }
  return undefined;
}

/** True for what is given up with after the server was asked for what begins at no event. */
export const isInvalidPosition = (error: unknown): boolean =>
  error instanceof EventStoreUnavailable && /invalid position/i.test(messageOf(error.cause));

const isTooLarge = (error: unknown): boolean =>
  error instanceof MaxAppendSizeExceededError ||
  error instanceof TransactionMaxSizeExceededError ||
  error instanceof AppendRecordSizeExceededError ||
  /maximum append/i.test(messageOf(error));

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
