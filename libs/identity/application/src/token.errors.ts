import { DomainError } from '@intekenboek/event-sourcing-core';

/** Why a bearer token (toegangsbewijs) does not tell who acts. These codes are public API. */
export type TokenRejection =
  | 'TOKEN_MALFORMED'
  | 'TOKEN_SIGNATURE_WRONG'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_NOT_YET_VALID'
  | 'TOKEN_ISSUER_WRONG'
  | 'TOKEN_AUDIENCE_WRONG'
  | 'TOKEN_CLAIM_MISSING'
  | 'TOKEN_CLAIM_INVALID';

export class TokenRejected extends DomainError<TokenRejection> {}
