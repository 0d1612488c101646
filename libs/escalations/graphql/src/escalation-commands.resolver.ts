import type { HandleEscalationCommand } from '@intekenboek/escalations-application';
import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import { accepted, CLOCK, CommandAccepted, commandMeta, CurrentActor } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';

import {
  AcceptPlacementInput,
  DecideEscalationInput,
  GiveViewOnEscalationInput,
  RespondToEscalationInput,
  SetAsidePlacementInput,
} from './escalation.inputs';
import { ESCALATION_COMMANDS } from './tokens';

/** What people do in a case. Raising, moving up and resolving follow from verdicts and have no mutation. */
@Resolver()
export class EscalationCommandsResolver {
  constructor(
    @Inject(ESCALATION_COMMANDS) private readonly handle: HandleEscalationCommand,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => CommandAccepted, {
    description: 'The party whose lag it is explains: comply or explain (reageren op een escalatie).',
  })
  async respondToEscalation(
    @Args('input') input: RespondToEscalationInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { escalationId, reasonCode, text, evidenceReference = null, recoveryOn = null } = input;
    const data = { escalationId, reasonCode, text, evidenceReference, recoveryOn };
    const meta = commandMeta(input, actor, this.clock);
    return accepted(escalationId, await this.handle({ type: 'RespondToEscalation', data, meta }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Another party concerned is heard before the next rung (zienswijze geven).',
  })
  async giveViewOnEscalation(
    @Args('input') input: GiveViewOnEscalationInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { escalationId, text } = input;
    const meta = commandMeta(input, actor, this.clock);
    return accepted(
      escalationId,
      await this.handle({ type: 'GiveView', data: { escalationId, text }, meta }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'A deciding party of the rung decides, with an instrument and reasons (beslissen).',
  })
  async decideEscalation(
    @Args('input') input: DecideEscalationInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { escalationId, instrument, reasons, recoverBy = null } = input;
    const data = { escalationId, instrument, reasons, recoverBy };
    const meta = commandMeta(input, actor, this.clock);
    return accepted(escalationId, await this.handle({ type: 'DecideEscalation', data, meta }));
  }

  @Mutation(() => CommandAccepted, {
    description:
      'Statutory route: the province decides on a rung, never above the proposal (plaatsing vaststellen).',
  })
  async acceptPlacement(
    @Args('input') input: AcceptPlacementInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { escalationId, rung, reason, publicationReference = null } = input;
    const data = { escalationId, rung, reason, publicationReference };
    const meta = commandMeta(input, actor, this.clock);
    return accepted(escalationId, await this.handle({ type: 'AcceptProposal', data, meta }));
  }

  @Mutation(() => CommandAccepted, {
    description:
      'Statutory route: the province sets the proposal aside, with its reason (voorstel terzijde leggen).',
  })
  async setAsidePlacement(
    @Args('input') input: SetAsidePlacementInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { escalationId, reason, isExcusable, publicationReference = null } = input;
    const data = { escalationId, reason, isExcusable, publicationReference };
    const meta = commandMeta(input, actor, this.clock);
    return accepted(escalationId, await this.handle({ type: 'SetAsideProposal', data, meta }));
  }
}
