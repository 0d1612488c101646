import request from 'supertest';

import { PromisesModule } from './promises.fixtures';
import { startTestApi, type TestApi } from './test-api';

const LIST =
  '{ promises(first: 342) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id deadline madeAt dwellings ratio note __typename } } } }';

/** Everything in which compiled code could differ from graphql-js. */
const questions: readonly (readonly [string, object])[] = [
  ['a list', { query: LIST }],
  ['scalars of our own as literals', { query: '{ promise(due: "2026-03-01") { id madeAt } }' }],
  ['a literal that is not a value', { query: '{ promise(due: "2026-02-30") { id } }' }],
  [
    'scalars of our own as variables',
    { query: 'query($d: CalendarDate!) { promise(due: $d) { id } }', variables: { d: '2026-04-01' } },
  ],
  [
    'a variable that is not a value',
    { query: 'query($d: CalendarDate!) { promise(due: $d) { id } }', variables: { d: '2026-02-30' } },
  ],
  ['a missing variable', { query: 'query($d: CalendarDate!) { promise(due: $d) { id } }' }],
  [
    'a variable of another type',
    { query: 'query($n: Int!) { promises(first: $n) { totalCount } }', variables: { n: 'x' } },
  ],
  [
    'a default of a variable',
    { query: 'query($n: Int = 2) { promises(first: $n) { edges { node { id } } } }', variables: {} },
  ],
  [
    'an error in a field that may be null',
    { query: '{ promises(first: 3) { edges { node { id secret } } } }' },
  ],
  [
    'an error in a field that may not',
    { query: '{ promises(first: 3) { edges { node { id required } } } }' },
  ],
  [
    'errors in two places',
    {
      query:
        '{ a: promises(first: 2) { edges { node { secret } } } b: promises(first: 3) { edges { node { required } } } }',
    },
  ],
  ['an error that the API tells itself', { query: '{ whoAmI }' }],
  [
    'an error beside an answer',
    { query: '{ whoReads promises(first: 1, after: "nonsense") { totalCount } }' },
  ],
  ['a wrong argument', { query: '{ promises(first: 0) { totalCount } }' }],
  [
    '@include and @skip that hold',
    {
      query:
        'query($y: Boolean!, $n: Boolean!) { promises(first: 2) { totalCount @include(if: $y) pageInfo @skip(if: $n) { endCursor } } }',
      variables: { y: true, n: false },
    },
  ],
  [
    '@include and @skip that leave out',
    {
      query:
        'query($y: Boolean!, $n: Boolean!) { promises(first: 2) { totalCount @include(if: $n) edges @skip(if: $y) { cursor } pageInfo { endCursor } } }',
      variables: { y: true, n: false },
    },
  ],
  [
    '@include on fragments',
    {
      query:
        'query($y: Boolean!) { promises(first: 2) { ...Count @include(if: $y) ... @skip(if: $y) { pageInfo { endCursor } } ... on PromiseConnection { edges { cursor } } } } fragment Count on PromiseConnection { totalCount }',
      variables: { y: true },
    },
  ],
  [
    'aliases that merge',
    { query: '{ promises(first: 1) { edges { node { id } } edges { node { x: id note } } } }' },
  ],
  [
    'a field with arguments below a list',
    { query: '{ promises(first: 3) { edges { node { id others(first: 2) { id } } } } }' },
  ],
  [
    'one of two operations',
    { query: 'query A { whoReads } query B { promises(first: 1) { totalCount } }', operationName: 'B' },
  ],
  ['two operations without a name', { query: 'query A { whoReads } query B { whoReads }' }],
  ['a name that is not there', { query: 'query A { whoReads }', operationName: 'C' }],
  ['a field that is not there', { query: '{ promises { nothing } }' }],
  ['what is not GraphQL', { query: '{ promises ' }],
  [
    'the schema',
    { query: '{ __schema { queryType { name fields { name type { kind ofType { name } } } } } }' },
  ],
];

describe('a query that is answered from compiled code', () => {
  let compiling: TestApi;
  let plain: TestApi;

  beforeAll(async () => {
    compiling = await startTestApi({ imports: [PromisesModule], graphql: { compileAfter: 1 } });
    plain = await startTestApi({ imports: [PromisesModule], graphql: { compileAfter: Infinity } });
  });
  afterAll(async () => {
    await compiling.close();
    await plain.close();
  });

  const send = async (api: TestApi, body: object) => {
    const answer = await request(api.app.getHttpServer())
      .post('/graphql')
      .set('X-Correlation-Id', 'correlation-1')
      .send(body);
    return { status: answer.status, type: answer.type, text: answer.text };
  };

  it.each(questions)('answers %s as graphql-js does, byte by byte', async (_, body) => {
    const expected = await send(plain, body);
    // The first time nothing is compiled, the second time it is, the third time it is used again.
    for (let time = 1; time <= 3; time += 1) expect(await send(compiling, body)).toEqual(expected);
  });

  it('never tells what nobody foresaw', async () => {
    const body = { query: '{ promises(first: 3) { edges { node { secret required } } } }' };
    for (let time = 1; time <= 3; time += 1) {
      const { text } = await send(compiling, body);
      expect(text).not.toContain('hunter2');
      expect(text).toContain('correlation-1');
    }
  });
});
