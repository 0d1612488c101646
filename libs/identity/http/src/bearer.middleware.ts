import type { Actor } from '@intekenboek/event-sourcing-core';
import { actorOfBearer, TokenRejected, type TokenVerifier } from '@intekenboek/identity-application';
import { publicError, writeError } from '@intekenboek/platform-nest';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

import { TOKEN_REJECTIONS } from './token-rejections';

const logger = new Logger('Identity');

/**
 * Puts who acts on the request as `actor`: null when no token came, for what everyone may read. A token that does
 * not hold is refused with 401 and never taken for nobody, so that a client notices.
 */
export function bearerMiddleware(verifier: TokenVerifier) {
  return (request: Request & { actor?: Actor | null }, response: Response, next: NextFunction): void => {
    const header = request.get('Authorization');
    if (header === undefined) {
      request.actor = null;
      next();
      return;
    }
    actorOfBearer(verifier, header).then(
      (actor) => {
        request.actor = actor;
        next();
      },
      (error: unknown) => refuse(response, error),
    );
  };
}

function refuse(response: Response, error: unknown): void {
  if (error instanceof TokenRejected) {
    const refusal = publicError(error.code, TOKEN_REJECTIONS[error.code], error.details);
    response.setHeader('WWW-Authenticate', `Bearer realm="intekenboek", error="invalid_token"`);
    writeError(response, refusal);
    return;
  }
  logger.error(error);
  writeError(response, publicError('IDENTITY_PROVIDER_UNREACHABLE', unreachable));
}

const unreachable = {
  code: 'UNAVAILABLE',
  nl: 'Wij kunnen uw toegangsbewijs nu niet controleren. Probeer het over enkele minuten nog eens.',
  en: 'We cannot check your token at this moment. Try again in a few minutes.',
} as const;
