import { smartCheck } from '@intekenboek/agreements-domain';
import { AgreementStore, type Reader } from '@intekenboek/agreements-read-model';
import { type Connection, connectionOf, CurrentReader, decodeCursor } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { CommitmentsArgs } from './agreement.args';
import { AgreementType } from './agreement.types';
import { type AgreementNode, agreementOf } from './agreement.views';
import { CommitmentConnection, CommitmentType, SmartGapType } from './commitment.types';
import { type CommitmentNode, commitmentOf } from './commitment.views';
import { CommitmentSketchInput } from './commitment-sketch.input';
import { sketchOf } from './commitment.wording';
import { AGREEMENT_STORE } from './tokens';

/** Questions about single promises: what a party owes, and what others owe it. */
@Resolver(() => CommitmentType)
export class CommitmentResolver {
  constructor(@Inject(AGREEMENT_STORE) private readonly agreements: AgreementStore) {}

  @Query(() => CommitmentConnection, {
    name: 'commitments',
    description:
      'Commitments in force that you may see, by deadline: what is owed by or to a party (afspraken).',
  })
  async list(
    @Args() { first, after, debtorId = null, creditorId = null }: CommitmentsArgs,
    @CurrentReader() reader: Reader,
  ): Promise<Connection<CommitmentNode>> {
    const page = { limit: first + 1, after: after ? decodeCursor(after, ['string', 'string']) : null };
    const { rows, totalCount } = await this.agreements.commitments({ debtorId, creditorId }, reader, page);
    const nodes = rows.map(({ row, access }) => commitmentOf(row, { row: row.agreement, access }));
    const cursorOf = ({ row }: CommitmentNode) => [row.deadline, row.commitment_key];
    return connectionOf(nodes, { first, after, totalCount, cursorOf });
  }

  @Query(() => [SmartGapType], {
    description: 'What a commitment lacks to be monitored, while it is being written (SMART-toets).',
  })
  smartCheck(
    @Args('commitment', { description: 'What is written so far (afspraak in wording).' })
    commitment: CommitmentSketchInput,
  ): readonly SmartGapType[] {
    return smartCheck(sketchOf(commitment));
  }

  @ResolveField(() => AgreementType, { description: 'The agreement that it stands in (prestatieafspraken).' })
  agreement(@Parent() { agreement }: CommitmentNode): AgreementNode {
    return agreementOf(agreement);
  }

  @ResolveField(() => [SmartGapType], {
    description: 'What it lacks to be monitored; empty when nothing (SMART-toets).',
  })
  smartGaps(@Parent() { row }: CommitmentNode): readonly SmartGapType[] {
    return smartCheck(row.commitment);
  }
}
