import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import {
  actorFrom,
  TokenRejected,
  type TokenRejection,
  type TokenVerifier,
} from '@intekenboek/identity-application';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';

/** Only signatures with a key pair: who can check a token must not be able to make one. */
export const ALGORITHMS: readonly string[] = ['EdDSA', 'ES256'];

const CLOCK_TOLERANCE_SECONDS = 30;
const KEYS_TIMEOUT_MS = 3_000;
const TOKEN_LENGTH_MAX = 8_192;

export interface JoseVerifierOptions {
  /** Public keys, or the address where the identity provider shows them (`jwks_uri`). */
  readonly keys: JSONWebKeySet | URL;
  /** Who must have signed it (`iss`). */
  readonly issuer: string;
  /** For whom it must be (`aud`). */
  readonly audience: string;
  readonly clock: Clock;
}

/** JSON Web Tokens (RFC 7519) with pinned algorithms, issuer and audience. A token without an end is refused. */
export function joseVerifier({ keys, issuer, audience, clock }: JoseVerifierOptions): TokenVerifier {
  const keyFor: JWTVerifyGetKey =
    keys instanceof URL
      ? createRemoteJWKSet(keys, { timeoutDuration: KEYS_TIMEOUT_MS })
      : createLocalJWKSet(keys);

  return {
    async verify(token, at): Promise<Actor> {
      if (token.length > TOKEN_LENGTH_MAX) throw new TokenRejected('TOKEN_MALFORMED');
      const { payload } = await jwtVerify(token, keyFor, {
        algorithms: [...ALGORITHMS],
        issuer,
        audience,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(at ?? clock.now()),
        requiredClaims: ['exp', 'sub'],
      }).catch((error: unknown) => {
        throw rejection(error);
      });
      return actorFrom(payload);
    },
  };
}

/** What is not known to be wrong with the token, such as keys that cannot be fetched, stays the error that it is. */
function rejection(error: unknown): unknown {
  if (error instanceof errors.JWTClaimValidationFailed) return claimRejection(error);
  const code = error instanceof errors.JOSEError ? BY_CODE[error.code] : undefined;
  return code === undefined ? error : new TokenRejected(code);
}

const BY_CODE: Readonly<Record<string, TokenRejection>> = {
  ERR_JWS_INVALID: 'TOKEN_MALFORMED',
  ERR_JWT_INVALID: 'TOKEN_MALFORMED',
  ERR_JOSE_NOT_SUPPORTED: 'TOKEN_MALFORMED',
  ERR_JWT_EXPIRED: 'TOKEN_EXPIRED',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'TOKEN_SIGNATURE_WRONG',
  ERR_JWKS_NO_MATCHING_KEY: 'TOKEN_SIGNATURE_WRONG',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'TOKEN_SIGNATURE_WRONG',
  ERR_JOSE_ALG_NOT_ALLOWED: 'TOKEN_SIGNATURE_WRONG',
};

function claimRejection({ claim, reason }: errors.JWTClaimValidationFailed): TokenRejected {
  if (reason === 'missing') return new TokenRejected('TOKEN_CLAIM_MISSING', { claim });
  if (claim === 'iss') return new TokenRejected('TOKEN_ISSUER_WRONG');
  if (claim === 'aud') return new TokenRejected('TOKEN_AUDIENCE_WRONG');
  if (claim === 'nbf') return new TokenRejected('TOKEN_NOT_YET_VALID');
  return new TokenRejected('TOKEN_CLAIM_INVALID', { claim });
}
