import {
  commandHandler,
  type CommandReceipt,
  type EventStore,
  type HandleCommand,
} from '@intekenboek/event-sourcing-core';
import {
  type CarryOverBacklog,
  decodeTargetEvent,
  remaindersOf,
  type Target,
  type TargetCommand,
  targetDecider,
  type TargetId,
  TargetRejected,
} from '@intekenboek/targets-domain';

export const targetStream = (targetId: TargetId) => `target-${targetId}` as const;

export interface TargetCommands {
  /** Every command but the one below, whose facts come from another target. */
  readonly handle: HandleCommand<TargetCommand>;
  /**
   * Puts what was left undone of an earlier taakstelling beside a later one.
   * @throws TargetRejected BACKLOG_SOURCE_DIFFERS when the earlier one is not the taakstelling just before it.
   */
  carryOver(command: Omit<CarryOverBacklog, 'previous'>): Promise<CommandReceipt>;
}

export function targetCommands(eventStore: EventStore): TargetCommands {
  const handle = commandHandler({
    eventStore,
    decider: targetDecider,
    decode: decodeTargetEvent,
    streamOf: ({ data }: TargetCommand) => targetStream(data.targetId),
  });

  async function load(targetId: TargetId): Promise<Target> {
    const { events } = await eventStore.readStream(targetStream(targetId));
    return events
      .map(({ type, data }) => decodeTargetEvent(type, data))
      .reduce(targetDecider.evolve, targetDecider.initialState);
  }

  return {
    handle,
    async carryOver(command) {
      const { targetId, previousTargetId } = command.data;
      const [previous, target] = await Promise.all([load(previousTargetId), load(targetId)]);
      const isBefore =
        previous.status === 'Set' &&
        target.status === 'Set' &&
        previous.halfYear !== null &&
        previous.until < target.from;
      if (!isBefore) {
        throw new TargetRejected('BACKLOG_SOURCE_DIFFERS', { rule: '7', field: 'previousTargetId' });
      }
      return handle({ ...command, previous: remaindersOf(previous) });
    },
  };
}
