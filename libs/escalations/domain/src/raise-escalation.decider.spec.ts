import { calendarDate } from '@intekenboek/event-sourcing-core';
import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import type { AddEscalationSubjects, ResolveEscalation } from './escalation.commands';
import { escalationDecider } from './escalation.decider';
import {
  actorOf,
  blockedVerdict,
  CARE,
  CARE_PLACES,
  commitment,
  CORPORATION,
  DWELLINGS,
  escalationId,
  MUNICIPALITY,
  PERMITS,
  placementId,
  POLICY,
  PROGRAMME,
  PROVINCE,
  raiseCase,
  RUNG_DECIDERS,
  taakstelling,
  taakstellingVerdict,
  TENANTS,
  told,
  verdict,
} from './escalation.fixtures';
import {
  decided,
  movedUp,
  placementAccepted,
  placementProposed,
  placementSetAside,
  raised,
  resolved,
  subjectsAdded,
} from './event.fixtures';
import { escalationIdOf } from './subject';

const given = scenarioFor(escalationDecider);

describe('raising a case', () => {
  it('puts it on the first rung, with the verdict, who must respond, who decides and by when', () => {
    given().when(raiseCase()).then(raised);
  });

  it('changes nothing for a case that was raised before, whatever became of it', () => {
    given(raised).when(raiseCase()).thenNothing();
    given(raised, movedUp(2)).when(raiseCase()).thenNothing();
    given(raised, decided).when(raiseCase()).thenNothing();
    given(raised, resolved).when(raiseCase()).thenNothing();
  });

  it('skips the rungs on which nobody decides but the party that must respond', () => {
    const debtorId = MUNICIPALITY;
    const evidence = [verdict({ debtorId, creditorIds: [CORPORATION] })];
    const rungs = [{ number: 1, partyIds: [CORPORATION] }, ...RUNG_DECIDERS.slice(1)];
    given()
      .when(raiseCase({ respondingPartyId: MUNICIPALITY, evidence, rungs }))
      .then({
        ...raised,
        data: {
          ...raised.data,
          cause: { kind: 'OWN_LAG', partyId: MUNICIPALITY },
          respondingPartyId: MUNICIPALITY,
          concernedPartyIds: [MUNICIPALITY, CORPORATION],
          evidence,
          rungs: [
            { ...raised.data.rungs[0]!, decidingPartyIds: [CORPORATION] },
            ...raised.data.rungs.slice(2),
          ],
          skippedRungs: [2],
        },
      });
  });

  it('lets no party decide on its own lag, also beside others', () => {
    const rungs = [{ number: 1, partyIds: [CORPORATION, MUNICIPALITY, TENANTS] }, ...RUNG_DECIDERS.slice(1)];
    given().when(raiseCase({ rungs })).then(raised);
  });

  it('begins on the first rung that somebody decides on', () => {
    const rungs = RUNG_DECIDERS.slice(2);
    given()
      .when(raiseCase({ rungs }))
      .then({
        ...raised,
        data: {
          ...raised.data,
          rungs: raised.data.rungs.slice(2),
          skippedRungs: [1, 2],
          rung: 3,
          termEndsOn: calendarDate('2026-07-22'),
        },
      });
  });

  it('is refused when nobody is left to decide', () => {
    given()
      .when(raiseCase({ rungs: [] }))
      .thenRejected('LADDER_WITHOUT_RUNG');
  });

  it('names the chain when others wait for what the party owes', () => {
    const evidence = [verdict({ state: 'ON_TRACK' }), blockedVerdict(CARE_PLACES), blockedVerdict(PERMITS)];
    given()
      .when(raiseCase({ evidence }))
      .then({
        ...raised,
        data: {
          ...raised.data,
          cause: {
            kind: 'BLOCKED_BY',
            partyId: CORPORATION,
            commitmentId: DWELLINGS,
            chain: [CARE_PLACES, DWELLINGS],
          },
          concernedPartyIds: [CORPORATION, MUNICIPALITY, TENANTS, CARE],
          evidence,
        },
      });
  });

  it('is refused without a verdict that lags', () => {
    given()
      .when(raiseCase({ evidence: [] }))
      .thenRejected('NOTHING_LAGS');
    for (const state of ['NOT_DUE', 'NO_DATA', 'ON_TRACK', 'AT_RISK', 'FULFILLED'] as const) {
      given()
        .when(raiseCase({ evidence: [verdict({ state })] }))
        .thenRejected('NOTHING_LAGS');
    }
  });

  it('is refused on a verdict about something else', () => {
    const other = verdict({ subject: commitment(PERMITS) });
    given()
      .when(raiseCase({ evidence: [verdict(), other] }))
      .thenRejected('EVIDENCE_OF_OTHER_SUBJECT');
  });

  it('is refused on a verdict of the statutory route', () => {
    const evidence = [taakstellingVerdict('2026-H1')];
    const subject = taakstelling('2026-H1');
    const id = escalationIdOf('AGREED', subject, '2026-H2');
    given()
      .when(raiseCase({ escalationId: id, subject, evidence }))
      .thenRejected('EVIDENCE_OF_OTHER_ROUTE');
  });

  it('is refused under an id that is not made from its subject and period', () => {
    given()
      .when(raiseCase({ period: '2027-H1' }))
      .thenRejected('ESCALATION_ID_MISMATCHED');
  });

  it('is refused to people', () => {
    const { data } = raiseCase();
    given()
      .when(told('RaiseEscalation', data, actorOf(PROGRAMME)))
      .thenRejected('POLICY_ONLY');
    given()
      .when(told('RaiseEscalation', data, { ...actorOf(PROVINCE), personId: POLICY.personId }))
      .thenRejected('POLICY_ONLY');
  });
});

