import { calendarDate } from '@intekenboek/event-sourcing-core';
import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import type { GiveView, RespondToEscalation } from './escalation.commands';
import { escalationDecider } from './escalation.decider';
import {
  actorOf,
  CARE,
  CORPORATION,
  escalationId,
  MUNICIPALITY,
  placementId,
  PROVINCE,
  RAISED_ON,
  TENANTS,
  told,
} from './escalation.fixtures';
import {
  decided,
  movedUp,
  placementAccepted,
  placementProposed,
  raised,
  resolved,
  responseGiven,
  subjectsAdded,
  viewGiven,
} from './event.fixtures';

const given = scenarioFor(escalationDecider);

describe('responding to a case', () => {
  const respond = (
    changes: Partial<RespondToEscalation['data']> = {},
    actor = actorOf(CORPORATION),
    today = RAISED_ON,
  ) =>
    told<RespondToEscalation>(
      'RespondToEscalation',
      {
        escalationId,
        reasonCode: 'PERMIT_PROCEDURE',
        text: ' The permit is with the court. ',
        evidenceReference: 'ECLI:NL:RVS:2018:2647',
        recoveryOn: calendarDate('2026-12-31'),
        ...changes,
      },
      actor,
      today,
    );

  it('records the reason, the explanation, the evidence and the day of recovery', () => {
    given(raised).when(respond()).then(responseGiven);
  });

  it('needs neither evidence nor a day of recovery', () => {
    given(raised)
      .when(respond({ evidenceReference: '  ', recoveryOn: null }))
      .then({ ...responseGiven, data: { ...responseGiven.data, evidenceReference: null, recoveryOn: null } });
  });

  it('is possible after the term, for as long as the case has not moved', () => {
    given(raised)
      .when(respond({}, undefined, calendarDate('2026-09-01')))
      .then(responseGiven);
  });

  it('is possible again, on a later rung too', () => {
    given(raised, responseGiven).when(respond()).then(responseGiven);
    given(raised, movedUp(2))
      .when(respond())
      .then({ ...responseGiven, data: { ...responseGiven.data, rung: 2 } });
  });

  it('is refused to the other parties of the case', () => {
    given(raised)
      .when(respond({}, actorOf(MUNICIPALITY)))
      .thenRejected('NOT_RESPONDING_PARTY');
  });

  it('is refused to people who may not speak for the party', () => {
    given(raised)
      .when(respond({}, actorOf(CORPORATION, 'DRAFTER', 'ADMIN')))
      .thenRejected('ROLE_MISSING', { roles: ['REPORTER', 'SIGNATORY', 'REVIEWER'] });
    given(raised)
      .when(respond({}, actorOf(CORPORATION, 'REPORTER')))
      .then(responseGiven);
  });

  it('is refused after the decision, and after the lag has gone', () => {
    given(raised, decided).when(respond()).thenRejected('ESCALATION_NOT_OPEN', { status: 'Decided' });
    given(raised, resolved).when(respond()).thenRejected('ESCALATION_NOT_OPEN', { status: 'Resolved' });
  });

  it('is refused under a reason that is not on the list', () => {
    given(raised)
      .when(respond({ reasonCode: 'WEATHER' }))
      .thenRejected('REASON_CODE_UNKNOWN', { field: 'reasonCode' });
  });

  it('is refused without words', () => {
    given(raised)
      .when(respond({ text: '  ' }))
      .thenRejected('TEXT_TOO_SHORT', { field: 'text' });
  });

  it('asks for at least twenty characters when no reason of the list fits', () => {
    given(raised)
      .when(respond({ reasonCode: 'OTHER', text: 'x'.repeat(19) }))
      .thenRejected('TEXT_TOO_SHORT', { field: 'text', min: 20 });
    const text = 'x'.repeat(20);
    given(raised)
      .when(respond({ reasonCode: 'OTHER', text }))
      .then({ ...responseGiven, data: { ...responseGiven.data, reasonCode: 'OTHER', text } });
  });

  it('is refused with more text than is read', () => {
    given(raised)
      .when(respond({ text: 'x'.repeat(4_001) }))
      .thenRejected('TEXT_TOO_LONG', { field: 'text' });
  });

  it('is refused with a reference that is longer than a reference', () => {
    given(raised)
      .when(respond({ evidenceReference: 'x'.repeat(501) }))
      .thenRejected('TEXT_TOO_LONG', { field: 'evidenceReference', max: 500 });
  });

  it.each([
    ['e-mail', 'Ask j.jansen@example.org.'],
    ['BSN', 'The tenant 123456782 moved.'],
    ['BSN', 'The tenant 1234.56.782 moved.'],
  ])('is refused with what looks like personal data (%s), because texts are kept for good', (found, text) => {
    given(raised).when(respond({ text })).thenRejected('PERSONAL_DATA_SUSPECTED', { field: 'text', found });
  });

  it('may speak of amounts of money', () => {
    const text = 'The gap is € 123.456.789,50.';
    given(raised)
      .when(respond({ text }))
      .then({ ...responseGiven, data: { ...responseGiven.data, text } });
  });

  it('is refused with a day of recovery that is not ahead', () => {
    given(raised)
      .when(respond({ recoveryOn: RAISED_ON }))
      .thenRejected('DATE_NOT_AHEAD', { field: 'recoveryOn' });
  });

  it('is possible for the municipality while a placement is proposed', () => {
    given(placementProposed)
      .when(respond({ escalationId: placementId }, actorOf(MUNICIPALITY)))
      .then({
        ...responseGiven,
        data: { ...responseGiven.data, escalationId: placementId, partyId: MUNICIPALITY, rung: null },
      });
    given(placementProposed, placementAccepted)
      .when(respond({ escalationId: placementId }, actorOf(MUNICIPALITY)))
      .thenRejected('ESCALATION_NOT_OPEN', { status: 'Placed' });
  });
});

describe('giving a view', () => {
  const giveView = (actor = actorOf(TENANTS), text = 'We were told otherwise.') =>
    told<GiveView>('GiveView', { escalationId, text }, actor);

  it('is possible for the other parties concerned', () => {
    given(raised).when(giveView()).then(viewGiven);
  });

  it('is possible for those who wait for the same cause', () => {
    given(raised, subjectsAdded)
      .when(giveView(actorOf(CARE)))
      .then({ ...viewGiven, data: { ...viewGiven.data, partyId: CARE } });
  });

  it('is refused to the party that must respond, and to those who only decide', () => {
    given(raised)
      .when(giveView(actorOf(CORPORATION)))
      .thenRejected('NOT_CONCERNED_PARTY');
    given(raised)
      .when(giveView(actorOf(PROVINCE)))
      .thenRejected('NOT_CONCERNED_PARTY');
  });

  it('is refused to people who may not speak for the party', () => {
    given(raised)
      .when(giveView(actorOf(TENANTS, 'ADMIN')))
      .thenRejected('ROLE_MISSING');
  });

  it('is refused without words', () => {
    given(raised).when(giveView(undefined, ' \n')).thenRejected('TEXT_TOO_SHORT', { field: 'text' });
  });

  it('is refused after the decision', () => {
    given(raised, decided).when(giveView()).thenRejected('ESCALATION_NOT_OPEN');
  });
});
