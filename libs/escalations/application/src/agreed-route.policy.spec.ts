import { type Actor, calendarDate, instant, type PersonId } from '@intekenboek/event-sourcing-core';
import { escalationIdOf } from '@intekenboek/escalations-domain';

import {
  AMSTERDAM,
  blockedBy,
  CARE,
  commitment,
  commitmentId,
  CORPORATION,
  policyBench,
  TODAY,
  verdict,
} from './policy.fixtures';

const escalationId = escalationIdOf('AGREED', commitment('dwellings'), '2026-H2');
const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('a blocked commitment', () => {
  it('is laid at the root of its chain, with the parties of both', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, blockedBy('dwellings', 'care places'), verdict('dwellings', { state: 'AT_RISK' }));
    expect(await events()).toMatchObject([
      {
        type: 'EscalationRaised',
        data: {
          escalationId,
          subject: commitment('dwellings'),
          respondingPartyId: CORPORATION,
          cause: {
            kind: 'BLOCKED_BY',
            partyId: CORPORATION,
            commitmentId: commitmentId('dwellings'),
            chain: [commitmentId('care places'), commitmentId('dwellings')],
          },
          concernedPartyIds: [CORPORATION, AMSTERDAM, CARE],
          rungs: [{ number: 1, decidingPartyIds: [AMSTERDAM, CARE] }, {}, {}, {}],
          evidence: [{ subject: commitment('dwellings') }, { subject: commitment('care places') }],
        },
      },
    ]);
  });

  it('is laid there although nothing was said about the root itself', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, blockedBy('dwellings', 'care places'));
    expect(await events()).toMatchObject([
      { data: { escalationId, evidence: [{ subject: commitment('care places') }] } },
    ]);
  });

  it('adds nothing when the root is heard of later and does not lag itself', async () => {
    const { runOn } = policyBench();
    await runOn(TODAY, blockedBy('dwellings', 'care places'));
    const both = [blockedBy('dwellings', 'care places'), verdict('dwellings', { state: 'NO_DATA' })];
    expect(await runOn(TODAY, ...both)).toMatchObject({ unchanged: 0, skipped: [] });
  });

  it('is laid nowhere else once it lags by itself', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, blockedBy('dwellings', 'care places', { state: 'LAGGING' }));
    expect(await events()).toMatchObject([
      { data: { subject: commitment('care places'), respondingPartyId: CARE, cause: { kind: 'OWN_LAG' } } },
    ]);
  });

  it('is told in one order, whatever the order of the verdicts', async () => {
    const verdicts = [blockedBy('dwellings', 'a'), verdict('dwellings'), blockedBy('dwellings', 'b')];
    const told = async (order: typeof verdicts) => {
      const { runOn, events } = policyBench();
      await runOn(TODAY, ...order);
      return events();
    };
    const [raised] = await told(verdicts);
    expect(raised).toMatchObject({ data: { evidence: [{ subject: commitment('dwellings') }, {}, {}] } });
    expect(await told([...verdicts].reverse())).toEqual([raised]);
  });

  it('is one case with all that wait for the same root, and with the lag of the root itself', async () => {
    const { runOn, events } = policyBench();
    const waiting = Array.from({ length: 60 }, (_, index) => blockedBy('dwellings', `waiting ${index}`));
    const report = await runOn(TODAY, ...waiting, verdict('dwellings'));
    expect(report.done).toMatchObject({ RaiseEscalation: 1, AddEscalationSubjects: 2 });
    const happened = await events();
    expect(new Set(happened.map(({ data }) => data.escalationId)).size).toBe(1);
    expect(happened.flatMap(({ data }) => ('evidence' in data ? data.evidence : []))).toHaveLength(61);
  });

  it('joins the open case of its root when it comes later', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    const all = [verdict('dwellings'), blockedBy('dwellings', 'care places')];
    await runOn(TODAY, ...all);
    expect((await runOn(TODAY, ...all)).unchanged).toBe(0);
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationSubjectsAdded']);
  });
});

