import type { Actor } from '@intekenboek/event-sourcing-core';
import { DEMO_PARTIES, DEMO_PEOPLE, DEMO_TOKEN_ISSUER, type DemoPerson } from '@intekenboek/identity-http';
import { startTestApi, type TestApi } from '@intekenboek/platform-testing';
import { Module, type Type } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import request from 'supertest';

import { PAGE_MODEL, type PageModel } from './page-model';
import { DemonstrationPageModule, PageModule } from './page.module';

const anna: DemoPerson = {
  key: 'anna',
  name: 'Anna de Wit',
  partyName: 'Gemeente <Voorbeeld>',
  actor: {
    personId: 'p1',
    partyId: 'party',
    partyKind: 'MUNICIPALITY',
    territory: 'GM0363',
    roles: ['DRAFTER'],
  } as unknown as Actor,
  description: { nl: 'Stelt op.', en: 'Drafts.' },
  query: '{ hello }',
};

const model: PageModel = {
  isDemonstration: true,
  version: '0.1.0',
  facts: [{ label: { nl: 'Gemeenten', en: 'Municipalities' }, value: '342' }],
  walkThrough: [
    {
      title: { nl: 'Stel op', en: 'Draft' },
      text: { nl: 'Maak een afspraak.', en: 'Make an agreement.' },
      personKey: 'anna',
      query: 'mutation Draft { draft(title: "<b>") }',
    },
    {
      title: { nl: 'Kijk', en: 'Look' },
      text: { nl: 'Kijk.', en: 'Look.' },
      personKey: null,
      query: '{ hello }',
    },
  ],
  examples: ['query Hello { hello }', 'query Again { hello }'],
  documentation: [{ label: { nl: 'Broncode', en: 'Source' }, href: 'https://example.org/intekenboek' }],
};

@Resolver()
class HelloResolver {
  @Query(() => String)
  hello(): string {
    return 'hello';
  }
}
@Module({ providers: [HelloResolver] })
class HelloModule {}

const start = (page: Type, isDemonstration: boolean): Promise<TestApi> =>
  startTestApi({
    imports: [HelloModule, page],
    providers: [
      { provide: PAGE_MODEL, useValue: { read: async () => ({ ...model, isDemonstration }) } },
      { provide: DEMO_PEOPLE, useValue: [anna] },
      { provide: DEMO_PARTIES, useValue: { find: async () => null } },
      {
        provide: DEMO_TOKEN_ISSUER,
        useValue: { issue: async () => ({ token: 'token-of-anna', expiresAt: '2026-12-21T09:00:00.000Z' }) },
      },
    ],
  });

