import type { Brand, Message, PartyId } from '@intekenboek/event-sourcing-core';

import type { Subject } from './verdict.v1';

export type EscalationId = Brand<string, 'EscalationId'>;

/** The statutory route only proposes and never climbs by itself; the agreed route follows its ladder. */
export type EscalationRoute = 'STATUTORY' | 'AGREED';

export type EscalationRaisedV1 = Message<
  'escalations.escalation-raised.v1',
  {
    escalationId: EscalationId;
    route: EscalationRoute;
    subject: Subject;
    /** For which measuring period, for example 2026-H2. */
    period: string;
    rung: number;
    respondingPartyIds: readonly PartyId[];
  }
>;
export type EscalationMovedV1 = Message<
  'escalations.escalation-moved.v1',
  { escalationId: EscalationId; subject: Subject; rung: number }
>;
export type EscalationClosedV1 = Message<
  'escalations.escalation-closed.v1',
  { escalationId: EscalationId; subject: Subject; outcome: 'RESOLVED' | 'SET_ASIDE' }
>;

export type EscalationIntegrationEvent = EscalationRaisedV1 | EscalationMovedV1 | EscalationClosedV1;
