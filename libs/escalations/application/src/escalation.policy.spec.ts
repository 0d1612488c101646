import { calendarDate, EventStoreUnavailable, instant } from '@intekenboek/event-sourcing-core';
import { escalationIdOf } from '@intekenboek/escalations-domain';
import type { ProgressState } from '@intekenboek/messaging-contracts';

import type { CaseLedger } from './case-ledger.port';
import { escalationCommandHandler } from './escalation.command-handler';
import { escalationPolicy } from './escalation.policy';
import {
  AMSTERDAM,
  blockedBy,
  commitment,
  commitmentId,
  CORPORATION,
  DIRECTORY,
  ledgerOf,
  NOORD_HOLLAND,
  policyBench,
  PROGRAMME,
  runAt,
  TODAY,
  verdict,
} from './policy.fixtures';

const escalationId = escalationIdOf('AGREED', commitment('dwellings'), '2026-H2');
const EMPTY_LEDGER: CaseLedger = { unresolvedCases: async () => [], placements: async () => [] };
const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('a run of the policy on the agreed route', () => {
  it.each(['LAGGING', 'SEVERELY_LAGGING', 'MISSED'] satisfies ProgressState[])(
    'raises a case for what is %s',
    async (state) => {
      const { runOn, events } = policyBench();
      expect(await runOn(TODAY, verdict('dwellings', { state }))).toMatchObject({
        done: { RaiseEscalation: 1 },
        skipped: [],
      });
      expect(await events()).toMatchObject([
        {
          type: 'EscalationRaised',
          data: {
            escalationId,
            period: '2026-H2',
            cause: { kind: 'OWN_LAG', partyId: CORPORATION },
            respondingPartyId: CORPORATION,
            rungs: [
              { number: 1, decidingPartyIds: [AMSTERDAM] },
              { number: 2, decidingPartyIds: [AMSTERDAM] },
              { number: 3, decidingPartyIds: [NOORD_HOLLAND] },
              { number: 4, decidingPartyIds: [PROGRAMME] },
            ],
          },
        },
      ]);
    },
  );

  it.each(['NOT_DUE', 'NO_DATA', 'ON_TRACK', 'AT_RISK', 'FULFILLED'] satisfies ProgressState[])(
    'raises nothing for what is %s',
    async (state) => {
      const { runOn, events } = policyBench();
      await runOn(TODAY, verdict('dwellings', { state }));
      expect(await events()).toEqual([]);
    },
  );

  it('acts as the register itself, for the programme office, at the given moment', async () => {
    const { runOn, recorded } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    expect(await recorded()).toMatchObject([
      { effectiveAt: '2026-07-01T08:00:00.000Z', metadata: { personId: 'policy', partyId: PROGRAMME } },
    ]);
  });

  it('raises no second case while one is open, in a new half-year either', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    expect(await runOn(TODAY, verdict('dwellings'))).toMatchObject({ unchanged: 0, skipped: [] });
    const report = await runOn(calendarDate('2027-01-01'), verdict('dwellings'));
    expect(report).toMatchObject({ done: { RaiseEscalation: 0, PassTerm: 1 }, unchanged: 0 });
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationMovedUp']);
  });

  it('makes the governing party of the territory answer for a target that nobody owes by name', async () => {
    const { runOn, events } = policyBench();
    const subject = { kind: 'TARGET', targetId: commitmentId('t') as never, territory: 'GM0363' } as const;
    await runOn(TODAY, verdict('', { subject, debtorId: null, creditorIds: [] }));
    expect(await events()).toMatchObject([
      {
        data: {
          respondingPartyId: AMSTERDAM,
          rungs: [{ number: 3 }, { number: 4 }],
          skippedRungs: [1, 2],
          rung: 3,
        },
      },
    ]);
  });

  it('knows no municipality that decides on what concerns a whole province', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings', { territory: 'PV27' }));
    expect(await events()).toMatchObject([
      { data: { rungs: [{ number: 1 }, { number: 3 }, { number: 4 }], skippedRungs: [2] } },
    ]);
  });

  it('skips what has no party to answer for it, and tells', async () => {
    const { runOn, events } = policyBench();
    const report = await runOn(TODAY, verdict('dwellings', { debtorId: null, territory: 'GM0034' }));
    expect(report.skipped).toEqual([
      { about: expect.stringContaining('COMMITMENT:'), reason: 'NO_RESPONDING_PARTY' },
    ]);
    expect(await events()).toEqual([]);
  });

  it('tells of a case that refuses, and goes on with the others', async () => {
    const { runOn, events } = policyBench();
    const owed = { debtorId: PROGRAMME, creditorIds: [], territory: 'NL' };
    const report = await runOn(TODAY, verdict('report', owed), verdict('dwellings'));
    expect(report.skipped).toEqual([{ about: expect.any(String), reason: 'LADDER_WITHOUT_RUNG' }]);
    expect(report.done.RaiseEscalation).toBe(1);
    expect(await events()).toHaveLength(1);
  });

  it('stops when the log is out of reach', async () => {
    const { eventStore, runOn } = policyBench(() => EMPTY_LEDGER);
    await eventStore.close();
    await expect(runOn(TODAY, verdict('dwellings'))).rejects.toBeInstanceOf(EventStoreUnavailable);
  });
});

