import {
  commandHandler,
  type CommandMeta,
  type CommandReceipt,
  type EventStore,
  type HandleCommand,
  type PartyId,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import {
  type AddIdentifier,
  type ClaimIdentifier,
  decodeIdentifierClaim,
  decodePartyEvent,
  identifier,
  identifierClaimDecider,
  type IdentifierInput,
  type MergeParty,
  type PartyCommand,
  partyDecider,
  type RegisterParty,
  type EndIdentifier,
} from '@intekenboek/parties-domain';

import { partyRegister, partyStream } from './party-register';

export interface PartyCommands {
  register(command: RegisterParty): Promise<CommandReceipt>;
  addIdentifier(command: AddIdentifier): Promise<CommandReceipt>;
  endIdentifier(command: EndIdentifier): Promise<CommandReceipt>;
  /** What is known of the successors is looked up here. */
  merge(command: Omit<MergeParty, 'successors'>): Promise<CommandReceipt>;
}

/** Everything that can be asked of the register of parties. */
export function partyCommands(eventStore: EventStore): PartyCommands {
  const register = partyRegister(eventStore);
  const handle: HandleCommand<PartyCommand> = commandHandler({
    eventStore,
    decider: partyDecider,
    decode: decodePartyEvent,
    streamOf: ({ data }) => partyStream(data.partyId),
  });
  const claim = commandHandler({
    eventStore,
    decider: identifierClaimDecider,
    decode: decodeIdentifierClaim,
    streamOf: ({ data }: ClaimIdentifier) => `identifier-${data.scheme}.${data.value}` as const,
  });

  async function claimAll(
    partyId: PartyId,
    inputs: readonly IdentifierInput[],
    meta: CommandMeta,
  ): Promise<void> {
    for (const { scheme, value } of inputs.map(identifier)) {
      // One id per claim, made from the command's: sent again, it is the same claim.
      const commandId = uuidOf(`claim:${meta.commandId}:${scheme}:${value}`);
      await claim({
        type: 'ClaimIdentifier',
        data: { scheme, value, partyId },
        meta: { ...meta, commandId },
      });
    }
  }

  // Refused before anything is claimed: a claim by a party that never came would stand in the way of another.
  async function requireAcceptable(command: RegisterParty | AddIdentifier): Promise<void> {
    const { events } = await eventStore.readStream(partyStream(command.data.partyId));
    if (events.some(({ metadata }) => metadata.commandId === command.meta.commandId)) return;
    const state = events
      .map(({ type, data }) => decodePartyEvent(type, data))
      .reduce(partyDecider.evolve, partyDecider.initialState);
    partyDecider.decide(command, state);
  }

  return {
    async register(command) {
      await requireAcceptable(command);
      await claimAll(command.data.partyId, command.data.identifiers, command.meta);
      return handle(command);
    },
    async addIdentifier(command) {
      await requireAcceptable(command);
      await claimAll(command.data.partyId, [command.data.identifier], command.meta);
      return handle(command);
    },
    endIdentifier: handle,
    async merge(command) {
      const cards = await Promise.all(command.data.successorIds.map((partyId) => register.find(partyId)));
      const successors = cards
        .filter((card) => card !== null)
        .map(({ partyId, kind, endedOn }) => ({ partyId, kind, isEnded: endedOn !== null }));
      return handle({ ...command, successors });
    },
  };
}
