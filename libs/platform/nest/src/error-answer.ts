import type { ArgumentsHost } from '@nestjs/common';
import { GqlArgumentsHost } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { GraphQLError } from 'graphql';

import type { PublicCode } from './public-error';
import { type Language, languageOf, type RequestContext } from './request-context';

const HTTP_STATUS: Readonly<Record<PublicCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
};

const statusOf = (code: unknown): number =>
  new Map<unknown, number>(Object.entries(HTTP_STATUS)).get(code) ?? 500;

/** The answer of an error filter: thrown on by Nest under GraphQL, written in the same shape over plain HTTP. */
export function answer(host: ArgumentsHost, errorIn: (language: Language) => GraphQLError): unknown {
  if (host.getType<string>() === 'graphql') {
    return errorIn(GqlArgumentsHost.create(host).getContext<RequestContext>().language);
  }
  const http = host.switchToHttp();
  const error = errorIn(languageOf(http.getRequest<Request>().headers['accept-language']));
  writeError(http.getResponse<Response>(), error);
  return undefined;
}

/** A GraphQL-shaped error over plain HTTP, with the status that belongs to its code. */
export function writeError(response: Response, error: GraphQLError): void {
  response.status(statusOf(error.extensions['code'])).json({ errors: [error.toJSON()] });
}