describe('a case whose lag has gone', () => {
  it('is resolved', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    const report = await runOn(calendarDate('2026-09-01'), verdict('dwellings', { state: 'ON_TRACK' }));
    expect(report).toMatchObject({ done: { ResolveEscalation: 1, PassTerm: 0 }, unchanged: 0 });
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationResolved']);
  });

  it('stays open while anything still waits for it', async () => {
    const { runOn, events } = policyBench();
    const waiting = blockedBy('dwellings', 'care places');
    await runOn(TODAY, verdict('dwellings'), waiting);
    await runOn(TODAY, verdict('dwellings', { state: 'ON_TRACK' }), waiting);
    expect(typesOf(await events())).toEqual(['EscalationRaised']);
    await runOn(
      TODAY,
      verdict('dwellings', { state: 'FULFILLED' }),
      verdict('care places', { state: 'LAGGING', debtorId: CARE }),
    );
    // Of two cases in one run either may be written first.
    const [, ...later] = typesOf(await events());
    expect([...later].sort()).toEqual(['EscalationRaised', 'EscalationResolved']);
  });

  it('is resolved also when nothing had been said about the root before', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, blockedBy('dwellings', 'care places'));
    const freed = verdict('care places', { state: 'ON_TRACK', debtorId: CARE });
    const report = await runOn(TODAY, freed, verdict('dwellings', { state: 'FULFILLED' }));
    expect(report).toMatchObject({ done: { ResolveEscalation: 1 }, skipped: [] });
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationResolved']);
  });

  it('stays open for the last of several that wait, without a refusal', async () => {
    const { runOn, events } = policyBench();
    const [first, second] = [blockedBy('dwellings', 'care places'), blockedBy('dwellings', 'guidance')];
    await runOn(TODAY, verdict('dwellings'), first, second);
    const delivered = verdict('dwellings', { state: 'FULFILLED' });
    const freed = verdict('care places', { state: 'ON_TRACK', debtorId: CARE });
    for (const verdicts of [
      [delivered, freed, second],
      [delivered, first, verdict('guidance', { state: 'NOT_DUE' })],
    ]) {
      expect(await runOn(TODAY, ...verdicts)).toMatchObject({ unchanged: 0, skipped: [] });
    }
    expect(typesOf(await events())).toEqual(['EscalationRaised']);
  });

  it('stays open without a verdict on it', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    await runOn(TODAY);
    expect(typesOf(await events())).toEqual(['EscalationRaised']);
  });

  it('is not raised again in the same half-year', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    await runOn(TODAY, verdict('dwellings', { state: 'ON_TRACK' }));
    await runOn(calendarDate('2026-12-31'), verdict('dwellings'));
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationResolved']);
    await runOn(calendarDate('2027-01-01'), verdict('dwellings'));
    expect(await events()).toMatchObject([{}, {}, { data: { period: '2027-H1' } }]);
  });
});

describe('a term', () => {
  it('is passed on the day after its last day, one rung in a run', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    const tooEarly = await runOn(calendarDate('2026-07-15'), verdict('dwellings'));
    expect(tooEarly.unchanged).toBe(0);
    expect(typesOf(await events())).toEqual(['EscalationRaised']);
    await runOn(calendarDate('2026-07-16'), verdict('dwellings'));
    await runOn(calendarDate('2026-07-16'), verdict('dwellings'));
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationMovedUp']);
  });

  it('is passed also when nothing is said about the subject that day', async () => {
    const { runOn, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    await runOn(calendarDate('2026-07-16'));
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationMovedUp']);
  });

  it('leads to the national table in the end, where the case stays', async () => {
    const { runOn, events } = policyBench();
    for (const month of ['07', '08', '09', '10', '11', '12']) {
      const { unchanged } = await runOn(calendarDate(`2026-${month}-28`), verdict('dwellings'));
      expect(unchanged).toBe(0);
    }
    expect(typesOf(await events())).toEqual([
      'EscalationRaised',
      'EscalationMovedUp',
      'EscalationMovedUp',
      'EscalationMovedUp',
      'EscalationBecameOverdue',
    ]);
  });

  it('runs no longer after the decision', async () => {
    const { runOn, handle, events } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    await handle({
      type: 'DecideEscalation',
      data: {
        escalationId,
        instrument: 'RECOVERY_PLAN',
        reasons: 'A plan with a date for every location.',
        recoverBy: null,
      },
      meta: { ...byAmsterdam(), commandId: escalationIdOf('AGREED', commitment('x'), '') },
    });
    const { unchanged } = await runOn(calendarDate('2026-12-01'), verdict('dwellings'));
    expect(unchanged).toBe(0);
    expect(typesOf(await events())).toEqual(['EscalationRaised', 'EscalationDecided']);
  });
});

function byAmsterdam() {
  const actor: Actor = {
    personId: 'alderman' as PersonId,
    partyId: AMSTERDAM,
    partyKind: 'MUNICIPALITY',
    territory: 'GM0363',
    roles: ['SIGNATORY'],
  };
  const at = instant('2026-07-02T08:00:00Z');
  return { actor, at, today: calendarDate('2026-07-02'), effectiveAt: at };
}
