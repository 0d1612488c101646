import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Product } from '@intekenboek/product-testing';

const REGISTER = `mutation ($commandId: ID!, $partyId: ID!, $name: String!) {
  registerParty(input: { commandId: $commandId, partyId: $partyId, kind: TENANTS_ORGANISATION, name: $name,
    identifiers: [], validFrom: "2024-01-01", source: "e2e" }) { position } }`;

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

// Each start is a process of its own, and these machines may be busy.
jest.setTimeout(180_000);

describe('what was acknowledged', () => {
  const product = new Product();
  beforeAll(() => product.start({ args: ['--empty'] }));
  afterAll(() => product.remove());

  const register = async (number: number, on = product): Promise<string> => {
    const { data, errors } = await on.ask<{ registerParty: { position: string } }>(
      REGISTER,
      'programmabureau',
      { commandId: idOf(number), partyId: idOf(1_000 + number), name: `Groep ${number}` },
    );
    expect(errors).toBeUndefined();
    return data.registerParty.position;
  };
  const count = async (position: string): Promise<number> => {
    const { data } = await product.ask<{ parties: { totalCount: number } }>(
      'query ($position: String) { parties(first: 1, waitFor: $position) { totalCount } }',
      undefined,
      { position },
    );
    return data.parties.totalCount;
  };

  it('begins with an empty register when asked', async () => {
    expect(await count('')).toBe(0);
  });

  it('is there after Ctrl-C and a second start, which ends with code 0 and begins where it was', async () => {
    const position = await register(1);
    expect(await product.end('SIGINT')).toBe(0);
    await product.start({ args: ['--empty'] });
    expect(await count(position)).toBe(1);
  });

  it('is there after kill -9, and sending it again has no second effect', async () => {
    let position = '';
    for (let number = 2; number <= 30; number += 1) position = await register(number);
    await product.end('SIGKILL');
    await product.start({ args: ['--empty'] });
    expect(await count(position)).toBe(30);
    expect(await count(await register(30))).toBe(30);
  });

  it.each([
    ['are lost', (folder: string) => rmSync(folder, { recursive: true, force: true })],
    ['are damaged', (folder: string) => writeFileSync(join(folder, 'PG_VERSION'), 'scribble')],
  ])('is read again when the read models %s', async (_, harm) => {
    const position = await register(30);
    expect(await product.end('SIGTERM')).toBe(0);
    harm(join(product.folder, 'read-models'));
    await product.start({ args: ['--empty'] });
    expect(await count(position)).toBe(30);
  });

  it('is all that is shown after an older backup was put back, also when that one went on elsewhere', async () => {
    const log = (folder: string) => join(folder, 'log.sqlite');
    expect(await product.end('SIGTERM')).toBe(0);
    const elsewhere = new Product();
    copyFileSync(log(product.folder), log(elsewhere.folder));
    await product.start({ args: ['--empty'] });
    expect(await count(await register(31))).toBe(31);
    expect(await product.end('SIGTERM')).toBe(0);

    await elsewhere.start({ args: ['--empty'] });
    for (const number of [41, 42, 43]) await register(number, elsewhere);
    expect(await elsewhere.end('SIGTERM')).toBe(0);
    copyFileSync(log(elsewhere.folder), log(product.folder));
    await elsewhere.remove();
    await product.start({ args: ['--empty'] });
    const { data } = await product.ask<{ parties: { edges: { node: { name: string } }[] } }>(
      '{ parties(first: 50) { edges { node { name } } } }',
    );
    const names = data.parties.edges.map(({ node }) => node.name);
    expect(names).toHaveLength(33);
    expect(names).toEqual(expect.arrayContaining(['Groep 30', 'Groep 41', 'Groep 42', 'Groep 43']));
    expect(names).not.toContain('Groep 31');
  });

  it('is safe from a second process on the same folder, which is refused in words', async () => {
    const second = new Product();
    await expect(
      second.start({ args: ['--empty'], env: { INTEKENBOEK_DATA: product.folder } }),
    ).rejects.toThrow(/in use|in gebruik/);
    await second.remove();
  });
});

describe('a load of the demonstration that was broken off', () => {
  const product = new Product();
  afterAll(() => product.remove());

  it('goes on at the next start and ends with the whole nation', async () => {
    await product.start({ until: 'taakstellingen' });
    await product.end('SIGKILL');
    await product.start();
    const { data } = await product.ask<{ parties: { totalCount: number } }>(
      '{ parties(first: 1) { totalCount } }',
    );
    expect(data.parties.totalCount).toBeGreaterThan(400);
    await product.end('SIGINT');
    await product.start();
    expect(product.printedSoFar).not.toContain('Demonstratie laden');
  });
});

describe('outside the demonstration', () => {
  const product = new Product();
  afterAll(() => product.remove());

  it('there are no demo people, no explorer, and no way to make a token', async () => {
    const keys = join(product.folder, 'keys.json');
    writeFileSync(keys, JSON.stringify({ keys: [] }));
    await product.start({
      env: {
        INTEKENBOEK_DEMONSTRATION: 'false',
        INTEKENBOEK_ISSUER: 'https://idp.example',
        INTEKENBOEK_AUDIENCE: 'intekenboek',
        INTEKENBOEK_JWKS: keys,
      },
    });
    for (const path of ['/demo/people', '/explorer']) expect((await product.get(path)).status).toBe(404);
    expect((await fetch(`${product.address}/demo/tokens`, { method: 'POST' })).status).toBe(404);
    expect((await product.get('/')).status).toBe(200);
  });
});
