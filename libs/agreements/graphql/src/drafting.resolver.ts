import { agreementIdOf, type AgreementCommands } from '@intekenboek/agreements-application';
import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import { accepted, CLOCK, CommandAccepted, commandMeta, CurrentActor } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';

import {
  AddConditionInput,
  DraftAgreementInput,
  ExplainOneSidednessInput,
  RecordTenantsDeclinedInput,
  RemoveConditionInput,
} from './drafting.inputs';
import { AGREEMENT_COMMANDS } from './tokens';

/** Beginning an agreement, and how its promises hang together. */
@Resolver()
export class DraftingResolver {
  constructor(
    @Inject(AGREEMENT_COMMANDS) private readonly commands: AgreementCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => CommandAccepted, {
    description: 'Begins an agreement; the answer carries its id (prestatieafspraken opstellen).',
  })
  async draftAgreement(
    @Args('input') input: DraftAgreementInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const agreementId = agreementIdOf(meta.commandId);
    const { kind, title, signatoryIds, from, until, visibility, legalBasis = null } = input;
    const data = { agreementId, kind, title, signatoryIds, from, until, visibility, legalBasis };
    return accepted(agreementId, await this.commands.draft({ type: 'DraftAgreement', meta, data }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Makes one commitment wait for another of another party (voorwaarde toevoegen).',
  })
  async addCondition(
    @Args('input') input: AddConditionInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, conditionId, dependentId, prerequisiteId, neededBy } = input;
    const data = { agreementId, condition: { conditionId, dependentId, prerequisiteId, neededBy } };
    return accepted(conditionId, await this.commands.addCondition({ type: 'AddCondition', meta, data }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Takes a condition out of the text (voorwaarde verwijderen).',
  })
  async removeCondition(
    @Args('input') input: RemoveConditionInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, conditionId } = input;
    const data = { agreementId, conditionId };
    return accepted(
      conditionId,
      await this.commands.removeCondition({ type: 'RemoveCondition', meta, data }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'Explains why only one party owes something (eenzijdigheid toelichten).',
  })
  async explainOneSidedness(
    @Args('input') input: ExplainOneSidednessInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, explanation } = input;
    const data = { agreementId, explanation };
    return accepted(
      agreementId,
      await this.commands.explainOneSidedness({ type: 'ExplainOneSidedness', meta, data }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'Records that tenants do not take part, and why (vastleggen dat huurders niet meedoen).',
  })
  async recordTenantsDeclined(
    @Args('input') input: RecordTenantsDeclinedInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, partyId = null, reason } = input;
    const data = { agreementId, partyId, reason };
    return accepted(
      agreementId,
      await this.commands.recordTenantsDeclined({ type: 'RecordTenantsDeclined', meta, data }),
    );
  }
}
