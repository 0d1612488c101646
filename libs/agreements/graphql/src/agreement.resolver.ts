import { canonicalTerms } from '@intekenboek/agreements-domain';
import { AgreementStore, type Reader, termsOf } from '@intekenboek/agreements-read-model';
import { canonicalJson } from '@intekenboek/event-sourcing-core';
import {
  type Connection,
  connectionOf,
  CurrentReader,
  decodeCursor,
  type RequestContext,
  WaitForArgs,
} from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { AgreementsArgs } from './agreement.args';
import { loadersFor } from './agreement.loaders';
import { AgreementConnection, AgreementType } from './agreement.types';
import { type AgreementNode, agreementOf } from './agreement.views';
import { CommitmentType } from './commitment.types';
import { type CommitmentNode, commitmentOf } from './commitment.views';
import { AGREEMENT_STORE } from './tokens';

/** Questions about agreements. Whoever may not see one gets the same answer as when there is none. */
@Resolver(() => AgreementType)
export class AgreementResolver {
  constructor(@Inject(AGREEMENT_STORE) private readonly agreements: AgreementStore) {}

  @Query(() => AgreementType, {
    nullable: true,
    description: 'One agreement (prestatieafspraken); null when there is none that you may see.',
  })
  async agreement(
    @Args('id', { type: () => ID, description: 'The agreement (kenmerk).' }) id: string,
    @Args() _wait: WaitForArgs,
    @CurrentReader() reader: Reader,
  ): Promise<AgreementNode | null> {
    const seen = await this.agreements.find(id, reader);
    return seen === null ? null : agreementOf(seen);
  }

  @Query(() => AgreementConnection, {
    name: 'agreements',
    description: 'The agreements that you may see, newest first (prestatieafspraken).',
  })
  async list(
    @Args() { first, after, status = null, partyId = null, municipality = null }: AgreementsArgs,
    @CurrentReader() reader: Reader,
  ): Promise<Connection<AgreementNode>> {
    const [position = null] = after ? decodeCursor(after, ['string']) : [];
    const page = { limit: first + 1, after: position };
    const { rows, totalCount } = await this.agreements.list({ status, partyId, municipality }, reader, page);
    const cursorOf = ({ seen }: AgreementNode) => [seen.row.drafted_position];
    return connectionOf(rows.map(agreementOf), { first, after, totalCount, cursorOf });
  }

  @ResolveField(() => [CommitmentType], { description: 'What the parties promise one another (afspraken).' })
  async commitments(
    @Parent() { seen }: AgreementNode,
    @Context() context: RequestContext,
  ): Promise<readonly CommitmentNode[]> {
    const rows = await loadersFor(context, this.agreements).commitments.load(seen.row.agreement_id);
    return rows.map((row) => commitmentOf(row, seen));
  }

  @ResolveField(() => String, {
    description:
      'The whole text in one fixed form, JSON: its SHA-256 is what a signature covers, so that anyone can check it (vaste tekstvorm).',
  })
  async canonicalText(
    @Parent() { seen }: AgreementNode,
    @Context() context: RequestContext,
  ): Promise<string> {
    const rows = await loadersFor(context, this.agreements).commitments.load(seen.row.agreement_id);
    return canonicalJson(canonicalTerms(termsOf(seen.row, rows)));
  }
}
