import {
  AGREEMENT_KINDS,
  type AgreementKind,
  type CommitmentId,
  type ConditionId,
  type Visibility,
  VISIBILITIES,
} from '@intekenboek/agreements-domain';
import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, CommandInput } from '@intekenboek/platform-nest';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import { AgreementKindEnum, AgreementVisibilityEnum } from './agreement.enums';
import { AgreementCommandInput, SIGNATORIES_MAX, TEXT_LENGTH_MAX } from './agreement-command.input';

@InputType({ description: 'A new agreement (nieuwe prestatieafspraken).' })
export class DraftAgreementInput extends CommandInput {
  @Field(() => AgreementKindEnum, { description: 'Between whom (soort).' })
  @IsIn(AGREEMENT_KINDS)
  readonly kind!: AgreementKind;

  @Field(() => String, { description: 'Its title (titel).' })
  @IsString()
  @MaxLength(200)
  readonly title!: string;

  @Field(() => [ID], { description: 'Who signs it, the drafter included (ondertekenaars).' })
  @IsArray()
  @ArrayMaxSize(SIGNATORIES_MAX)
  @IsUUID(undefined, { each: true })
  readonly signatoryIds!: readonly PartyId[];

  @Field(() => CalendarDateScalar, { description: 'First day of its term (looptijd vanaf).' })
  readonly from!: CalendarDate;

  @Field(() => CalendarDateScalar, { description: 'Last day of its term (looptijd tot en met).' })
  readonly until!: CalendarDate;

  @Field(() => AgreementVisibilityEnum, {
    defaultValue: AgreementVisibilityEnum.PARTIES,
    description: 'Who may read it once in force (openbaarheid).',
  })
  @IsIn(VISIBILITIES)
  readonly visibility!: Visibility;

  @Field(() => String, { nullable: true, description: 'On which law it rests (wettelijke grondslag).' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  readonly legalBasis?: string | null;
}

@InputType({ description: 'That one commitment waits for another (nieuwe voorwaarde).' })
export class AddConditionInput extends AgreementCommandInput {
  @Field(() => ID, { description: 'A UUID that you choose for the condition (kenmerk).' })
  @IsUUID()
  readonly conditionId!: ConditionId;

  @Field(() => ID, { description: 'The commitment that waits (afhankelijke afspraak).' })
  @IsUUID()
  readonly dependentId!: CommitmentId;

  @Field(() => ID, {
    description: 'The commitment of another party that it waits for (voorafgaande afspraak).',
  })
  @IsUUID()
  readonly prerequisiteId!: CommitmentId;

  @Field(() => CalendarDateScalar, { description: 'By which day it is needed (nodig op).' })
  readonly neededBy!: CalendarDate;
}

@InputType({ description: 'A condition to take out of the text (te verwijderen voorwaarde).' })
export class RemoveConditionInput extends AgreementCommandInput {
  @Field(() => ID, { description: 'The condition (kenmerk).' })
  @IsUUID()
  readonly conditionId!: ConditionId;
}

@InputType({ description: 'Why only one party owes something (toelichting op eenzijdigheid).' })
export class ExplainOneSidednessInput extends AgreementCommandInput {
  @Field(() => String, { description: 'At least ten characters (toelichting).' })
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly explanation!: string;
}

@InputType({ description: 'That tenants do not take part (huurders doen niet mee).' })
export class RecordTenantsDeclinedInput extends AgreementCommandInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation that declined, if there is one. One that is a signatory leaves the agreement (huurdersorganisatie).',
  })
  @IsOptional()
  @IsUUID()
  readonly partyId?: PartyId | null;

  @Field(() => String, { description: 'At least ten characters (reden).' })
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly reason!: string;
}
