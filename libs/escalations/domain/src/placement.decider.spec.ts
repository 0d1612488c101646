import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import type { AcceptProposal, SetAsideProposal } from './escalation.commands';
import { escalationDecider } from './escalation.decider';
import {
  actorOf,
  escalationId,
  MUNICIPALITY,
  placementId,
  PROGRAMME,
  proposePlacement,
  PROVINCE,
  taakstelling,
  taakstellingVerdict,
  told,
  verdict,
} from './escalation.fixtures';
import { placementAccepted, placementProposed, placementSetAside, raised, resolved } from './event.fixtures';
import { escalationIdOf } from './subject';

const given = scenarioFor(escalationDecider);

describe('proposing a placement', () => {
  it('names the misses in a row, the rung and the criterion', () => {
    given().when(proposePlacement()).then(placementProposed);
  });

  it('changes nothing for a half-year that was proposed before, whatever the province did with it', () => {
    given(placementProposed).when(proposePlacement()).thenNothing();
    given(placementProposed, placementAccepted).when(proposePlacement()).thenNothing();
    given(placementProposed, placementSetAside).when(proposePlacement()).thenNothing();
  });

  it('goes one rung above the last placement, never two', () => {
    const missedPeriods = ['2024-H2', '2025-H1', '2025-H2', '2026-H1'];
    given()
      .when(proposePlacement({ missedPeriods, previousRung: 2 }))
      .then({
        ...placementProposed,
        data: { ...placementProposed.data, missedPeriods, previousRung: 2, proposedRung: 3 },
      });
  });

  it('proposes nothing when no half-year was missed', () => {
    given()
      .when(proposePlacement({ missedPeriods: [] }))
      .thenNothing();
  });

  it('proposes nothing for a territory that is no municipality', () => {
    for (const territory of ['PV27', 'NL']) {
      const subject = taakstelling('2026-H1', territory);
      const id = escalationIdOf('STATUTORY', subject, '2026-H1');
      const evidence = [taakstellingVerdict('2026-H1', { subject, territory })];
      given()
        .when(proposePlacement({ escalationId: id, subject, evidence }))
        .thenNothing();
    }
  });

  it('is refused on a verdict of the agreed route, or on none that lags', () => {
    const subject = taakstelling('2026-H1');
    given()
      .when(proposePlacement({ evidence: [verdict({ subject })] }))
      .thenRejected('EVIDENCE_OF_OTHER_ROUTE');
    given()
      .when(proposePlacement({ evidence: [taakstellingVerdict('2026-H1', { state: 'FULFILLED' })] }))
      .thenRejected('NOTHING_LAGS');
  });

  it('is refused under an id that is not made from its subject and period', () => {
    given()
      .when(proposePlacement({ period: '2025-H2' }))
      .thenRejected('ESCALATION_ID_MISMATCHED');
  });

  it('is refused to people', () => {
    given()
      .when(told('ProposePlacement', proposePlacement().data, actorOf(PROVINCE)))
      .thenRejected('POLICY_ONLY');
  });
});

describe('accepting a proposed placement', () => {
  const accept = (changes: Partial<AcceptProposal['data']> = {}, actor = actorOf(PROVINCE)) =>
    told<AcceptProposal>(
      'AcceptProposal',
      {
        escalationId: placementId,
        rung: 2,
        reason: 'The municipality gave no reason for the shortfall.',
        publicationReference: null,
        ...changes,
      },
      actor,
    );

  it('is the decision of the province', () => {
    given(placementProposed).when(accept()).then(placementAccepted);
  });

  it('may place lower than proposed, and say where it was published', () => {
    given(placementProposed)
      .when(accept({ rung: 1, publicationReference: 'gmb-2026-1' }))
      .then({
        ...placementAccepted,
        data: { ...placementAccepted.data, rung: 1, publicationReference: 'gmb-2026-1' },
      });
  });

  it('never places higher than proposed', () => {
    given(placementProposed)
      .when(accept({ rung: 3 }))
      .thenRejected('RUNG_ABOVE_PROPOSAL', { highest: 2 });
  });

  it('is refused for a rung that is none', () => {
    given(placementProposed)
      .when(accept({ rung: 0 }))
      .thenRejected('RUNG_UNKNOWN');
    given(placementProposed)
      .when(accept({ rung: 1.5 }))
      .thenRejected('RUNG_UNKNOWN');
  });

  it('is refused without a reason', () => {
    given(placementProposed)
      .when(accept({ reason: 'Too few.' }))
      .thenRejected('TEXT_TOO_SHORT', { field: 'reason' });
  });

  it('is refused to the municipality and to the programme office', () => {
    given(placementProposed)
      .when(accept({}, actorOf(MUNICIPALITY)))
      .thenRejected('NOT_DECIDING_PARTY');
    given(placementProposed)
      .when(accept({}, actorOf(PROGRAMME)))
      .thenRejected('NOT_DECIDING_PARTY');
  });

  it('asks for the role of reviewer or signatory', () => {
    given(placementProposed)
      .when(accept({}, actorOf(PROVINCE, 'REPORTER')))
      .thenRejected('ROLE_MISSING', { roles: ['REVIEWER', 'SIGNATORY'] });
    given(placementProposed)
      .when(accept({}, actorOf(PROVINCE, 'SIGNATORY')))
      .then(placementAccepted);
  });

  it('is refused once the province decided, or the proposal has lapsed', () => {
    given(placementProposed, placementAccepted)
      .when(accept())
      .thenRejected('ESCALATION_NOT_OPEN', { status: 'Placed' });
    given(placementProposed, placementSetAside)
      .when(accept())
      .thenRejected('ESCALATION_NOT_OPEN', { status: 'SetAside' });
    given(placementProposed, { ...resolved, data: { ...resolved.data, escalationId: placementId } })
      .when(accept())
      .thenRejected('ESCALATION_NOT_OPEN', { status: 'Resolved' });
  });

  it('is refused for a case of the agreed route', () => {
    given(raised).when(accept({ escalationId })).thenRejected('ROUTE_NOT_STATUTORY');
  });
});

describe('setting a proposed placement aside', () => {
  const setAside = (changes: Partial<SetAsideProposal['data']> = {}, actor = actorOf(PROVINCE)) =>
    told<SetAsideProposal>(
      'SetAsideProposal',
      {
        escalationId: placementId,
        reason: 'The municipality took over a crisis shelter.',
        isExcusable: true,
        publicationReference: 'gmb-2026-1',
        ...changes,
      },
      actor,
    );

  it('records the reason and whether the miss is excusable', () => {
    given(placementProposed).when(setAside()).then(placementSetAside);
    given(placementProposed)
      .when(setAside({ isExcusable: false, publicationReference: null }))
      .then({
        ...placementSetAside,
        data: { ...placementSetAside.data, isExcusable: false, publicationReference: null },
      });
  });

  it('is refused without a reason', () => {
    given(placementProposed)
      .when(setAside({ reason: '' }))
      .thenRejected('TEXT_TOO_SHORT', { field: 'reason' });
  });

  it('is refused to anyone but the province', () => {
    given(placementProposed)
      .when(setAside({}, actorOf(MUNICIPALITY)))
      .thenRejected('NOT_DECIDING_PARTY');
  });

  it('is refused once the province decided', () => {
    given(placementProposed, placementAccepted).when(setAside()).thenRejected('ESCALATION_NOT_OPEN');
  });
});
