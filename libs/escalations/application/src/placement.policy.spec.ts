import { type Actor, calendarDate, instant, type PersonId, uuidOf } from '@intekenboek/event-sourcing-core';
import { type EscalationId, escalationIdOf } from '@intekenboek/escalations-domain';

import {
  AMSTERDAM,
  missed,
  NOORD_HOLLAND,
  policyBench,
  type PolicyBench,
  taakstelling,
} from './policy.fixtures';

const idOf = (halfYear: string, territory?: string) =>
  escalationIdOf('STATUTORY', taakstelling(halfYear, territory), halfYear);

const provinceMeta = (name: string) => {
  const actor: Actor = {
    personId: 'deputy' as PersonId,
    partyId: NOORD_HOLLAND,
    partyKind: 'PROVINCE',
    territory: 'PV27',
    roles: ['REVIEWER'],
  };
  const at = instant('2026-01-10T08:00:00Z');
  return { commandId: uuidOf(name), actor, at, today: calendarDate('2026-01-10'), effectiveAt: at };
};

const accept = ({ handle }: PolicyBench, escalationId: EscalationId, rung: number) =>
  handle({
    type: 'AcceptProposal',
    data: { escalationId, rung, reason: 'No explanation came in time.', publicationReference: null },
    meta: provinceMeta(`accept ${escalationId}`),
  });

const setAside = ({ handle }: PolicyBench, escalationId: EscalationId, isExcusable: boolean) =>
  handle({
    type: 'SetAsideProposal',
    data: { escalationId, reason: 'A crisis shelter was opened.', isExcusable, publicationReference: null },
    meta: provinceMeta(`set aside ${escalationId}`),
  });

/** Half-years as they end, all missed so far. */
async function missInARow(bench: PolicyBench, halfYears: readonly string[]): Promise<void> {
  const ends = { H1: '07-01', H2: '01-01' } as const;
  const last = halfYears.at(-1)!;
  const [year, half] = last.split('-') as [string, 'H1' | 'H2'];
  const asOf = calendarDate(`${half === 'H2' ? Number(year) + 1 : year}-${ends[half]}`);
  await bench.runOn(asOf, ...halfYears.map((each) => missed(each)));
}

const proposalsIn = async ({ events }: PolicyBench) =>
  (await events()).flatMap((event) =>
    event.type === 'PlacementProposed'
      ? [[event.data.period, event.data.missedPeriods.length, event.data.proposedRung]]
      : [],
  );

