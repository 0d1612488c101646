import { decodeEscalationEvent, ESCALATION_EVENT_TYPES } from '@intekenboek/escalations-domain';
import type { IntegrationTranslator } from '@intekenboek/messaging-contracts';

/** What other contexts may know of cases: that they are there, how high, and that they are over. */
export const escalationIntegration: IntegrationTranslator = {
  eventTypes: ESCALATION_EVENT_TYPES,
  translate: (recorded) => {
    const { type, data } = decodeEscalationEvent(recorded.type, recorded.data);
    switch (type) {
      case 'EscalationRaised': {
        const { escalationId, subject, period, rung, respondingPartyId } = data;
        const respondingPartyIds = [respondingPartyId];
        return [
          {
            type: 'escalations.escalation-raised.v1',
            data: { escalationId, route: 'AGREED', subject, period, rung, respondingPartyIds },
          },
        ];
      }
      case 'PlacementProposed': {
        const { escalationId, subject, period, proposedRung: rung, municipalityId } = data;
        const respondingPartyIds = [municipalityId];
        return [
          {
            type: 'escalations.escalation-raised.v1',
            data: { escalationId, route: 'STATUTORY', subject, period, rung, respondingPartyIds },
          },
        ];
      }
      case 'EscalationMovedUp':
      case 'PlacementAccepted': {
        const { escalationId, subject, rung } = data;
        return [{ type: 'escalations.escalation-moved.v1', data: { escalationId, subject, rung } }];
      }
      case 'EscalationResolved':
      case 'PlacementSetAside': {
        const { escalationId, subject } = data;
        const outcome = type === 'EscalationResolved' ? 'RESOLVED' : 'SET_ASIDE';
        return [{ type: 'escalations.escalation-closed.v1', data: { escalationId, subject, outcome } }];
      }
      case 'EscalationSubjectsAdded':
      case 'EscalationResponseGiven':
      case 'EscalationViewGiven':
      case 'EscalationBecameOverdue':
      case 'EscalationDecided':
        return [];
    }
  },
};
