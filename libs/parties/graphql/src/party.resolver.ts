import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import type { PartyCommands } from '@intekenboek/parties-application';
import { accepted, CLOCK, CommandAccepted, commandMeta, CurrentActor } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';

import {
  AddPartyIdentifierInput,
  EndPartyIdentifierInput,
  MergePartyInput,
  RegisterPartyInput,
} from './party.inputs';
import { PARTY_COMMANDS } from './tokens';

/** What the keeper of the register does. */
@Resolver()
export class PartyCommandsResolver {
  constructor(
    @Inject(PARTY_COMMANDS) private readonly commands: PartyCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => CommandAccepted, { description: 'Enters a party in the register (partij inschrijven).' })
  async registerParty(
    @Args('input') input: RegisterPartyInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { partyId, kind, name, territory = null, workingArea, identifiers, validFrom, source } = input;
    const data = { partyId, kind, name, territory, workingArea, identifiers, validFrom, source };
    const meta = commandMeta(input, actor, this.clock);
    return accepted(partyId, await this.commands.register({ type: 'RegisterParty', data, meta }));
  }

  @Mutation(() => CommandAccepted, { description: 'Adds an identifier to a party (kenmerk toevoegen).' })
  async addPartyIdentifier(
    @Args('input') input: AddPartyIdentifierInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { partyId, identifier } = input;
    const meta = commandMeta(input, actor, this.clock);
    const data = { partyId, identifier };
    return accepted(partyId, await this.commands.addIdentifier({ type: 'AddIdentifier', data, meta }));
  }

  @Mutation(() => CommandAccepted, { description: 'Lets an identifier end on a day (kenmerk beëindigen).' })
  async endPartyIdentifier(
    @Args('input') input: EndPartyIdentifierInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { partyId, scheme, value, validUntil, reason } = input;
    const meta = commandMeta(input, actor, this.clock);
    const data = { partyId, scheme, value, validUntil, reason };
    return accepted(partyId, await this.commands.endIdentifier({ type: 'EndIdentifier', data, meta }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Lets a party end in its successors (fusie of herindeling). Its history stays readable.',
  })
  async mergeParty(
    @Args('input') input: MergePartyInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { partyId, successorIds, mergedOn, reason } = input;
    const meta = commandMeta(input, actor, this.clock);
    const data = { partyId, successorIds, mergedOn, reason };
    return accepted(partyId, await this.commands.merge({ type: 'MergeParty', data, meta }));
  }
}
