import type { AgreementStatus } from '@intekenboek/agreements-read-model';
import { AGREEMENT_STATUSES } from '@intekenboek/agreements-read-model';
import { RootPageArgs } from '@intekenboek/platform-nest';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';

import { AgreementStatusEnum } from './agreement.enums';

@ArgsType()
export class AgreementsArgs extends RootPageArgs {
  @Field(() => AgreementStatusEnum, { nullable: true, description: 'Only these (status).' })
  @IsOptional()
  @IsIn(AGREEMENT_STATUSES)
  readonly status?: AgreementStatus | null;

  @Field(() => ID, { nullable: true, description: 'Only those that this party signs (partij).' })
  @IsOptional()
  @IsUUID()
  readonly partyId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those of or about this municipality: GM…. (gemeente).',
  })
  @IsOptional()
  @Matches(/^GM\d{4}$/)
  readonly municipality?: string | null;
}

@ArgsType()
export class CommitmentsArgs extends RootPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only what this party owes (schuldenaar).' })
  @IsOptional()
  @IsUUID()
  readonly debtorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what is owed to this party (schuldeiser).' })
  @IsOptional()
  @IsUUID()
  readonly creditorId?: string | null;
}
