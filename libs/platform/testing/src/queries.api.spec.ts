import { type FeedPosition } from '@intekenboek/event-sourcing-core';
import { PositionUnknown, ReadModelBehind } from '@intekenboek/platform-nest';

import { PromisesModule } from './promises.fixtures';
import { startTestApi, type TestApi } from './test-api';

type Page = {
  promises: {
    totalCount: number;
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
};

describe('a list in pages', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [PromisesModule] });
  });
  afterAll(() => api.close());

  const page = async (first: number, after?: string) =>
    (
      await api.ask<Page>(
        `query($first: Int, $after: String) { promises(first: $first, after: $after) {
           totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
         } }`,
        { variables: { first, after } },
      )
    ).data.promises;

  it('gives every item once, in order, from the first page to the last', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (let isMore = true; isMore;) {
      const { edges, pageInfo, totalCount } = await page(150, after);
      expect(totalCount).toBe(400);
      expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
      seen.push(...edges.map(({ node }) => node.id));
      isMore = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    expect(seen).toHaveLength(400);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  it('says that nothing follows a page that is exactly full', async () => {
    expect((await page(400)).pageInfo.hasNextPage).toBe(false);
    expect((await page(399)).pageInfo.hasNextPage).toBe(true);
  });

  it('gives fifty when nobody says how many', async () => {
    const { data } = await api.ask<Page>('{ promises { edges { cursor } } }');
    expect(data.promises.edges).toHaveLength(50);
  });

  it.each([0, 501, -1])('refuses a page of %s', async (first) => {
    const { errors } = await api.ask(`{ promises(first: ${first}) { totalCount } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'INPUT_INVALID' });
  });

  it.each(['nonsense', 'W10', Buffer.from('[1]').toString('base64url'), '%%%', 'x'.repeat(1_001)])(
    'refuses the cursor %.20s',
    async (after) => {
      const { errors } = await api.ask('query($a: String) { promises(after: $a) { totalCount } }', {
        variables: { a: after },
      });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );
});

describe('a query that waits for a write', () => {
  const waits: [FeedPosition, number][] = [];
  let outcome: () => Promise<void>;
  let api: TestApi;
  beforeAll(async () => {
    const gate = {
      waitFor: (position: FeedPosition, timeoutMs: number) => {
        waits.push([position, timeoutMs]);
        return outcome();
      },
    };
    api = await startTestApi({ imports: [PromisesModule], gate });
  });
  beforeEach(() => (waits.length = 0));
  afterAll(() => api.close());

  const ask = () => api.ask('{ promises(first: 1, waitFor: "0007") { totalCount } }');

  it('is answered once the read models have passed that position', async () => {
    let hasPassed = false;
    outcome = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      hasPassed = true;
    };
    expect((await ask()).data).toEqual({ promises: { totalCount: 400 } });
    expect(hasPassed).toBe(true);
    expect(waits).toEqual([['0007', 5_000]]);
  });

  it('does not wait when nobody asks it to', async () => {
    await api.ask('{ promises(first: 1) { totalCount } }');
    await api.ask('{ promises(first: 1, waitFor: "") { totalCount } }');
    expect(waits).toEqual([]);
  });

  it('says READ_MODEL_BEHIND and to ask again, when it takes too long', async () => {
    outcome = () => Promise.reject(new ReadModelBehind('0007' as FeedPosition, '0003' as FeedPosition));
    expect((await ask()).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAVAILABLE',
      reason: 'READ_MODEL_BEHIND',
      details: { position: '0007', reached: '0003' },
    });
  });

  it('refuses a position that is not of this log', async () => {
    outcome = () => Promise.reject(new PositionUnknown('0007'));
    expect((await ask()).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'POSITION_UNKNOWN',
    });
  });
});

describe('a question that asks for much', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [PromisesModule] });
  });
  afterAll(() => api.close());

  const reasonOf = async (query: string, variables: object = {}) =>
    (await api.ask(query, { variables })).errors?.[0]?.extensions?.['reason'];
  const node = '{ edges { cursor node { id deadline madeAt dwellings ratio note secret required } } }';
  const nested = (depth: number): string =>
    depth === 0 ? '{ id }' : `{ others(first: 1) ${nested(depth - 1)} }`;

  it('is answered when it is the list of all municipalities with eight fields', async () => {
    expect(await reasonOf(`{ promises(first: 342) ${node} }`)).toBe('UNFORESEEN');
    expect(
      await reasonOf(
        '{ promises(first: 342) { edges { node { id deadline madeAt dwellings ratio note } } } }',
      ),
    ).toBe(undefined);
  });

  it('is refused when rows within rows make it too costly, also through variables and aliases', async () => {
    const twice = 'promises(first: $n) { edges { node { others(first: $n) { id } } } }';
    expect(await reasonOf(`query($n: Int!) { ${twice} }`, { n: 500 })).toBe('QUERY_TOO_COSTLY');
    expect(await reasonOf(`query($n: Int!) { ${twice} }`, { n: 5 })).toBe(undefined);
    const aliases = Array.from({ length: 40 }, (_, i) => `a${i}: promises(first: 500) { edges { cursor } }`);
    expect(await reasonOf(`{ ${aliases.join(' ')} }`)).toBe('QUERY_TOO_COSTLY');
  });

  it('is refused when it goes too deep, also through fragments', async () => {
    expect(await reasonOf(`{ promises(first: 1) { edges { node ${nested(10)} } } }`)).toBe(undefined);
    expect(await reasonOf(`{ promises(first: 1) { edges { node ${nested(30)} } } }`)).toBe('QUERY_TOO_DEEP');
    const fragments = Array.from(
      { length: 20 },
      (_, i) => `fragment F${i} on Promise { others(first: 1) { ${i === 19 ? 'id' : `...F${i + 1}`} } }`,
    );
    expect(await reasonOf(`{ promises(first: 1) { edges { node { ...F0 } } } } ${fragments.join(' ')}`)).toBe(
      'QUERY_TOO_DEEP',
    );
  });

  it('is refused before it is read, when it is endless', async () => {
    expect(await reasonOf(`{ ${'whoReads '.repeat(20_000)} }`)).toBe('QUERY_UNREADABLE');
  });
});
