import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

import type { Span } from '@opentelemetry/api';

import type { Traceparent } from './traceparent';

/** What belongs to one piece of work wherever it is done: a request, a page, a run, a message. */
export interface WorkScope {
  /** Told to the caller and in every line of the log, so that the two can be laid side by side. */
  readonly correlationId: string;
  /** Where the work stands in the trace of who asked for it; undefined when nobody said so. */
  readonly caller: Traceparent | undefined;
  /** Under which new spans hang. It changes within a request, when the server knows which operation it is about. */
  span: Span | undefined;
}

const scopes = new AsyncLocalStorage<WorkScope>();
const CORRELATION_ID = /^[\w.-]{8,64}$/;

/** Undefined where nobody opened one. */
export const currentScope = (): WorkScope | undefined => scopes.getStore();

export const inScope = <T>(scope: WorkScope, work: () => T): T => scopes.run(scope, work);

/**
 * The id under which work is told: what the caller gave when it is a plain word of 8 to 64 letters, digits, `_`, `.`
 * and `-`; else the id of the caller's trace; else a new one. Whatever else a caller sends never reaches the log.
 */
export const correlationIdOf = (given: string | undefined, caller?: Traceparent): string =>
  given !== undefined && CORRELATION_ID.test(given) ? given : (caller?.traceId ?? randomUUID());
