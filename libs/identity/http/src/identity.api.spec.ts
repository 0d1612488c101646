import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Actor, PartyId } from '@intekenboek/event-sourcing-core';
import { DEMO_AUDIENCE, DEMO_ISSUER, DemoIssuer, joseVerifier } from '@intekenboek/identity-adapter-jose';
import { CurrentReader, systemClock } from '@intekenboek/platform-nest';
import { reasonIn, startTestApi, type TestApi } from '@intekenboek/platform-testing';
import { Module } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import request from 'supertest';

import { bearerMiddleware } from './bearer.middleware';
import { DEMO_PARTIES, DEMO_PEOPLE, DEMO_TOKEN_ISSUER, type DemoPerson } from './demo-people';
import { DemoPeopleModule } from './demo-people.module';

const PARTY = '0b7c1a52-4d0e-4a55-9a6d-0a1b2c3d4e5f' as PartyId;

const anna: DemoPerson = {
  key: 'anna',
  name: 'Anna <b>de</b> Wit',
  partyName: 'Gemeente "Voorbeeld" & co',
  actor: {
    personId: 'person-1',
    partyId: PARTY,
    partyKind: 'MUNICIPALITY',
    territory: 'GM0363',
    roles: ['DRAFTER', 'SIGNATORY'],
  } as unknown as Actor,
  description: { nl: 'Stelt afspraken op.', en: "Drafts agreements; it's her job." },
  query: '{\n  whoReads\n}',
};

@Resolver()
class WhoResolver {
  @Query(() => String, { nullable: true })
  whoReads(@CurrentReader() actor: Actor | null): string | null {
    return actor === null ? null : `${actor.personId} ${actor.partyKind} ${actor.roles.join('+')}`;
  }
}

@Module({ providers: [WhoResolver] })
class WhoModule {}

