import type { AgreementCommands } from '@intekenboek/agreements-application';
import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import { accepted, CLOCK, CommandAccepted, commandMeta, CurrentActor } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';

import {
  ConfirmProgressInput,
  CorrectProgressInput,
  DisputeProgressInput,
  ReportProgressInput,
} from './progress.inputs';
import { AGREEMENT_COMMANDS } from './tokens';

/** What the debtor reports, and what its creditors say of it. */
@Resolver()
export class ProgressResolver {
  constructor(
    @Inject(AGREEMENT_COMMANDS) private readonly commands: AgreementCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => CommandAccepted, {
    description: 'Reports what your party realised on its commitment (voortgang melden).',
  })
  async reportProgress(
    @Args('input') input: ReportProgressInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, commitmentId, reportId, amount, realisedOn, evidence = null } = input;
    const data = { agreementId, commitmentId, reportId, amount, realisedOn, evidence };
    return accepted(reportId, await this.commands.reportProgress({ type: 'ReportProgress', meta, data }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Puts a report in the place of an earlier one of your party (voortgang corrigeren).',
  })
  async correctProgress(
    @Args('input') input: CorrectProgressInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, commitmentId, reportId, correctsReportId, reason } = input;
    const { amount, realisedOn, evidence = null } = input;
    const report = { commitmentId, reportId, amount, realisedOn, evidence };
    const data = { agreementId, ...report, correctsReportId, reason };
    return accepted(reportId, await this.commands.correctProgress({ type: 'CorrectProgress', meta, data }));
  }

  @Mutation(() => CommandAccepted, {
    description: 'Says that a report of what is owed to your party is right (voortgang bevestigen).',
  })
  async confirmProgress(
    @Args('input') input: ConfirmProgressInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, commitmentId, reportId } = input;
    const data = { agreementId, commitmentId, reportId };
    return accepted(reportId, await this.commands.confirmProgress({ type: 'ConfirmProgress', meta, data }));
  }

  @Mutation(() => CommandAccepted, {
    description:
      'Says that a report of what is owed to your party is not right, and why (voortgang betwisten).',
  })
  async disputeProgress(
    @Args('input') input: DisputeProgressInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAccepted> {
    const meta = commandMeta(input, actor, this.clock);
    const { agreementId, commitmentId, reportId, reasons } = input;
    const data = { agreementId, commitmentId, reportId, reasons };
    return accepted(reportId, await this.commands.disputeProgress({ type: 'DisputeProgress', meta, data }));
  }
}
