import { testDatabase } from '@intekenboek/platform-sql-testing';

import {
  actorOf,
  type EscalationsBench,
  escalationsBench,
  missed,
  placementId,
} from './escalations.fixtures';

const province = actorOf('Provincie Noord-Holland');

describe('placements over GraphQL', () => {
  const database = testDatabase();
  let bench: EscalationsBench;
  beforeAll(async () => {
    bench = await escalationsBench(database());
    await bench.run('2026-09-05', missed);
  }, 60_000);
  afterAll(() => bench.close());

  const read = async (fields: string, who = province) =>
    (
      await bench.ask<{ escalation: unknown }>(
        `query ($id: ID!) { escalation(id: $id) { ${fields} } }`,
        who,
        { id: placementId },
      )
    ).escalation;

  it('let the province decide on a proposal, and propose nothing by themselves', async () => {
    expect(
      await read(
        `status summary { nl } rung termEndsOn actions proposal { rung missedPeriods criterionSource }
         ladder { rungs { number state isPublished termWorkingDays } }`,
      ),
    ).toMatchObject({
      status: 'PROPOSED',
      summary: {
        nl: 'Gemeente Amsterdam haalde de taakstelling vergunninghouders niet (2026-H1). Voorgesteld: trede 2 (Informatie opvragen en valideren); de provincie beslist.',
      },
      rung: null,
      termEndsOn: null,
      actions: ['ACCEPT_PLACEMENT', 'SET_ASIDE_PLACEMENT'],
      proposal: { rung: 2, missedPeriods: ['2026-H1'] },
      ladder: { rungs: [{ state: 'PASSED' }, { state: 'CURRENT' }, {}, { isPublished: true }, {}, {}] },
    });
    const reason = 'De gemeente gaf geen verklaring.';
    const tooHigh = await bench.act('acceptPlacement', province, {
      escalationId: placementId,
      rung: 3,
      reason,
    });
    expect(tooHigh.errors?.[0]?.extensions).toMatchObject({ reason: 'RUNG_ABOVE_PROPOSAL' });
    await bench.act('acceptPlacement', province, { escalationId: placementId, rung: 1, reason });
    expect(
      await read('status rung placement { rung reason isExcusable } history { words { nl } }'),
    ).toMatchObject({
      status: 'PLACED',
      rung: 1,
      placement: { rung: 1, reason, isExcusable: false },
      history: [
        {},
        { words: { nl: `Provincie Noord-Holland stelde trede 1 (Signaleren) vast. “${reason}”` } },
      ],
    });
    const setAside = await bench.act('setAsidePlacement', province, {
      escalationId: placementId,
      reason,
      isExcusable: true,
    });
    expect(setAside.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'ESCALATION_NOT_OPEN',
    });
  });
});
