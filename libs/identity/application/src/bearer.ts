import type { Actor, Instant } from '@intekenboek/event-sourcing-core';

import { TokenRejected } from './token.errors';
import type { TokenVerifier } from './token-verifier.port';

const BEARER = /^Bearer +([^\s]+) *$/i;

/** Who acts, by what stands in a header `Authorization: Bearer …`. @throws TokenRejected as `verify` does. */
export async function actorOfBearer(verifier: TokenVerifier, header: string, at?: Instant): Promise<Actor> {
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw new TokenRejected('TOKEN_MALFORMED');
  return verifier.verify(token, at);
}
