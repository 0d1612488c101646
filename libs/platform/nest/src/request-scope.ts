import { AsyncLocalStorage } from 'node:async_hooks';

import {
  correlationIdOf,
  enterSpan,
  inScope,
  type Log,
  type LogLine,
  type StartedSpan,
  traceparentIn,
} from '@intekenboek/platform-telemetry';
import type { NextFunction, Request, Response } from 'express';

import { type Language, languageOf } from './request-context';

const languages = new AsyncLocalStorage<Language>();
const CORRELATION_HEADER = 'X-Correlation-Id';

/** English where nobody asked for a language. */
export const currentLanguage = (): Language => languages.getStore() ?? 'en';

/**
 * Gives every request its correlation id, told back in the same header, and its place in a trace: the caller's own
 * where they are well formed, otherwise new ones. A request of somebody whose token does not hold leaves a line in `log`.
 */
export const requestScope =
  (log: Log | undefined) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const caller = traceparentIn(request.get('traceparent'));
    const correlationId = correlationIdOf(request.get(CORRELATION_HEADER), caller);
    response.setHeader(CORRELATION_HEADER, correlationId);
    inScope({ correlationId, caller, span: undefined }, () => {
      const span = enterSpan(request.method, { 'http.request.method': request.method }, 'SERVER');
      response.once('close', () => {
        if (response.statusCode === 401) log?.(tokenRefused);
        end(span, request, response);
      });
      languages.run(languageOf(request.get('Accept-Language')), next);
    });
  };

const tokenRefused: LogLine = {
  level: 'info',
  message: 'Token refused.',
  facts: { kind: 'access', event: 'Authenticate', result: 'refused', code: 'TOKEN_REFUSED', origin: 'http' },
};

/** Only the pattern of the address is told: what was asked may hold anything. */
function end(span: StartedSpan, { method, route, baseUrl }: Request, { statusCode }: Response): void {
  const path = (route as { path?: unknown } | undefined)?.path;
  const pattern = `${baseUrl}${typeof path === 'string' ? path : ''}`;
  if (pattern !== '') {
    span.rename(`${method} ${pattern}`);
    span.set({ 'http.route': pattern });
  }
  span.set({ 'http.response.status_code': statusCode });
  if (statusCode >= 500) span.fail(String(statusCode));
  span.end();
}
