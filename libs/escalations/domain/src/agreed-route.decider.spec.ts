import { calendarDate } from '@intekenboek/event-sourcing-core';
import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import type { DecideEscalation, PassTerm } from './escalation.commands';
import { escalationDecider } from './escalation.decider';
import {
  actorOf,
  CORPORATION,
  escalationId,
  MUNICIPALITY,
  placementId,
  POLICY,
  PROGRAMME,
  PROVINCE,
  TENANTS,
  told,
} from './escalation.fixtures';
import {
  becameOverdue,
  decided,
  movedUp,
  placementProposed,
  raised,
  resolved,
  responseGiven,
  viewGiven,
} from './event.fixtures';

const given = scenarioFor(escalationDecider);

const passTermOn = (today: string, rung = 1) =>
  told<PassTerm>('PassTerm', { escalationId, rung }, POLICY, calendarDate(today));

const onLastRung = [raised, movedUp(2), movedUp(3), movedUp(4)];

describe('passing the term of a rung', () => {
  it('does nothing on the last day of the term, which ends when that day ends', () => {
    given(raised).when(passTermOn('2026-07-15')).thenNothing();
  });

  it('moves a case without any response up as not explained, naming who gave no view', () => {
    given(raised).when(passTermOn('2026-07-16')).then(movedUp(2));
  });

  it('moves a case with a response up as undecided', () => {
    given(raised, responseGiven)
      .when(passTermOn('2026-07-16'))
      .then(movedUp(2, { reason: 'UNDECIDED' }));
  });

  it('never calls a party silent that explained on a lower rung', () => {
    given(raised, responseGiven, movedUp(2, { reason: 'UNDECIDED' }))
      .when(passTermOn('2026-08-07', 2))
      .then(movedUp(3, { reason: 'UNDECIDED' }));
  });

  it('names only those who gave no view on this very rung', () => {
    given(raised, viewGiven)
      .when(passTermOn('2026-07-16'))
      .then(movedUp(2, { withoutViewOf: [MUNICIPALITY] }));
    given(raised, viewGiven, movedUp(2))
      .when(passTermOn('2026-08-07', 2))
      .then(movedUp(3, { withoutViewOf: [MUNICIPALITY, TENANTS] }));
  });

  it('counts the next term in working days from the day the case moves, however late that is', () => {
    given(raised)
      .when(passTermOn('2026-12-24'))
      .then(movedUp(2, { termEndsOn: calendarDate('2027-01-18') }));
  });

  it('skips the rungs that the case does not have', () => {
    const { rungs } = raised.data;
    const [first, , third] = rungs;
    const short = { ...raised, data: { ...raised.data, rungs: [first!, third!], skippedRungs: [2, 4] } };
    given(short)
      .when(passTermOn('2026-07-16'))
      .then(movedUp(3, { fromRung: 1, termEndsOn: calendarDate('2026-08-06') }));
  });

  it('leaves a case on the last rung and marks it overdue, once', () => {
    given(...onLastRung)
      .when(passTermOn('2026-09-29', 4))
      .then(becameOverdue);
    given(...onLastRung, becameOverdue)
      .when(passTermOn('2026-12-31', 4))
      .thenNothing();
  });

  it('leaves a case where it is when the ladder says that silence moves nothing', () => {
    const [first, ...higher] = raised.data.rungs;
    const rungs = [{ ...first!, onSilence: 'STAYS' as const }, ...higher];
    given({ ...raised, data: { ...raised.data, rungs } })
      .when(passTermOn('2026-07-16'))
      .then({
        type: 'EscalationBecameOverdue',
        data: { escalationId, rung: 1, termEndedOn: calendarDate('2026-07-15'), isExplained: false },
      });
  });

  it('does nothing for a rung on which the case no longer stands', () => {
    given(raised, movedUp(2)).when(passTermOn('2026-12-31', 1)).thenNothing();
  });

  it('does nothing once there is a decision or the lag has gone', () => {
    given(raised, decided).when(passTermOn('2026-12-31')).thenNothing();
    given(raised, resolved).when(passTermOn('2026-12-31')).thenNothing();
  });

  it('does nothing for a case that was never raised', () => {
    given().when(passTermOn('2026-12-31')).thenNothing();
  });

  it('never happens on the statutory route', () => {
    const command = told<PassTerm>(
      'PassTerm',
      { escalationId: placementId, rung: 2 },
      POLICY,
      calendarDate('2030-01-01'),
    );
    given(placementProposed).when(command).thenNothing();
  });

  it('is refused to people, also of the programme office', () => {
    const command = told<PassTerm>('PassTerm', { escalationId, rung: 1 }, actorOf(PROGRAMME));
    given(raised).when(command).thenRejected('POLICY_ONLY');
  });
});

