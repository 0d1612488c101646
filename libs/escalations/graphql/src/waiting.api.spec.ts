import { testDatabase } from '@intekenboek/platform-sql-testing';

import {
  actorOf,
  caseId,
  type EscalationsBench,
  escalationsBench,
  missed,
  partyIdOf,
  verdict,
} from './escalations.fixtures';

const amsterdam = actorOf('Gemeente Amsterdam');
const programme = actorOf('Landelijk programma');

interface Waiting {
  readonly escalationsWaiting: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly actions: readonly string[] };
    }[];
  };
}

describe('what waits', () => {
  const database = testDatabase();
  let bench: EscalationsBench;
  beforeAll(async () => {
    bench = await escalationsBench(database());
    await bench.run('2026-09-03', verdict('a'));
    await bench.run('2026-09-04', verdict('b'));
    await bench.run('2026-09-05', missed);
  }, 60_000);
  afterAll(() => bench.close());

  const waitingOf = async (who = amsterdam, args = '(role: ALL)') =>
    (
      await bench.ask<Waiting>(
        `{ escalationsWaiting${args} { totalCount pageInfo { hasNextPage endCursor } edges { node { id actions } } } }`,
        who,
      )
    ).escalationsWaiting;

  it('is read in pages, the first term to end first', async () => {
    const first = await waitingOf(amsterdam, '(first: 1)');
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await waitingOf(amsterdam, `(first: 1, after: "${first.pageInfo.endCursor}")`);
    const pages = [...first.edges, ...second.edges];
    expect([pages.map(({ node }) => node.id), second.pageInfo.hasNextPage]).toEqual([
      [caseId('a'), caseId('b')],
      false,
    ]);
    const { escalations } = await bench.ask<{ escalations: unknown }>(
      '{ escalations(territory: "PV27", isOpen: true, first: 5) { totalCount edges { node { route } } } }',
      programme,
    );
    expect(escalations).toMatchObject({
      totalCount: 3,
      edges: [{ node: { route: 'AGREED' } }, { node: { route: 'AGREED' } }, { node: { route: 'STATUTORY' } }],
    });
  });

  it('is answered once when the answer is sent twice, and not under an id that was used for something else', async () => {
    const input = { commandId: caseId('once'), escalationId: caseId('a'), text: 'Wij wachten al lang.' };
    const first = await bench.act('giveViewOnEscalation', amsterdam, input);
    const second = await bench.act('giveViewOnEscalation', amsterdam, input);
    expect(first.data).toMatchObject({ giveViewOnEscalation: { unchanged: false } });
    expect(second.data).toMatchObject({ giveViewOnEscalation: { unchanged: true } });
    const other = await bench.act('giveViewOnEscalation', amsterdam, { ...input, text: 'Iets anders.' });
    expect(other.errors?.[0]?.extensions).toMatchObject({ reason: 'COMMAND_ID_REUSED' });
  });

  it('is never laid before the party that it is about', async () => {
    const owed = { debtorId: partyIdOf('Gemeente Amsterdam'), creditorIds: [partyIdOf('De Sleutel')] };
    await bench.run('2026-09-07', verdict('land', owed));
    const { escalation } = await bench.ask<{ escalation: unknown }>(
      'query ($id: ID!) { escalation(id: $id) { ladder { rungs { state decidingParties { name } } } } }',
      programme,
      { id: caseId('land') },
    );
    expect(escalation).toMatchObject({
      ladder: {
        rungs: [
          { state: 'CURRENT', decidingParties: [{ name: 'De Sleutel' }] },
          { state: 'SKIPPED', decidingParties: [] },
          { state: 'AHEAD' },
          { state: 'AHEAD' },
        ],
      },
    });
  });
});
