import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

import type { NextFunction, Request, Response } from 'express';

import { type Language, languageOf } from './request-context';

/** What belongs to one request wherever it is handled: logs and error messages read it here. */
export interface RequestScope {
  /** Told to the caller and in every line of the log, so that the two can be laid side by side. */
  readonly correlationId: string;
  readonly language: Language;
}

const scopes = new AsyncLocalStorage<RequestScope>();
const CORRELATION_HEADER = 'X-Correlation-Id';
const CORRELATION_ID = /^[\w.-]{8,64}$/;

/** Undefined outside a request, for example while a projection runs. */
export const currentScope = (): RequestScope | undefined => scopes.getStore();

/** English where nobody asked for a language. */
export const currentLanguage = (): Language => scopes.getStore()?.language ?? 'en';

/** Gives every request its correlation id: the caller's own when it is a plain word, otherwise a new one. */
export function requestScope(request: Request, response: Response, next: NextFunction): void {
  const given = request.get(CORRELATION_HEADER) ?? '';
  const correlationId = CORRELATION_ID.test(given) ? given : randomUUID();
  response.setHeader(CORRELATION_HEADER, correlationId);
  scopes.run({ correlationId, language: languageOf(request.get('Accept-Language')) }, next);
}
