import type { Actor, Clock, CommandReceipt } from '@intekenboek/event-sourcing-core';
import { accepted, CLOCK, CommandAccepted, commandMeta, CurrentActor } from '@intekenboek/platform-nest';
import type { TargetCommands } from '@intekenboek/targets-application';
import type { ApportionmentWish } from '@intekenboek/targets-domain';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';

import {
  ApportionTargetInput,
  CarryOverBacklogInput,
  PublishTaakstellingInput,
  RecordBacklogInput,
  RecordRealisationInput,
  ReviseTargetInput,
  SetTargetInput,
} from './target.inputs';
import { TARGET_COMMANDS } from './tokens';

/** What ministries, provinces, municipalities and COA do with targets. */
@Resolver()
export class TargetCommandsResolver {
  constructor(
    @Inject(TARGET_COMMANDS) private readonly commands: TargetCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => CommandAccepted, { description: 'Sets a target for a territory (opgave vaststellen).' })
  async setTarget(
    @Args('input') input: SetTargetInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { targetId, name, resultKind, territory, from, until, quantity, milestones } = input;
    const { realisedBy, source, legalBasis = null } = input;
    const what = { targetId, name, resultKind, territory, from, until, quantity, milestones };
    return this.answer(
      input,
      this.commands.handle({
        type: 'SetTarget',
        data: { ...what, realisedBy, source, legalBasis },
        meta: commandMeta(input, actor, this.clock),
      }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'Publishes a taakstelling and splits it as the law has it (taakstelling bekendmaken).',
  })
  async publishTaakstelling(
    @Args('input') input: PublishTaakstellingInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { targetId, halfYear, persons, publishedOn, source, standIn = null } = input;
    return this.answer(
      input,
      this.commands.handle({
        type: 'PublishTaakstelling',
        data: { targetId, halfYear, persons, publishedOn, source, standIn },
        meta: commandMeta(input, actor, this.clock),
      }),
    );
  }

  @Mutation(() => CommandAccepted, { description: 'Splits a target over territories (opgave toedelen).' })
  async apportionTarget(
    @Args('input') input: ApportionTargetInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    return this.answer(
      input,
      this.commands.handle({
        type: 'ApportionTarget',
        data: { targetId: input.targetId, wish: wishOf(input) },
        meta: commandMeta(input, actor, this.clock),
      }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'Puts another number beside the earlier one and splits it in the same way (opgave herzien).',
  })
  async reviseTarget(
    @Args('input') input: ReviseTargetInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { targetId, quantity, reason, source, parts = null } = input;
    return this.answer(
      input,
      this.commands.handle({
        type: 'ReviseTarget',
        data: { targetId, quantity, reason, source, parts },
        meta: commandMeta(input, actor, this.clock),
      }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'Carries what was left of the taakstelling before over to this one (achterstand overnemen).',
  })
  async carryOverBacklog(
    @Args('input') input: CarryOverBacklogInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { targetId, previousTargetId } = input;
    const meta = commandMeta(input, actor, this.clock);
    const data = { targetId, previousTargetId };
    return this.answer(input, this.commands.carryOver({ type: 'CarryOverBacklog', data, meta }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Records the backlog of before, as known from elsewhere (achterstand vastleggen).',
  })
  async recordBacklog(
    @Args('input') input: RecordBacklogInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { targetId, parts, source } = input;
    const meta = commandMeta(input, actor, this.clock);
    return this.answer(
      input,
      this.commands.handle({ type: 'RecordBacklog', data: { targetId, parts, source }, meta }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'Records what was reached up to a day (realisatie vastleggen).',
  })
  async recordRealisation(
    @Args('input') input: RecordRealisationInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const { targetId, upTo, parts, source } = input;
    const meta = commandMeta(input, actor, this.clock);
    return this.answer(
      input,
      this.commands.handle({ type: 'RecordRealisation', data: { targetId, upTo, parts, source }, meta }),
    );
  }

  private async answer(
    { targetId }: { readonly targetId: string },
    handled: Promise<CommandReceipt>,
  ): Promise<CommandAccepted> {
    return accepted(targetId, await handled);
  }
}

function wishOf({ strategy, legalBasis, explanation, parts }: ApportionTargetInput): ApportionmentWish {
  return strategy === 'EXPLICIT'
    ? { strategy, legalBasis, explanation: explanation ?? '', parts: parts ?? [] }
    : { strategy, legalBasis, weight: 'POPULATION' };
}