describe('the pages', () => {
  let demonstration: TestApi;
  let production: TestApi;
  beforeAll(async () => {
    demonstration = await start(DemonstrationPageModule, true);
    production = await start(PageModule, false);
  });
  afterAll(async () => {
    await demonstration.close();
    await production.close();
  });

  const get = (path: string, headers: Record<string, string> = {}, api = demonstration) =>
    request(api.app.getHttpServer()).get(path).set(headers);

  describe('the first page', () => {
    it('is in Dutch unless English is asked for', async () => {
      const languageAt = async (path: string, accept?: string) =>
        /<html lang="(..)">/.exec((await get(path, accept ? { 'Accept-Language': accept } : {})).text)?.[1];
      expect(await languageAt('/')).toBe('nl');
      expect(await languageAt('/', 'de')).toBe('nl');
      expect(await languageAt('/', 'en-GB,en;q=0.9,nl;q=0.8')).toBe('en');
      expect(await languageAt('/?lang=en', 'nl')).toBe('en');
      expect(await languageAt('/?lang=nl', 'en')).toBe('nl');
      expect(await languageAt('/?lang=<script>', 'nl')).toBe('nl');
    });

    it('has what a screen reader steers by: one h1, landmarks, a way past the header, headings in order', async () => {
      for (const language of ['nl', 'en']) {
        const { text } = await get(`/?lang=${language}`);
        expect(text.match(/<h1>/g)).toHaveLength(1);
        expect(text.match(/<main id="main"/g)).toHaveLength(1);
        expect(text).toMatch(/<header>[\s\S]*<nav aria-label=[\s\S]*<\/header>[\s\S]*<footer>/);
        expect(text).toMatch(/<body>\s*<a class="skip" href="#main">/);
        const levels = [...text.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
        levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
        const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, id] of text.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id);
      }
    });

    it('loads nothing and runs nothing, by its own policy', async () => {
      const { text, headers } = await get('/');
      expect(text).not.toMatch(/<script|<img|@import|url\(|<iframe| on\w+=/);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; /,
      );
    });

    it('tells the walk-through, each step with its person, its query and a command', async () => {
      const { text } = await get('/?lang=en', { Host: 'localhost:4000' });
      expect(text).toContain('As Anna de Wit, Gemeente &lt;Voorbeeld&gt;.');
      expect(text).toContain('mutation Draft { draft(title: &quot;&lt;b&gt;&quot;) }');
      expect(text).toContain('curl -s http://localhost:4000/graphql');
      expect(text).toContain('Authorization: Bearer token-of-anna');
      expect(text).toContain('/explorer?person=anna&amp;query=mutation+Draft');
      expect(text).toContain('Anyone may ask this.');
    });

    it('leaves out what only the demonstration has', async () => {
      const { status, text } = await get('/', {}, production);
      expect(status).toBe(200);
      expect(text).not.toMatch(/token-of-anna|\/explorer|\/demo\/people|demonstratie/);
      expect((await get('/explorer', {}, production)).status).toBe(404);
      expect((await get('/explorer/start.js', {}, production)).status).toBe(404);
      expect((await get('/demo/people', {}, production)).status).toBe(404);
    });
  });

  describe('the explorer', () => {
    const optionsOf = (text: string) =>
      JSON.parse(/id="options">(.*)<\/script>/.exec(text)?.[1] ?? '{}') as {
        headers: string;
        defaultTabs: { query: string; headers: string }[];
      };

    it('opens with the examples, as nobody', async () => {
      const { headers, defaultTabs } = optionsOf((await get('/explorer')).text);
      expect(headers).toBe('');
      expect(defaultTabs.map(({ query }) => query)).toEqual(model.examples);
    });

    it('puts the token of the chosen person into the headers of every tab', async () => {
      const { text } = await get('/explorer?person=anna');
      const { headers, defaultTabs } = optionsOf(text);
      expect(JSON.parse(headers)).toEqual({ Authorization: 'Bearer token-of-anna' });
      expect(defaultTabs.every((tab) => tab.headers === headers)).toBe(true);
      expect(text).toContain('<option value="anna" selected>');
      expect(optionsOf((await get('/explorer?person=nobody-we-know')).text).headers).toBe('');
      expect((await get('/explorer?person[a]=1&query[]=2')).status).toBe(200);
    });

    it('opens with the question it is given, whatever stands in it', async () => {
      const query = '{ a(b: "</script><script>alert(1)</script>") }';
      const { text } = await get(`/explorer?query=${encodeURIComponent(query)}`);
      expect(optionsOf(text).defaultTabs[0]?.query).toBe(query);
      expect(text).not.toContain('<script>alert');
    });

    it('loads only from this host, and the browser would refuse anything else', async () => {
      const { text, headers } = await get('/explorer');
      const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source);
      expect(sources.every((source) => source === 'data:,' || source?.startsWith('/'))).toBe(true);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval|blob:/);
      expect(policy).toContain("connect-src 'self'");
    });

    it('has every file that it loads, and says when a file has not changed', async () => {
      const { text } = await get('/explorer');
      const files = [...text.matchAll(/"(\/explorer\/[\w.]+)"/g)].map(([, file]) => file ?? '');
      const workers = ['editor', 'json', 'graphql'].map((name) => `/explorer/${name}.worker.js`);
      expect(files).toHaveLength(4);
      for (const file of [...files, ...workers]) {
        const answer = await get(file)
          .buffer()
          .parse((response, done) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => done(null, Buffer.concat(chunks)));
          });
        expect([file, answer.status]).toEqual([file, 200]);
        expect((await get(file, { 'If-None-Match': answer.headers['etag'] ?? '' })).status).toBe(304);
      }
      expect((await get('/explorer/nothing.js')).status).toBe(404);
    });
  });
});
