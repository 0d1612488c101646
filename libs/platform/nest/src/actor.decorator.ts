import type { Actor } from '@intekenboek/event-sourcing-core';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';

import { publicError } from './public-error';
import type { RequestContext } from './request-context';

const contextOf = (context: ExecutionContext): RequestContext =>
  GqlExecutionContext.create(context).getContext<RequestContext>();

/** The `Actor` who sends this. @throws UNAUTHENTICATED when no token was sent. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = contextOf(context);
  if (actor === null) throw publicError('TOKEN_MISSING', TOKEN_MISSING);
  return actor;
});

/** The `Actor` who asks, or null for someone without a token: for what everyone may read. */
export const CurrentReader = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => contextOf(context).actor,
);

/** How it looks from outside when somebody acts without a token. */
export const TOKEN_MISSING = {
  code: 'UNAUTHENTICATED',
  nl: 'Wij weten niet wie u bent. Meld u aan en stuur uw toegangsbewijs mee in de kop Authorization: Bearer ….',
  en: 'We do not know who you are. Sign in and send your token in the header Authorization: Bearer ….',
} as const;
