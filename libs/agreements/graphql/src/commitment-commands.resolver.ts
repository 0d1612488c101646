import type { AgreementCommands } from '@intekenboek/agreements-application';
import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import { accepted, CLOCK, CommandAccepted, commandMeta, CurrentActor } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';

import { AddCommitmentInput, RemoveCommitmentInput, ReviseCommitmentInput } from './commitment.inputs';
import { wordingOf } from './commitment.wording';
import { AGREEMENT_COMMANDS } from './tokens';

/** Writing promises into a draft. */
@Resolver()
export class CommitmentCommandsResolver {
  constructor(
    @Inject(AGREEMENT_COMMANDS) private readonly commands: AgreementCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => CommandAccepted, {
    description: 'Writes a commitment into the draft (afspraak toevoegen).',
  })
  async addCommitment(
    @Args('input') input: AddCommitmentInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, commitment } = input;
    const data = { agreementId, commitment: wordingOf(commitment) };
    return accepted(
      commitment.commitmentId,
      await this.commands.addCommitment({ type: 'AddCommitment', meta, data }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'Replaces a commitment in the draft, whole (afspraak wijzigen).',
  })
  async reviseCommitment(
    @Args('input') input: ReviseCommitmentInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, commitment } = input;
    const data = { agreementId, commitment: wordingOf(commitment) };
    return accepted(
      commitment.commitmentId,
      await this.commands.reviseCommitment({ type: 'ReviseCommitment', meta, data }),
    );
  }

  @Mutation(() => CommandAccepted, {
    description: 'Takes a commitment out of the draft (afspraak verwijderen).',
  })
  async removeCommitment(
    @Args('input') input: RemoveCommitmentInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, commitmentId } = input;
    const data = { agreementId, commitmentId };
    return accepted(
      commitmentId,
      await this.commands.removeCommitment({ type: 'RemoveCommitment', meta, data }),
    );
  }
}
