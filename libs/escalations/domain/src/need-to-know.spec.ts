import { type PartyId, type PartyKind, uuidOf } from '@intekenboek/event-sourcing-core';
import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import type { EscalationCommand } from './escalation.commands';
import { escalationDecider } from './escalation.decider';
import {
  actorOf,
  CARE,
  CARE_PLACES,
  CORPORATION,
  escalationId,
  MUNICIPALITY,
  placementId,
  PROGRAMME,
  PROVINCE,
  STRANGER,
  TENANTS,
  told,
} from './escalation.fixtures';
import type { EscalationEvent } from './escalation.events';
import { movedUp, placementProposed, raised, subjectsAdded } from './event.fixtures';
import { circleOf, mayKnow } from './need-to-know';

const given = scenarioFor(escalationDecider);
const caseAfter = (...events: readonly EscalationEvent[]) =>
  circleOf(events.reduce(escalationDecider.evolve, escalationDecider.initialState))!;

describe('who may know of a case', () => {
  it('are the party that must respond, those concerned, the province, and the national bodies', () => {
    const circle = caseAfter(raised);
    for (const partyId of [CORPORATION, MUNICIPALITY, TENANTS, PROVINCE, PROGRAMME]) {
      expect(mayKnow(actorOf(partyId), circle)).toBe(true);
    }
    expect(mayKnow({ ...actorOf(STRANGER), partyKind: 'MINISTRY' }, circle)).toBe(true);
  });

  it('are not other parties, nor the province of elsewhere', () => {
    const circle = caseAfter(raised);
    expect(mayKnow(actorOf(STRANGER), circle)).toBe(false);
    expect(mayKnow(actorOf(CARE), circle)).toBe(false);
    const elsewhere = { ...actorOf(STRANGER), partyKind: 'PROVINCE' as PartyKind, territory: 'PV28' };
    expect(mayKnow(elsewhere, circle)).toBe(false);
    const withoutTerritory = { ...elsewhere, territory: null };
    expect(mayKnow(withoutTerritory, { ...circle, province: null })).toBe(false);
  });

  it('are those who decide on a rung only from when the case stands on it', () => {
    const alderman = uuidOf('another municipality') as PartyId;
    const [first, second, ...higher] = raised.data.rungs;
    const rungs = [first!, { ...second!, decidingPartyIds: [alderman] }, ...higher];
    const elsewhere = { ...raised, data: { ...raised.data, rungs } };
    expect(mayKnow(actorOf(alderman), caseAfter(elsewhere))).toBe(false);
    expect(mayKnow(actorOf(alderman), caseAfter(elsewhere, movedUp(2)))).toBe(true);
  });

  it('are those who wait for the same cause, once they are listed', () => {
    expect(mayKnow(actorOf(CARE), caseAfter(raised, subjectsAdded))).toBe(true);
  });

  it('are the municipality and its province for a proposed placement', () => {
    const circle = caseAfter(placementProposed);
    expect(mayKnow(actorOf(MUNICIPALITY), circle)).toBe(true);
    expect(mayKnow(actorOf(PROVINCE), circle)).toBe(true);
    expect(mayKnow(actorOf(CORPORATION), circle)).toBe(false);
  });
});

describe('an outsider', () => {
  const speech = { reasonCode: 'STAFF', text: 'text', evidenceReference: null, recoveryOn: null };
  const reason = 'A reason of more than twenty characters.';
  const everyCommand: readonly { type: EscalationCommand['type']; data: object }[] = [
    { type: 'RespondToEscalation', data: speech },
    { type: 'GiveView', data: { text: 'text' } },
    { type: 'DecideEscalation', data: { instrument: 'KNOT_CUT', reasons: reason, recoverBy: null } },
    { type: 'AcceptProposal', data: { rung: 1, reason, publicationReference: null } },
    { type: 'SetAsideProposal', data: { reason, isExcusable: false, publicationReference: null } },
  ];

  it.each(everyCommand)('gets one answer to $type, whether the case exists or not', ({ type, data }) => {
    const of = (id: string) =>
      told(type, { ...data, escalationId: id } as EscalationCommand['data'], actorOf(STRANGER));
    given(raised).when(of(escalationId)).thenRejected('PARTY_NOT_IN_ESCALATION', { rule: '10' });
    given(placementProposed).when(of(placementId)).thenRejected('PARTY_NOT_IN_ESCALATION', { rule: '10' });
    given().when(of(escalationId)).thenRejected('PARTY_NOT_IN_ESCALATION', { rule: '10' });
  });

  it('is everyone, for a case that does not exist', () => {
    for (const partyId of [CORPORATION, PROVINCE, PROGRAMME]) {
      given()
        .when(told('GiveView', { escalationId, text: CARE_PLACES }, actorOf(partyId)))
        .thenRejected('PARTY_NOT_IN_ESCALATION', { rule: '10' });
    }
  });
});