describe('adding what waits for the same cause', () => {
  const add = (...evidence: AddEscalationSubjects['data']['evidence']) =>
    told<AddEscalationSubjects>('AddEscalationSubjects', { escalationId, evidence }, POLICY);

  it('lists it in the same case, with the parties concerned', () => {
    given(raised)
      .when(add(blockedVerdict(CARE_PLACES)))
      .then(subjectsAdded);
  });

  it('leaves out what the case lists already', () => {
    given(raised, subjectsAdded)
      .when(add(blockedVerdict(CARE_PLACES), verdict()))
      .thenNothing();
  });

  it('is refused for what waits for another cause', () => {
    given(raised)
      .when(add(verdict({ subject: commitment(PERMITS) })))
      .thenRejected('EVIDENCE_OF_OTHER_SUBJECT');
  });

  it('changes nothing in a case that is over, or never was', () => {
    given(raised, resolved)
      .when(add(blockedVerdict(CARE_PLACES)))
      .thenNothing();
    given()
      .when(add(blockedVerdict(CARE_PLACES)))
      .thenNothing();
  });
});

describe('resolving a case', () => {
  const recovered = verdict({ state: 'ON_TRACK', realised: 100, ratio: 1 });
  const resolve = (...evidence: ResolveEscalation['data']['evidence']) =>
    told<ResolveEscalation>(
      'ResolveEscalation',
      { escalationId, subject: commitment(DWELLINGS), evidence },
      POLICY,
    );

  it('follows on a verdict of recovery, open or decided', () => {
    given(raised).when(resolve(recovered)).then(resolved);
    given(raised, decided).when(resolve(recovered)).then(resolved);
  });

  it('is refused while the subject still lags, is at risk, or tells nothing', () => {
    for (const state of ['LAGGING', 'SEVERELY_LAGGING', 'MISSED', 'BLOCKED', 'AT_RISK', 'NO_DATA'] as const) {
      given(raised)
        .when(resolve(verdict({ state })))
        .thenRejected('NOT_RECOVERED');
    }
  });

  it('is refused while anything still waits for it', () => {
    given(raised, subjectsAdded)
      .when(resolve(recovered, blockedVerdict(CARE_PLACES)))
      .thenRejected('NOT_RECOVERED');
  });

  it('is refused without a verdict on the subject itself', () => {
    given(raised)
      .when(resolve(verdict({ subject: commitment(CARE_PLACES), state: 'ON_TRACK' })))
      .thenRejected('NOT_RECOVERED');
  });

  it('changes nothing a second time, or for a case that was never raised', () => {
    given(raised, resolved).when(resolve(recovered)).thenNothing();
    given().when(resolve(recovered)).thenNothing();
  });

  const revised = taakstellingVerdict('2026-H1', { state: 'FULFILLED' });
  const lapse = told<ResolveEscalation>(
    'ResolveEscalation',
    { escalationId: placementId, subject: taakstelling('2026-H1'), evidence: [revised] },
    POLICY,
  );

  it('lets a proposal lapse on the statutory route', () => {
    given(placementProposed)
      .when(lapse)
      .then({
        type: 'EscalationResolved',
        data: {
          escalationId: placementId,
          subject: taakstelling('2026-H1'),
          resolvedOn: raised.data.raisedOn,
          state: 'FULFILLED',
          evidence: [revised],
        },
      });
  });

  it('never undoes what the province decided', () => {
    given(placementProposed, placementAccepted).when(lapse).thenNothing();
    given(placementProposed, placementSetAside).when(lapse).thenNothing();
  });
});
