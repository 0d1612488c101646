import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Clock } from '@intekenboek/event-sourcing-core';
import {
  DEMO_AUDIENCE,
  DEMO_ISSUER,
  DemoIssuer,
  joseVerifier,
  type JoseVerifierOptions,
} from '@intekenboek/identity-adapter-jose';
import {
  rememberedTokenVerifier,
  type TokenIssuer,
  type TokenVerifier,
} from '@intekenboek/identity-application';

import { ConfigRefused, type Settings } from './settings';

export interface Identity {
  readonly verifier: TokenVerifier;
  /** Only in the demonstration. */
  readonly issuer: TokenIssuer | null;
}

/** Who signs the tokens that we believe: ourselves in the demonstration, otherwise the organisation's own issuer. */
export async function openIdentity(
  config: Pick<Settings, 'identity' | 'dataFolder'>,
  clock: Clock,
): Promise<Identity> {
  if (config.identity === null) {
    const issuer = await DemoIssuer.open({ folder: config.dataFolder, clock });
    const keys = issuer.publicKeys;
    const verifier = joseVerifier({ keys, issuer: DEMO_ISSUER, audience: DEMO_AUDIENCE, clock });
    return { verifier: rememberedTokenVerifier(verifier, clock), issuer };
  }
  const { issuer, audience, jwks } = config.identity;
  const verifier = joseVerifier({ keys: keysAt(jwks), issuer, audience, clock });
  return { verifier: rememberedTokenVerifier(verifier, clock), issuer: null };
}

function keysAt(jwks: string): JoseVerifierOptions['keys'] {
  if (/^https?:\/\//.test(jwks)) return new URL(jwks);
  const file = resolve(jwks);
  if (!existsSync(file)) {
    throw new ConfigRefused(`INTEKENBOEK_JWKS=${jwks}: dit bestand is er niet / there is no such file.`);
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Exclude<JoseVerifierOptions['keys'], URL>;
  } catch {
    throw new ConfigRefused(`INTEKENBOEK_JWKS=${jwks}: dit is geen JSON / this is no JSON.`);
  }
}
