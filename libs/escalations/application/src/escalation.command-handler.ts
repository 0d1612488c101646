import { commandHandler, type EventStore, type HandleCommand } from '@intekenboek/event-sourcing-core';
import {
  decodeEscalationEvent,
  type EscalationCommand,
  escalationDecider,
  type EscalationId,
} from '@intekenboek/escalations-domain';

export type HandleEscalationCommand = HandleCommand<EscalationCommand>;

export const escalationStream = (escalationId: EscalationId) => `escalation-${escalationId}` as const;

export const escalationCommandHandler = (eventStore: EventStore): HandleEscalationCommand =>
  commandHandler({
    eventStore,
    decider: escalationDecider,
    decode: decodeEscalationEvent,
    streamOf: ({ data }) => escalationStream(data.escalationId),
  });
