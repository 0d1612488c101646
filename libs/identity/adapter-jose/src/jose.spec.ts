import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Actor, CalendarDate, Instant } from '@intekenboek/event-sourcing-core';
import { claimsOf, TokenRejected } from '@intekenboek/identity-application';
import { exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';

import { DEMO_AUDIENCE, DEMO_ISSUER, DemoIssuer } from './demo.token-issuer';
import { joseVerifier } from './jose.token-verifier';

const NOW = '2026-11-21T09:00:00.000Z';
const clockAt = (now: string) => ({
  now: () => now as Instant,
  today: () => now.slice(0, 10) as CalendarDate,
});

const actor = {
  personId: 'person-1',
  partyId: '0b7c1a52-4d0e-4a55-9a6d-0a1b2c3d4e5f',
  partyKind: 'CORPORATION',
  territory: null,
  roles: ['SIGNATORY'],
} as unknown as Actor;

const refusal = (verifying: Promise<unknown>): Promise<unknown> =>
  verifying.then(
    () => 'accepted',
    (error: unknown) => (error instanceof TokenRejected ? error.code : error),
  );

describe('a verifier of tokens', () => {
  let privateKey: Parameters<SignJWT['sign']>[0];
  let key: JWK;

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    privateKey = pair.privateKey;
    key = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'ES256' };
  });

  const verifier = (now = NOW) =>
    joseVerifier({
      keys: { keys: [key] },
      issuer: 'https://id.example',
      audience: 'intekenboek',
      clock: clockAt(now),
    });
  const valid = (claims: object = claimsOf(actor)) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'key-1' })
      .setIssuer('https://id.example')
      .setAudience('intekenboek')
      .setExpirationTime(new Date('2026-11-21T10:00:00Z'));

  it('tells who acts', async () => {
    expect(await verifier().verify(await valid().sign(privateKey))).toEqual(actor);
  });

  it('refuses a token after its end, with half a minute for clocks that differ', async () => {
    const token = await valid().sign(privateKey);
    expect(await refusal(verifier('2026-11-21T10:00:29.000Z').verify(token))).toBe('accepted');
    expect(await refusal(verifier('2026-11-21T10:00:31.000Z').verify(token))).toBe('TOKEN_EXPIRED');
  });

  it('takes a token that has ended since, as it stood when it was shown', async () => {
    const token = await valid().setNotBefore(new Date('2026-11-21T08:00:00Z')).sign(privateKey);
    const late = verifier('2026-11-24T09:00:00.000Z');
    expect(await refusal(late.verify(token))).toBe('TOKEN_EXPIRED');
    expect(await late.verify(token, NOW as Instant)).toEqual(actor);
    expect(await refusal(late.verify(token, '2026-11-21T10:00:31.000Z' as Instant))).toBe('TOKEN_EXPIRED');
    expect(await refusal(late.verify(token, '2026-11-21T07:59:00.000Z' as Instant))).toBe(
      'TOKEN_NOT_YET_VALID',
    );
  });

  it('refuses a token before its begin', async () => {
    const token = await valid().setNotBefore(new Date('2026-11-21T09:05:00Z')).sign(privateKey);
    expect(await refusal(verifier().verify(token))).toBe('TOKEN_NOT_YET_VALID');
  });

  it('refuses a token of another issuer, or for another audience', async () => {
    expect(
      await refusal(verifier().verify(await valid().setIssuer('https://evil.example').sign(privateKey))),
    ).toBe('TOKEN_ISSUER_WRONG');
    expect(await refusal(verifier().verify(await valid().setAudience('another').sign(privateKey)))).toBe(
      'TOKEN_AUDIENCE_WRONG',
    );
  });

  it('refuses a token that was changed, or signed with another key', async () => {
    const [head, , signature] = (await valid().sign(privateKey)).split('.');
    const [, body] = (await valid({ ...claimsOf(actor), sub: 'someone-else' }).sign(privateKey)).split('.');
    expect(await refusal(verifier().verify([head, body, signature].join('.')))).toBe('TOKEN_SIGNATURE_WRONG');
    const { privateKey: other } = await generateKeyPair('ES256');
    expect(await refusal(verifier().verify(await valid().sign(other)))).toBe('TOKEN_SIGNATURE_WRONG');
  });

  it('refuses a token without a signature, or with one that anyone who checks could make', async () => {
    const unsigned = new UnsecuredJWT({ ...claimsOf(actor) })
      .setIssuer('https://id.example')
      .setAudience('intekenboek')
      .setExpirationTime(new Date('2026-11-21T10:00:00Z'))
      .encode();
    expect(await refusal(verifier().verify(unsigned))).toMatch(/^TOKEN_(MALFORMED|SIGNATURE_WRONG)$/);
    const byPublicKey = await new SignJWT({ ...claimsOf(actor) })
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .setExpirationTime(new Date('2026-11-21T10:00:00Z'))
      .sign(new TextEncoder().encode(JSON.stringify(key)));
    expect(await refusal(verifier().verify(byPublicKey))).toBe('TOKEN_SIGNATURE_WRONG');
  });

  it('refuses a way of signing that is not among the two of this product, even with a key that is known', async () => {
    const pair = await generateKeyPair('RS256');
    const keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'key-2', alg: 'RS256' }] };
    const token = await new SignJWT({ ...claimsOf(actor) })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-2' })
      .setIssuer('https://id.example')
      .setAudience('intekenboek')
      .setExpirationTime(new Date('2026-11-21T10:00:00Z'))
      .sign(pair.privateKey);
    const knowing = joseVerifier({
      keys,
      issuer: 'https://id.example',
      audience: 'intekenboek',
      clock: clockAt(NOW),
    });
    expect(await refusal(knowing.verify(token))).toBe('TOKEN_SIGNATURE_WRONG');
  });

  it('refuses a token without an end', async () => {
    const endless = await new SignJWT({ ...claimsOf(actor) })
      .setProtectedHeader({ alg: 'ES256', kid: 'key-1' })
      .setIssuer('https://id.example')
      .setAudience('intekenboek')
      .sign(privateKey);
    expect(await refusal(verifier().verify(endless))).toBe('TOKEN_CLAIM_MISSING');
  });

  it('refuses a token that does not say who acts', async () => {
    expect(
      await refusal(
        verifier().verify(await valid({ ...claimsOf(actor), party: undefined }).sign(privateKey)),
      ),
    ).toBe('TOKEN_CLAIM_MISSING');
    expect(
      await refusal(verifier().verify(await valid({ ...claimsOf(actor), roles: 'ADMIN' }).sign(privateKey))),
    ).toBe('TOKEN_CLAIM_INVALID');
  });

  it.each(['', 'x', 'a.b.c', '.', '..', 'x'.repeat(9_000)])('refuses what is no token: %#', async (text) => {
    expect(await refusal(verifier().verify(text))).toBe('TOKEN_MALFORMED');
  });

  describe('with the keys of an identity provider', () => {
    let server: Server;
    let answer: { status: number; body: string };
    beforeAll(async () => {
      server = createServer((_, response) => {
        response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => server.close());

    const remote = () =>
      joseVerifier({
        keys: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`),
        issuer: 'https://id.example',
        audience: 'intekenboek',
        clock: clockAt(NOW),
      });

    it('fetches them when it needs them', async () => {
      answer = { status: 200, body: JSON.stringify({ keys: [key] }) };
      expect(await remote().verify(await valid().sign(privateKey))).toEqual(actor);
    });

    it('does not blame the token when they cannot be had', async () => {
      answer = { status: 503, body: '{}' };
      expect(await refusal(remote().verify(await valid().sign(privateKey)))).toBeInstanceOf(Error);
    });
  });
});

describe('the issuer of the demonstration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-issuer-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = (now = NOW) => DemoIssuer.open({ folder, clock: clockAt(now) });
  const verifierOf = ({ publicKeys }: DemoIssuer, now = NOW) =>
    joseVerifier({ keys: publicKeys, issuer: DEMO_ISSUER, audience: DEMO_AUDIENCE, clock: clockAt(now) });

  it('signs what a verifier accepts, for thirty days', async () => {
    const issuer = await open();
    const { token, expiresAt } = await issuer.issue(actor);
    expect(expiresAt).toBe('2026-12-21T09:00:00.000Z');
    expect(await verifierOf(issuer).verify(token)).toEqual(actor);
    expect(await refusal(verifierOf(issuer, '2026-12-21T09:01:00.000Z').verify(token))).toBe('TOKEN_EXPIRED');
  });

  it('keeps its key, so that a token still works after a new start', async () => {
    const { token } = await (await open()).issue(actor);
    expect(await verifierOf(await open()).verify(token)).toEqual(actor);
  });

  it('has another key in another folder', async () => {
    const { token } = await (await open()).issue(actor);
    await rm(join(folder, 'demo-signing-key.json'));
    expect(await refusal(verifierOf(await open()).verify(token))).toBe('TOKEN_SIGNATURE_WRONG');
  });

  it('keeps its key to itself', async () => {
    const issuer = await open();
    const file = join(folder, 'demo-signing-key.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['demo-signing-key.json']);
    const { d } = JSON.parse(await readFile(file, 'utf8')) as { d: string };
    expect(d).toHaveLength(43);
    expect(JSON.stringify(issuer.publicKeys)).not.toContain(d);
  });

  it('says which file is damaged, and what to do', async () => {
    await writeFile(join(folder, 'demo-signing-key.json'), '{"kty":');
    await expect(open()).rejects.toThrow(/demo-signing-key\.json holds no signing key\. Remove it/);
  });
});
