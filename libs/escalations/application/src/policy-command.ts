import { type CommandMeta, contentHash, uuidOf } from '@intekenboek/event-sourcing-core';
import type { PolicyCommand } from '@intekenboek/escalations-domain';

/** A command of the policy before it has its place in time. */
export type PlannedCommand = {
  [Type in PolicyCommand['type']]: Omit<Extract<PolicyCommand, { type: Type }>, 'meta'>;
}[PolicyCommand['type']];

/** When and as whom a run sends its commands. */
export type PolicyMoment = Omit<CommandMeta, 'commandId'>;

/**
 * The id of a command is made of what it asks, so that two runs which ask the same, at once or one after another, are
 * one run. A moment in the past is part of what is asked, the clock is not. What differs in anything gets another id
 * and comes to the decider, which does nothing twice.
 */
export function commandOf(planned: PlannedCommand, moment: PolicyMoment): PolicyCommand {
  const { type, data } = planned;
  const { at, effectiveAt } = moment;
  const asked = contentHash({ data, effectiveAt: effectiveAt === at ? null : effectiveAt });
  const commandId = uuidOf(`escalate:${type}:${data.escalationId}:${asked}`);
  return { ...planned, meta: { ...moment, commandId } };
}