describe('deciding a case', () => {
  const decideAs = (actor = actorOf(MUNICIPALITY), changes: Partial<DecideEscalation['data']> = {}) =>
    told<DecideEscalation>(
      'DecideEscalation',
      {
        escalationId,
        instrument: 'RECOVERY_PLAN',
        reasons: ' A plan with a date for every location. ',
        recoverBy: calendarDate('2026-12-31'),
        ...changes,
      },
      actor,
    );

  it('is recorded with its instrument, reasons and term for recovery', () => {
    given(raised).when(decideAs()).then(decided);
  });

  it('needs no term for recovery', () => {
    given(raised)
      .when(decideAs(undefined, { recoverBy: null }))
      .then({ ...decided, data: { ...decided.data, recoverBy: null } });
  });

  it('is open to every deciding party of the rung', () => {
    given(raised)
      .when(decideAs(actorOf(TENANTS)))
      .then({ ...decided, data: { ...decided.data, partyId: TENANTS } });
  });

  it('is refused to those who decide on another rung', () => {
    given(raised)
      .when(decideAs(actorOf(PROVINCE)))
      .thenRejected('NOT_DECIDING_PARTY', { rung: 1 });
    given(raised, movedUp(2), movedUp(3))
      .when(decideAs(actorOf(MUNICIPALITY)))
      .thenRejected('NOT_DECIDING_PARTY', { rung: 3 });
  });

  it('is refused to the party that must respond', () => {
    given(raised)
      .when(decideAs(actorOf(CORPORATION)))
      .thenRejected('NOT_DECIDING_PARTY');
  });

  it('asks for the role of signatory or reviewer', () => {
    given(raised)
      .when(decideAs(actorOf(MUNICIPALITY, 'DRAFTER', 'REPORTER', 'ADMIN')))
      .thenRejected('ROLE_MISSING', { roles: ['SIGNATORY', 'REVIEWER'] });
    given(raised)
      .when(decideAs(actorOf(MUNICIPALITY, 'SIGNATORY')))
      .then(decided);
  });

  it('asks at the national table for the role of reviewer', () => {
    given(...onLastRung)
      .when(decideAs(actorOf(PROGRAMME, 'SIGNATORY')))
      .thenRejected('ROLE_MISSING', { roles: ['REVIEWER'] });
  });

  it('allows a norm percentage at the national table only', () => {
    const norm = { instrument: 'NORM_PERCENTAGE' } as const;
    given(raised)
      .when(decideAs(undefined, norm))
      .thenRejected('INSTRUMENT_NOT_ON_RUNG', { allowed: ['SUPPORT_TEAM', 'RECOVERY_PLAN'] });
    given(...onLastRung)
      .when(decideAs(actorOf(PROGRAMME, 'REVIEWER'), norm))
      .then({ ...decided, data: { ...decided.data, partyId: PROGRAMME, rung: 4, ...norm } });
  });

  it('is refused without reasons of at least twenty characters', () => {
    given(raised)
      .when(decideAs(undefined, { reasons: `  ${'x'.repeat(19)}  ` }))
      .thenRejected('TEXT_TOO_SHORT', { field: 'reasons', min: 20 });
  });

  it('is refused with a term for recovery that is not ahead', () => {
    given(raised)
      .when(decideAs(undefined, { recoverBy: calendarDate('2026-07-01') }))
      .thenRejected('DATE_NOT_AHEAD', { field: 'recoverBy' });
  });

  it('is possible on the last rung after its term has passed', () => {
    given(...onLastRung, becameOverdue)
      .when(decideAs(actorOf(PROGRAMME)))
      .then({ ...decided, data: { ...decided.data, partyId: PROGRAMME, rung: 4 } });
  });

  it('is refused a second time, and after the lag has gone', () => {
    given(raised, decided).when(decideAs()).thenRejected('ESCALATION_NOT_OPEN', { status: 'Decided' });
    given(raised, resolved).when(decideAs()).thenRejected('ESCALATION_NOT_OPEN', { status: 'Resolved' });
  });

  it('is refused for a proposal on the statutory route', () => {
    given(placementProposed)
      .when(decideAs(actorOf(PROVINCE), { escalationId: placementId }))
      .thenRejected('ROUTE_NOT_AGREED');
  });
});
