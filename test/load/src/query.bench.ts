import { GraphQLClient } from './graphql-client';
import { atMost, median, progress, table } from './measure';
import { type Server, startProduct, startScript } from './product.process';

// CPU a request for the whole country in one question: 342 municipalities and eight figures of each, beside Apollo Server
// on a list of that size that never changes.

const ROUNDS = 5;
const REQUESTS = 300;
const AT_ONCE = 4;
const GOAL_MS = 0.8;

const ROWS = `query Rows($targetId: ID!) { targetOverview(targetId: $targetId) {
  code name provinceCode apportioned backlog realised state openEscalations
} }`;
const COUNTRY = `query Country($targetId: ID) { nationOverview(targetId: $targetId) { municipalities {
  code name provinceCode commitments openEscalations
  targets { apportioned realised verdict { state } }
} } }`;
const CONSTANT = `{ rows { code name provinceCode openEscalations apportioned backlog realised state } }`;

interface Contestant {
  readonly name: string;
  readonly server: Server;
  readonly body: string;
}

async function main(): Promise<void> {
  progress('starting the product on the demonstration nation, and plain Apollo Server');
  const [product, constant] = await Promise.all([startProduct(), startScript('constant-list.process.ts')]);
  try {
    const variables = { targetId: await taakstellingId(product) };
    const contestants: readonly Contestant[] = [
      {
        name: 'this product, a row for each',
        server: product,
        body: JSON.stringify({ query: ROWS, variables }),
      },
      {
        name: 'this product, targets within',
        server: product,
        body: JSON.stringify({ query: COUNTRY, variables }),
      },
      { name: 'Apollo Server, constant list', server: constant, body: JSON.stringify({ query: CONSTANT }) },
    ];
    const figures = new Map<string, number[]>();
    for (const { server, body } of contestants) {
      await requireAnswer(server, body);
      await cpuMsPerRequest(server, body);
    }
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const { name, server, body } of contestants) {
        progress(`round ${round} of ${ROUNDS}: ${name}`);
        figures.set(name, [...(figures.get(name) ?? []), await cpuMsPerRequest(server, body)]);
      }
    }
    print(contestants, figures);
  } finally {
    await Promise.all([product.stop(), constant.stop()]);
  }
}

function print(contestants: readonly Contestant[], figures: ReadonlyMap<string, readonly number[]>): void {
  progress('');
  const [ours = [], , theirs = []] = contestants.map(({ name }) => figures.get(name) ?? []);
  const ratio = median(theirs.map((value, round) => value / (ours[round] ?? NaN)));
  console.log(
    `342 municipalities × 8 figures, CPU of the server per request, median of ${ROUNDS} rounds of ${REQUESTS}:\n`,
  );
  console.log(
    table([
      ['', 'CPU per request'],
      ...contestants.map(({ name }) => [name, `${median(figures.get(name) ?? []).toFixed(2)} ms`]),
    ]),
  );
  console.log(`\nThis product does with one ${ratio.toFixed(1)} times less CPU than plain Apollo Server.`);
  console.log(`Against the goal of ${GOAL_MS} ms: ${atMost(median(ours) / GOAL_MS, 1)}`);
}

async function cpuMsPerRequest(server: Server, body: string): Promise<number> {
  const client = new GraphQLClient(server.address, AT_ONCE);
  const before = server.cpuSeconds();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let request = 0; request < REQUESTS / AT_ONCE; request += 1) await client.postBody(body);
    }),
  );
  client.close();
  return ((server.cpuSeconds() - before) * 1_000) / REQUESTS;
}

/** A question that is refused costs little: such a figure would be worth nothing. */
async function requireAnswer(server: Server, body: string): Promise<void> {
  const client = new GraphQLClient(server.address, 1);
  const answer = await client.postBody(body);
  client.close();
  if (answer.includes('"errors"')) throw new Error(answer.slice(0, 400));
}

async function taakstellingId(product: Server): Promise<string | undefined> {
  const client = new GraphQLClient(product.address, 1);
  const { targets, nationOverview } = await client.ask<{
    targets: { edges: { node: { id: string } }[] };
    nationOverview: { municipalities: unknown[] };
  }>({
    query:
      '{ targets(halfYear: "2023-H1") { edges { node { id } } } nationOverview { municipalities { code } } }',
  });
  client.close();
  if (nationOverview.municipalities.length !== 342) throw new Error('The country has other municipalities.');
  return targets.edges[0]?.node.id;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
