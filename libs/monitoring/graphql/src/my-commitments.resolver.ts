import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import { cursorOf, MonitoringStore } from '@intekenboek/monitoring-read-model';
import {
  CLOCK,
  type Connection,
  connectionOf,
  CurrentActor,
  CurrentReader,
  decodeCursor,
} from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';

import { MyCommitmentConnection, MyCommitmentType } from './my-commitment.types';
import { CommitmentVerdictArgs, MyCommitmentsArgs } from './progress.args';
import { MONITORING_STORE } from './tokens';
import { VerdictType } from './verdict.types';

@Resolver(() => MyCommitmentType)
export class MyCommitmentsResolver {
  constructor(
    @Inject(MONITORING_STORE) private readonly monitoring: MonitoringStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => MyCommitmentConnection, {
    description:
      'What your party owes, or what is owed to it, in agreements in force, by deadline, each with its verdict on a day (mijn afspraken).',
  })
  async myCommitments(
    @Args() { side, asOf, state, first, after }: MyCommitmentsArgs,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<MyCommitmentType>> {
    const { rows, totalCount } = await this.monitoring.myCommitments(actor, {
      side,
      asOf: asOf ?? this.clock.today(),
      state: state ?? null,
      limit: first + 1,
      after: after ? decodeCursor(after, ['string', 'string', 'string']) : null,
    });
    return connectionOf(rows, { first, after, totalCount, cursorOf });
  }

  @Query(() => VerdictType, {
    nullable: true,
    description:
      'The verdict on one commitment on a day (oordeel over een afspraak); null when it is not in force then, or not for you to see.',
  })
  async commitmentVerdict(
    @Args() { commitmentId, asOf, knownOn }: CommitmentVerdictArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<VerdictType | null> {
    const moment = { asOf: asOf ?? this.clock.today(), knownOn: knownOn ?? null };
    // A UUID in capitals is the same UUID.
    const found = await this.monitoring.commitment(commitmentId.toLowerCase(), moment, reader);
    return found?.verdict ?? null;
  }
}
