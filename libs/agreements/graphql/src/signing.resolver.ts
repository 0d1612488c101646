import type { AgreementCommands } from '@intekenboek/agreements-application';
import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import { accepted, CLOCK, CommandAccepted, commandMeta, CurrentActor } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';

import {
  DeclineAgreementInput,
  ProposeAgreementInput,
  SignAgreementInput,
  WithdrawProposalInput,
} from './signing.inputs';
import { AGREEMENT_COMMANDS } from './tokens';

/** The way of a text from draft to force. */
@Resolver()
export class SigningResolver {
  constructor(
    @Inject(AGREEMENT_COMMANDS) private readonly commands: AgreementCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => CommandAccepted, {
    description: 'Freezes the text and lays it before the parties (voorleggen).',
  })
  async proposeAgreement(
    @Args('input') input: ProposeAgreementInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId } = input;
    const data = { agreementId };
    return accepted(agreementId, await this.commands.propose({ type: 'ProposeAgreement', meta, data }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Makes the text a draft again; signatures lapse (voorstel intrekken).',
  })
  async withdrawProposal(
    @Args('input') input: WithdrawProposalInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, reason } = input;
    const data = { agreementId, reason };
    return accepted(agreementId, await this.commands.withdraw({ type: 'WithdrawProposal', meta, data }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Binds your party to the text that you have read (ondertekenen).',
  })
  async signAgreement(
    @Args('input') input: SignAgreementInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, textVersion } = input;
    const data = { agreementId, textVersion, contentHash: input.contentHash.toLowerCase() };
    return accepted(agreementId, await this.commands.sign({ type: 'SignAgreement', meta, data }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Says that your party does not sign this text, and why (weigeren).',
  })
  async declineAgreement(
    @Args('input') input: DeclineAgreementInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, textVersion, reasons } = input;
    const data = { agreementId, textVersion, reasons };
    return accepted(agreementId, await this.commands.decline({ type: 'DeclineAgreement', meta, data }));
  }
}
