import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import type { Instant, StreamName } from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { GraphQLClient } from './graphql-client';
import { atLeast, median, perSecond, progress, table, whole } from './measure';
import { type Server, startProduct } from './product.process';

// Commands a second from GraphQL to acknowledged, beside bare appends to a log of the same kind on the same disk.

const ROUNDS = 5;
const WORK_MS = 3_000;
const CLIENTS = 16;
const GOAL_PER_SECOND = 500;

const REPORT = `mutation ($input: ReportProgressInput!) { reportProgress(input: $input) { revision } }`;

interface Reporter {
  readonly token: string;
  readonly agreementId: string;
  readonly commitmentId: string;
}

async function main(): Promise<void> {
  progress('starting the product on the demonstration nation');
  const product = await startProduct();
  try {
    const client = new GraphQLClient(product.address, CLIENTS);
    const reporters = await reportersOf(product, client);
    const rounds: { commands: number; cpuMs: number; bare: number }[] = [];
    await commandsPerSecond(client, reporters);
    for (let round = 1; round <= ROUNDS; round += 1) {
      progress(`round ${round} of ${ROUNDS}`);
      const cpu = product.cpuSeconds();
      const commands = await commandsPerSecond(client, reporters);
      const cpuMs = ((product.cpuSeconds() - cpu) * 1_000) / ((commands * WORK_MS) / 1_000);
      rounds.push({ commands, cpuMs, bare: await bareAppendsPerSecond() });
    }
    client.close();
    print(rounds);
  } finally {
    await product.stop();
  }
}

function print(rounds: readonly { commands: number; cpuMs: number; bare: number }[]): void {
  progress('');
  const commands = median(rounds.map((round) => round.commands));
  const ratio = median(rounds.map((round) => round.commands / round.bare));
  console.log(`Commands from GraphQL to acknowledged, ${CLIENTS} clients, median of ${ROUNDS} rounds:\n`);
  console.log(
    table([
      ['', 'per second', 'of bare appends', 'server CPU'],
      [
        'reportProgress over GraphQL',
        whole(commands),
        `${(ratio * 100).toFixed(1)} %`,
        `${median(rounds.map((round) => round.cpuMs)).toFixed(2)} ms`,
      ],
      ['bare appends, grouped', whole(median(rounds.map((round) => round.bare))), '100 %', ''],
    ]),
  );
  console.log(`\nAgainst the goal of ${GOAL_PER_SECOND} a second: ${atLeast(commands / GOAL_PER_SECOND, 1)}`);
}

async function commandsPerSecond(client: GraphQLClient, reporters: readonly Reporter[]): Promise<number> {
  const rates = await Promise.all(
    Array.from({ length: CLIENTS }, (_, index) => {
      // Each client goes round commitments of its own, as employees of different parties do.
      const own = reporters.filter((_reporter, place) => place % CLIENTS === index);
      let turn = 0;
      return perSecond(WORK_MS, () => reportOnce(client, own[turn++ % own.length]));
    }),
  );
  return rates.reduce((sum, rate) => sum + rate, 0);
}

async function reportOnce(client: GraphQLClient, reporter: Reporter | undefined): Promise<number> {
  if (reporter === undefined) throw new Error('There are fewer commitments than clients.');
  const { token, agreementId, commitmentId } = reporter;
  const fixed = { agreementId, commitmentId, amount: 1, realisedOn: '2026-06-30', evidence: 'bench' };
  const input = { commandId: randomUUID(), reportId: randomUUID(), ...fixed };
  await client.ask({ query: REPORT, variables: { input }, token });
  return 1;
}

/** The debtors of all amounts that are owed in the demonstration nation. */
async function reportersOf(product: Server, client: GraphQLClient): Promise<readonly Reporter[]> {
  const office = await tokenFor(product, { key: 'programmabureau' });
  const { agreements } = await client.ask<{
    agreements: {
      edges: {
        node: {
          id: string;
          commitments: {
            id: string;
            resultKind: string;
            measure: { kind: string };
            debtor: { id: string };
          }[];
        };
      }[];
    };
  }>({
    query: `{ agreements(status: IN_FORCE, first: 100) { edges { node { id
      commitments { id resultKind measure { kind } debtor { id } } } } } }`,
    token: office,
  });
  const owed = agreements.edges.flatMap(({ node }) =>
    node.commitments
      .filter(({ measure }) => measure.kind === 'AMOUNT')
      .map((commitment) => ({
        agreementId: node.id,
        commitmentId: commitment.id,
        debtorId: commitment.debtor.id,
      })),
  );
  const tokens = new Map<string, string>();
  for (const { debtorId } of owed) {
    if (!tokens.has(debtorId)) tokens.set(debtorId, await tokenFor(product, { partyId: debtorId }));
  }
  return owed.map(({ debtorId, ...commitment }) => ({ ...commitment, token: tokens.get(debtorId) ?? '' }));
}

async function tokenFor(
  { address }: Server,
  who: { readonly key: string } | { readonly partyId: string },
): Promise<string> {
  if ('key' in who) {
    const answer = await fetch(`${address}/demo/people`, { headers: { Accept: 'application/json' } });
    const { people } = (await answer.json()) as { people: readonly { key: string; token: string }[] };
    return people.find(({ key }) => key === who.key)?.token ?? '';
  }
  const answer = await fetch(`${address}/demo/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ partyId: who.partyId, roles: ['REPORTER'] }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function bareAppendsPerSecond(): Promise<number> {
  const folder = mkdtempSync(join(__dirname, '../../../node_modules/.cache/bench-'));
  const clock = { now: () => new Date().toISOString() as Instant };
  const store = await openSqliteEventStore({ file: join(folder, 'log.sqlite'), clock });
  const rates = await Promise.all(
    Array.from({ length: CLIENTS }, (_, writer) => {
      let revision: number | 'no-stream' = 'no-stream';
      const stream: StreamName = `writer-${writer}`;
      return perSecond(WORK_MS / 3, async () => {
        const event = {
          eventId: randomUUID(),
          type: 'ProgressReported',
          data: bareData(),
          effectiveAt: clock.now(),
        };
        const metadata = {
          commandId: randomUUID(),
          commandHash: 'a'.repeat(64),
          personId: 'p',
          partyId: 'q',
        };
        ({ revision } = await store.append(stream, [event], revision, metadata));
        return 1;
      });
    }),
  );
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return rates.reduce((sum, rate) => sum + rate, 0);
}

const bareData = () => ({
  agreementId: randomUUID(),
  commitmentId: randomUUID(),
  reportId: randomUUID(),
  amount: 1,
  realisedOn: '2026-06-30',
  evidence: 'bench',
});

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