describe('a run of the policy on the statutory route', () => {
  it('proposes a placement for a half-year that was missed, to the province of the municipality', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2025-H2']);
    expect(await bench.events()).toMatchObject([
      {
        type: 'PlacementProposed',
        data: {
          escalationId: idOf('2025-H2'),
          period: '2025-H2',
          municipalityId: AMSTERDAM,
          provinceId: NOORD_HOLLAND,
          missedPeriods: ['2025-H2'],
          previousRung: null,
          proposedRung: 2,
        },
      },
    ]);
  });

  it('proposes nothing before the half-year is over', async () => {
    const bench = policyBench();
    await bench.runOn(calendarDate('2025-12-31'), missed('2025-H2', { state: 'SEVERELY_LAGGING' }));
    expect(await bench.events()).toEqual([]);
    await bench.runOn(calendarDate('2026-01-01'), missed('2025-H2', { state: 'SEVERELY_LAGGING' }));
    expect(await bench.events()).toHaveLength(1);
  });

  it('proposes once for a half-year, however often it runs', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2025-H2']);
    const again = await bench.runOn(calendarDate('2026-01-02'), missed('2025-H2'));
    expect(again.unchanged).toBe(0);
    await bench.newPolicy()({
      verdicts: [missed('2025-H2')],
      asOf: calendarDate('2026-03-01'),
      at: instant('2026-03-01T08:00:00Z'),
      effectiveAt: instant('2026-03-01T08:00:00Z'),
    });
    expect(await bench.events()).toHaveLength(1);
  });

  it('never lets time pass into anything: without the province, nothing follows', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2025-H1']);
    await bench.runOn(calendarDate('2026-01-01'), missed('2025-H1'));
    await bench.runOn(calendarDate('2030-01-01'), missed('2025-H1'));
    expect(await bench.events()).toHaveLength(1);
  });

  it('goes up with the misses in a row, one rung above what the province decided', async () => {
    const bench = policyBench();
    const halfYears = ['2024-H1', '2024-H2', '2025-H1', '2025-H2'];
    for (const [index, halfYear] of halfYears.entries()) {
      await missInARow(bench, halfYears.slice(0, index + 1));
      const [, , rung] = (await proposalsIn(bench)).at(-1)!;
      await accept(bench, idOf(halfYear), Number(rung));
    }
    expect(await proposalsIn(bench)).toEqual([
      ['2024-H1', 1, 2],
      ['2024-H2', 2, 3],
      ['2025-H1', 3, 3],
      ['2025-H2', 4, 4],
    ]);
  });

  it('stays at the letter as long as the province decides nothing', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2024-H1', '2024-H2', '2025-H1', '2025-H2']);
    expect(await proposalsIn(bench)).toEqual([
      ['2024-H1', 1, 2],
      ['2024-H2', 2, 2],
      ['2025-H1', 3, 2],
      ['2025-H2', 4, 2],
    ]);
  });

  it('begins anew after a half-year that was not missed', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2024-H2']);
    await accept(bench, idOf('2024-H2'), 2);
    const reached = missed('2025-H1', { state: 'FULFILLED' });
    await bench.runOn(calendarDate('2026-01-01'), missed('2024-H2'), reached, missed('2025-H2'));
    expect((await proposalsIn(bench)).at(-1)).toEqual(['2025-H2', 1, 2]);
  });

  it('counts no miss that the province excused, and keeps the rung that was frozen', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2024-H2']);
    await accept(bench, idOf('2024-H2'), 2);
    await missInARow(bench, ['2024-H2', '2025-H1']);
    await setAside(bench, idOf('2025-H1'), true);
    await missInARow(bench, ['2024-H2', '2025-H1', '2025-H2']);
    expect(await bench.events()).toMatchObject([
      {},
      {},
      {},
      {},
      { data: { missedPeriods: ['2024-H2', '2025-H2'], previousRung: 2, proposedRung: 3 } },
    ]);
  });

  it('goes on counting a miss that was set aside without an excuse', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2025-H1']);
    await setAside(bench, idOf('2025-H1'), false);
    await missInARow(bench, ['2025-H1', '2025-H2']);
    expect((await proposalsIn(bench)).at(-1)).toEqual(['2025-H2', 2, 2]);
  });

  it('lets a proposal lapse when the miss was revised away', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2025-H2']);
    await bench.runOn(calendarDate('2026-02-01'), missed('2025-H2', { state: 'FULFILLED' }));
    await bench.runOn(calendarDate('2026-02-02'), missed('2025-H2', { state: 'FULFILLED' }));
    expect((await bench.events()).map(({ type }) => type)).toEqual([
      'PlacementProposed',
      'EscalationResolved',
    ]);
  });

  it('never undoes what the province decided', async () => {
    const bench = policyBench();
    await missInARow(bench, ['2025-H2']);
    await accept(bench, idOf('2025-H2'), 2);
    const later = calendarDate('2026-02-01');
    expect((await bench.runOn(later, missed('2025-H2', { state: 'FULFILLED' }))).unchanged).toBe(0);
    expect((await bench.events()).map(({ type }) => type)).toEqual([
      'PlacementProposed',
      'PlacementAccepted',
    ]);
  });

  it('is about municipalities only', async () => {
    const bench = policyBench();
    const asOf = calendarDate('2026-01-01');
    const others = ['NL', 'PV27'].map((territory) => missed('2025-H2', { territory }));
    expect(await bench.runOn(asOf, ...others)).toMatchObject({ unchanged: 0, skipped: [] });
    expect(await bench.events()).toEqual([]);
  });

  it('keeps municipalities apart', async () => {
    const bench = policyBench();
    const ofGroningen = (halfYear: string) => missed(halfYear, { territory: 'GM0014' });
    await bench.runOn(calendarDate('2026-01-01'), ofGroningen('2025-H1'), missed('2025-H2'));
    expect(await proposalsIn(bench)).toEqual([
      ['2025-H1', 1, 2],
      ['2025-H2', 1, 2],
    ]);
    await bench.runOn(calendarDate('2026-01-01'), ofGroningen('2025-H1'), ofGroningen('2025-H2'));
    expect((await proposalsIn(bench)).at(-1)).toEqual(['2025-H2', 2, 2]);
  });

  it('skips a municipality or province that is not registered, and tells', async () => {
    const bench = policyBench();
    const asOf = calendarDate('2026-01-01');
    const { skipped } = await bench.runOn(asOf, missed('2025-H2', { territory: 'GM0034' }));
    expect(skipped).toEqual([{ about: expect.stringContaining('GM0034'), reason: 'NO_RESPONDING_PARTY' }]);
    expect(await bench.events()).toEqual([]);
  });
});
