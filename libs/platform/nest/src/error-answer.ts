import type { ArgumentsHost } from '@nestjs/common';
import type { Response } from 'express';
import type { GraphQLError } from 'graphql';

import { formatError } from './error-format';
import type { PublicCode } from './public-error';

const HTTP_STATUS: Readonly<Record<PublicCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
};
const statuses = new Map<unknown, number>(Object.entries(HTTP_STATUS));

/** What an error filter returns: Nest throws it on under GraphQL; over plain HTTP it is written in the same shape. */
export function answer(host: ArgumentsHost, error: GraphQLError): GraphQLError | undefined {
  if (host.getType<string>() === 'graphql') return error;
  writeError(host.switchToHttp().getResponse<Response>(), error);
  return undefined;
}

/** A GraphQL-shaped error over plain HTTP, with the status that belongs to its code. */
export function writeError(response: Response, error: GraphQLError): void {
  const formatted = formatError(error);
  response.status(statuses.get(formatted.extensions?.['code']) ?? 500).json({ errors: [formatted] });
}
