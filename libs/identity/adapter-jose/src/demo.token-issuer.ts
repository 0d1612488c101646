import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Actor, type Clock, instant } from '@intekenboek/event-sourcing-core';
import { claimsOf, type IssuedToken, type TokenIssuer } from '@intekenboek/identity-application';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from 'jose';

export const DEMO_ISSUER = 'urn:intekenboek:demonstration';
export const DEMO_AUDIENCE = 'intekenboek';

const ALGORITHM = 'EdDSA';
const KEY_FILE = 'demo-signing-key.json';
const VALID_MS = 30 * 86_400_000;

/**
 * Signs for demo people. Only the demonstration makes one, because whoever reaches it can be anyone. Its key stays in
 * the data folder, so that a token that was copied somewhere still works after a new start.
 */
export class DemoIssuer implements TokenIssuer {
  private constructor(
    private readonly privateKey: CryptoKey | Uint8Array,
    private readonly keyId: string,
    private readonly clock: Clock,
    /** What a verifier needs. */
    readonly publicKeys: JSONWebKeySet,
  ) {}

  /** @throws Error when the key in the folder cannot be read. */
  static async open(options: { readonly folder: string; readonly clock: Clock }): Promise<DemoIssuer> {
    await mkdir(options.folder, { recursive: true });
    const secret = await keyIn(join(options.folder, KEY_FILE));
    const { d: _, ...shown } = secret;
    const keyId = await calculateJwkThumbprint(secret);
    const publicKeys = { keys: [{ ...shown, kid: keyId, alg: ALGORITHM, use: 'sig' }] };
    return new DemoIssuer(await importJWK(secret, ALGORITHM), keyId, options.clock, publicKeys);
  }

  async issue(actor: Actor): Promise<IssuedToken> {
    const at = Date.parse(this.clock.now());
    const expiresAt = new Date(at + VALID_MS);
    const token = await new SignJWT({ ...claimsOf(actor) })
      .setProtectedHeader({ alg: ALGORITHM, kid: this.keyId, typ: 'JWT' })
      .setIssuer(DEMO_ISSUER)
      .setAudience(DEMO_AUDIENCE)
      .setIssuedAt(new Date(at))
      .setExpirationTime(expiresAt)
      .sign(this.privateKey);
    return { token, expiresAt: instant(expiresAt.toISOString()) };
  }
}

async function keyIn(file: string): Promise<JWK> {
  const stored = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (stored === null) return newKey(file);
  await chmod(file, 0o600);
  return parsed(stored, file);
}

function parsed(stored: string, file: string): JWK {
  try {
    const key = JSON.parse(stored) as JWK;
    if (key.kty === 'OKP' && typeof key.d === 'string') return key;
  } catch {
    // Told below.
  }
  throw new Error(`${file} holds no signing key. Remove it: a new one is made, and old demo tokens end.`);
}

/** Written whole or not at all: a process that is killed here must start again. */
async function newKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const key = await exportJWK(privateKey);
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, `${JSON.stringify(key)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(unfinished, file);
  return key;
}