describe('identity', () => {
  let folder: string;
  let issuer: DemoIssuer;
  let demonstration: TestApi;
  let production: TestApi;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity-'));
    issuer = await DemoIssuer.open({ folder, clock: systemClock });
    const verifier = joseVerifier({
      keys: issuer.publicKeys,
      issuer: DEMO_ISSUER,
      audience: DEMO_AUDIENCE,
      clock: systemClock,
    });
    const broken = { verify: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7')) };
    demonstration = await startTestApi({
      imports: [WhoModule, DemoPeopleModule],
      providers: [
        { provide: DEMO_PEOPLE, useValue: [anna] },
        { provide: DEMO_TOKEN_ISSUER, useValue: issuer },
        {
          provide: DEMO_PARTIES,
          useValue: {
            find: async (partyId: PartyId) =>
              partyId === PARTY ? { partyId, name: 'Party', kind: 'CORPORATION', territory: null } : null,
          },
        },
      ],
      configure: (app) => app.use('/graphql', bearerMiddleware(verifier)),
    });
    production = await startTestApi({
      imports: [WhoModule],
      configure: (app) => app.use('/graphql', bearerMiddleware(broken)),
    });
  });
  afterAll(async () => {
    await demonstration.close();
    await production.close();
    await rm(folder, { recursive: true });
  });

  const http = (api = demonstration) => request(api.app.getHttpServer());
  const whoReads = (authorization?: string, api = demonstration) => {
    const sending = http(api).post('/graphql');
    if (authorization !== undefined) sending.set('Authorization', authorization);
    return sending.send({ query: '{ whoReads }' });
  };
  const tokenOfAnna = async () => (await issuer.issue(anna.actor)).token;

  describe('who acts', () => {
    it('comes from the bearer token', async () => {
      const token = await tokenOfAnna();
      const expected = { data: { whoReads: 'person-1 MUNICIPALITY DRAFTER+SIGNATORY' } };
      expect((await whoReads(`Bearer ${token}`)).body).toEqual(expected);
      expect((await whoReads(`bearer ${token}`)).body).toEqual(expected);
    });

    it('is nobody without a token', async () => {
      expect((await whoReads()).body).toEqual({ data: { whoReads: null } });
    });

    it.each([
      ['', 'TOKEN_MALFORMED'],
      ['Bearer', 'TOKEN_MALFORMED'],
      ['Bearer a b', 'TOKEN_MALFORMED'],
      ['Basic YTpi', 'TOKEN_MALFORMED'],
      ['Bearer x.y.z', 'TOKEN_MALFORMED'],
    ])('is refused for the header "%s", not taken for nobody', async (header, reason) => {
      const answer = await whoReads(header);
      expect([answer.status, reasonIn(answer)]).toEqual([401, reason]);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="intekenboek", error="invalid_token"');
      expect(answer.body).not.toHaveProperty('data');
    });

    it('is refused for a token of which the end was changed', async () => {
      const [head, , signature] = (await tokenOfAnna()).split('.');
      const forged = Buffer.from(JSON.stringify({ sub: 'boss', exp: 9_999_999_999 })).toString('base64url');
      const answer = await whoReads(`Bearer ${[head, forged, signature].join('.')}`);
      expect([answer.status, reasonIn(answer)]).toEqual([401, 'TOKEN_SIGNATURE_WRONG']);
    });

    it('is told to be unknown for now, and nothing more, when the keys cannot be had', async () => {
      const answer = await whoReads('Bearer x.y.z', production);
      expect([answer.status, reasonIn(answer)]).toEqual([503, 'IDENTITY_PROVIDER_UNREACHABLE']);
      expect(answer.text).not.toContain('10.0.0.7');
    });
  });

  describe('the demo people', () => {
    it('are listed with a token that works', async () => {
      const { body } = await http().get('/demo/people').expect(200).expect('Content-Type', /json/);
      const [person] = (body as { people: Record<string, string>[] }).people;
      expect(person).toMatchObject({
        key: 'anna',
        roles: ['DRAFTER', 'SIGNATORY'],
        party: { id: PARTY, kind: 'MUNICIPALITY', territory: 'GM0363' },
      });
      expect((await whoReads(`Bearer ${person?.['token']}`)).status).toBe(200);
    });

    it('are listed with a command that a shell takes as it stands', async () => {
      const { body } = await http().get('/demo/people').set('Host', 'demo.example:8080');
      const { curl, token } = (body as { people: { curl: string; token: string }[] }).people[0] ?? {
        curl: '',
        token: '',
      };
      const words = execFileSync('/bin/sh', ['-c', curl.replace(/^curl/, `printf '%s\\n'`)], {
        encoding: 'utf8',
      });
      expect(words.trim().split('\n')).toEqual([
        '-s',
        'http://demo.example:8080/graphql',
        '-H',
        'Content-Type: application/json',
        '-H',
        `Authorization: Bearer ${token}`,
        '-d',
        '{"query":"{ whoReads }"}',
      ]);
    });

    it('never repeat a host that is none', async () => {
      const { text } = await http().get('/demo/people').set('Host', 'x;rm -rf $HOME');
      expect(text).toContain('http://localhost:4000/graphql');
      expect(text).not.toContain('rm -rf');
    });

    it('are a page for a browser, in the language that is asked for', async () => {
      const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';
      const dutch = await http().get('/demo/people').set('Accept', browser).expect('Content-Type', /html/);
      expect(dutch.text).toContain('<html lang="nl">');
      expect(dutch.text).toContain('<h1>Demopersonen</h1>');
      expect(dutch.text).toContain('Anna &lt;b&gt;de&lt;/b&gt; Wit');
      expect(dutch.text).not.toContain('<b>');
      const english = await http().get('/demo/people?lang=en').set('Accept', browser);
      expect(english.text).toContain('it&#39;s her job.');
    });

    it('can be joined by anyone who wants to act for a registered party', async () => {
      const { body } = await http()
        .post('/demo/tokens')
        .send({ partyId: PARTY, roles: ['REPORTER'] })
        .expect(201);
      const { token, actor } = body as { token: string; actor: Actor };
      expect(actor).toMatchObject({ partyId: PARTY, partyKind: 'CORPORATION', roles: ['REPORTER'] });
      expect((await whoReads(`Bearer ${token}`)).body).toEqual({
        data: { whoReads: `${actor.personId} CORPORATION REPORTER` },
      });
    });

    it('cannot be joined for a party that is not registered, or in a role that does not exist', async () => {
      const unknown = await http()
        .post('/demo/tokens')
        .send({ partyId: '11111111-4d0e-4a55-9a6d-0a1b2c3d4e5f', roles: ['REPORTER'] });
      expect([unknown.status, reasonIn(unknown)]).toEqual([404, 'PARTY_UNKNOWN']);
      const wrong = await http()
        .post('/demo/tokens')
        .send({ partyId: 'x', roles: ['EMPEROR'] });
      expect([wrong.status, reasonIn(wrong)]).toEqual([400, 'INPUT_INVALID']);
      expect((await http().post('/demo/tokens').send({ partyId: PARTY, roles: [] })).status).toBe(400);
    });

    it('do not exist outside the demonstration', async () => {
      expect((await http(production).get('/demo/people')).status).toBe(404);
      expect(
        (
          await http(production)
            .post('/demo/tokens')
            .send({ partyId: PARTY, roles: ['ADMIN'] })
        ).status,
      ).toBe(404);
    });
  });
});
