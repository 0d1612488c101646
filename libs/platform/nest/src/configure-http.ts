import type { Log } from '@intekenboek/platform-telemetry';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

import { writeError } from './error-answer';
import { publicError } from './public-error';
import { requestScope } from './request-scope';

const BODY_MAX_BYTES = 1_048_576;

/**
 * What every request meets before Nest: correlation id and language, headers for safety, a body of at most 1 MiB.
 * Create the application with `{ bodyParser: false }`; in `log` come tokens that were refused.
 */
export function configureHttp(app: NestExpressApplication, log?: Log): void {
  app.disable('x-powered-by');
  // Nobody asks a POST again by its tag, and making one hashes every answer.
  app.disable('etag');
  // The order counts: an error about the body is told in the caller's language.
  app.use(requestScope(log));
  app.use(safetyHeaders);
  app.useBodyParser('json', { limit: BODY_MAX_BYTES });
  app.use(bodyRefused);
}

/** No page may load or run anything unless it says so itself (`pagePolicy`). Plain HTTP has no use for HSTS. */
const safetyHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
});

// Express knows a handler of errors by its four parameters.
function bodyRefused(error: { type?: string }, _: Request, response: Response, next: NextFunction): void {
  const isTooLarge = error.type === 'entity.too.large';
  if (!isTooLarge && !error.type?.startsWith('entity.') && !error.type?.startsWith('encoding.')) {
    next(error);
    return;
  }
  if (isTooLarge) writeError(response, publicError('BODY_TOO_LARGE', tooLarge, { maxBytes: BODY_MAX_BYTES }));
  else writeError(response, publicError('BODY_UNREADABLE', unreadable));
}

const tooLarge = {
  code: 'BAD_USER_INPUT',
  nl: 'Dit verzoek is te groot; hoogstens {maxBytes} bytes mag. Stuur het in delen.',
  en: 'This request is too large; at most {maxBytes} bytes are allowed. Send it in parts.',
} as const;

const unreadable = {
  code: 'BAD_USER_INPUT',
  nl: 'De inhoud van dit verzoek is geen JSON. Stuur JSON met de kop Content-Type: application/json.',
  en: 'The body of this request is not JSON. Send JSON with the header Content-Type: application/json.',
} as const;
