import { asStored, eventCodec, type StoredEventReaders } from '@intekenboek/event-sourcing-core';

import type { EscalationEvent } from './escalation.events';

const readers: StoredEventReaders<EscalationEvent> = {
  EscalationRaised: asStored,
  EscalationSubjectsAdded: asStored,
  EscalationResponseGiven: asStored,
  EscalationViewGiven: asStored,
  EscalationMovedUp: asStored,
  EscalationBecameOverdue: asStored,
  EscalationDecided: asStored,
  EscalationResolved: asStored,
  PlacementProposed: asStored,
  PlacementAccepted: asStored,
  PlacementSetAside: asStored,
};

export const ESCALATION_EVENT_TYPES: readonly string[] = Object.keys(readers);

export const decodeEscalationEvent = eventCodec<EscalationEvent>(readers);