describe('several policies at once on one log', () => {
  const all = [
    verdict('dwellings'),
    blockedBy('dwellings', 'care places'),
    verdict('energy', { state: 'MISSED' }),
  ];

  it('do the work once', async () => {
    const { newPolicy, events } = policyBench();
    const runs = Array.from({ length: 8 }, () => newPolicy()(runAt(TODAY, all)));
    const reports = await Promise.all(runs);
    expect(reports.flatMap(({ skipped }) => skipped)).toEqual([]);
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationRaised']);
  });

  it('do the work once also when their clocks differ', async () => {
    const { newPolicy, events } = policyBench();
    const at = instant('2026-07-02T08:00:00Z');
    const moments = ['06:00', '07:00', '08:00'].map((time) => instant(`2026-07-02T${time}:00Z`));
    const past = moments.map((effectiveAt) => newPolicy()({ ...runAt(TODAY, all), at, effectiveAt }));
    const now = moments.map((clock) => newPolicy()({ ...runAt(TODAY, all), at: clock, effectiveAt: clock }));
    const reports = await Promise.all([...past, ...now]);
    expect(reports.flatMap(({ skipped }) => skipped)).toEqual([]);
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationRaised']);
  });

  it('do the work once also when they see verdicts of different days', async () => {
    const { newPolicy, events } = policyBench();
    await Promise.all(
      ['01', '02', '03'].map((day) => newPolicy()(runAt(calendarDate(`2026-07-${day}`), all))),
    );
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationRaised']);
  });

  it('do the work once also when their ledger is behind', async () => {
    const { runOn, newPolicy, events } = policyBench(() => EMPTY_LEDGER);
    await runOn(TODAY, ...all);
    const { done, unchanged } = await newPolicy()(runAt(calendarDate('2026-07-09'), all));
    expect(done.RaiseEscalation).toBe(0);
    expect(unchanged).toBe(2);
    expect(await events()).toHaveLength(2);
  });

  it('pass a term once', async () => {
    const { eventStore, runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    const stale = await ledgerOf(eventStore).unresolvedCases();
    const policies = [1, 2, 3].map(() =>
      escalationPolicy({
        handle: escalationCommandHandler(eventStore),
        ledger: { unresolvedCases: async () => stale, placements: async () => [] },
        directory: DIRECTORY,
        nationalProgrammeId: PROGRAMME,
      }),
    );
    const runs = policies.map((policy) => policy(runAt(calendarDate('2026-12-31'), [verdict('dwellings')])));
    await Promise.all(runs);
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationMovedUp']);
  });
});
