import { AgreementStore } from '@intekenboek/agreements-read-model';
import type { RequestContext } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { loadersFor } from './agreement.loaders';
import { AgreementPartyType } from './agreement.types';
import { AGREEMENT_STORE } from './tokens';

/** Under which name and as what a party is known: parties are public bodies, their names are no secret. */
@Resolver(() => AgreementPartyType)
export class AgreementPartyResolver {
  constructor(@Inject(AGREEMENT_STORE) private readonly agreements: AgreementStore) {}

  @ResolveField(() => String, {
    description: 'Its name as the register has it; its id while the register is being read (naam).',
  })
  async name(@Parent() { id }: AgreementPartyType, @Context() context: RequestContext): Promise<string> {
    return (await loadersFor(context, this.agreements).names.load(id))?.name ?? id;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What kind of body it is, one of PartyKind (soort partij).',
  })
  async kind(
    @Parent() { id }: AgreementPartyType,
    @Context() context: RequestContext,
  ): Promise<string | null> {
    return (await loadersFor(context, this.agreements).names.load(id))?.kind ?? null;
  }
}
