import type { CommitmentId, MeasureKind, TargetId } from '@intekenboek/agreements-domain';
import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar } from '@intekenboek/platform-nest';
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { CommitmentMeasureKindEnum, MEASURE_KINDS } from './agreement.enums';
import { AgreementCommandInput, SIGNATORIES_MAX, TEXT_LENGTH_MAX } from './agreement-command.input';

export const CODE_LENGTH_MAX = 60;
export const CODES_MAX = 50;

@InputType({ description: 'What is promised, in numbers; fill what the kind asks for (maat).' })
export class CommitmentMeasureInput {
  @Field(() => CommitmentMeasureKindEnum, { description: 'In what form (soort).' })
  @IsIn(MEASURE_KINDS)
  readonly kind!: MeasureKind;

  @Field(() => Float, { nullable: true, description: 'For AMOUNT and MAXIMUM (aantal).' })
  @IsOptional()
  @IsNumber()
  readonly amount?: number | null;

  @Field(() => Float, { nullable: true, description: 'For BAND: the least (minimum).' })
  @IsOptional()
  @IsNumber()
  readonly min?: number | null;

  @Field(() => Float, { nullable: true, description: 'For BAND: the most (maximum).' })
  @IsOptional()
  @IsNumber()
  readonly max?: number | null;

  @Field(() => Float, { nullable: true, description: 'For SHARE: above 0 to 100 (percentage).' })
  @IsOptional()
  @IsNumber()
  readonly percent?: number | null;

  @Field(() => String, { nullable: true, description: 'For SHARE: a percentage of what (noemer).' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly denominator?: string | null;

  @Field(() => String, { nullable: true, description: 'For PROCESS_RESULT: what is done then (resultaat).' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly result?: string | null;
}

@InputType({ description: 'The part due in one calendar year (jaarschijf).' })
export class YearSliceInput {
  @Field(() => Int, { description: 'The year (jaar).' })
  @IsInt()
  readonly year!: number;

  @Field(() => Float, { description: 'How much, in the unit of the commitment (aantal).' })
  @IsNumber()
  readonly amount!: number;
}

@InputType({ description: 'One promise, whole (afspraak).' })
export class CommitmentInput {
  @Field(() => ID, { description: 'A UUID that you choose for the commitment (kenmerk).' })
  @IsUUID()
  readonly commitmentId!: CommitmentId;

  @Field(() => String, { description: 'The sentence to agree on (tekst).' })
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly text!: string;

  @Field(() => ID, { description: 'The party that owes the result (schuldenaar).' })
  @IsUUID()
  readonly debtorId!: PartyId;

  @Field(() => [ID], { defaultValue: [], description: 'The parties to whom it is owed (schuldeisers).' })
  @IsArray()
  @ArrayMaxSize(SIGNATORIES_MAX)
  @IsUUID(undefined, { each: true })
  readonly creditorIds!: readonly PartyId[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is owed to everyone too (aan het publiek).',
  })
  @IsBoolean()
  readonly isOwedToPublic!: boolean;

  @Field(() => String, { description: 'Code of what is counted: list RESULT_KINDS (resultaatsoort).' })
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  readonly resultKind!: string;

  @Field(() => CommitmentMeasureInput, { description: 'How much (maat).' })
  @ValidateNested()
  @Type(() => CommitmentMeasureInput)
  readonly measure!: CommitmentMeasureInput;

  @Field(() => CalendarDateScalar, { description: 'First day of its period (vanaf).' })
  readonly from!: CalendarDate;

  @Field(() => CalendarDateScalar, { description: 'The last day on which it is on time (uiterlijk).' })
  readonly deadline!: CalendarDate;

  @Field(() => String, { description: 'Where: GM…., PV.. or NL (grondgebied).' })
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  readonly territory!: string;

  @Field(() => String, { nullable: true, description: 'Code of list THEMES (thema).' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  readonly theme?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Codes of list TARGET_GROUPS (aandachtsgroepen).' })
  @IsArray()
  @ArrayMaxSize(CODES_MAX)
  @IsString({ each: true })
  readonly targetGroups!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Code of list PRICE_SEGMENTS (prijssegment).' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  readonly priceSegment?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of list DWELLING_KINDS (woningtype).' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  readonly dwellingKind?: string | null;

  @Field(() => [YearSliceInput], { defaultValue: [], description: 'How much in which year (jaarschijven).' })
  @IsArray()
  @ArrayMaxSize(CODES_MAX)
  @ValidateNested({ each: true })
  @Type(() => YearSliceInput)
  readonly yearSlices!: readonly YearSliceInput[];

  @Field(() => String, {
    defaultValue: '',
    description: 'Where its figures come from; empty for an effort (bron van de cijfers).',
  })
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly source!: string;

  @Field(() => [ID], { defaultValue: [], description: 'Targets to which its results count (telt mee voor).' })
  @IsArray()
  @ArrayMaxSize(CODES_MAX)
  @IsUUID(undefined, { each: true })
  readonly countsTowards!: readonly TargetId[];
}

@InputType({ description: 'A commitment to write into the text (toe te voegen afspraak).' })
export class AddCommitmentInput extends AgreementCommandInput {
  @Field(() => CommitmentInput, { description: 'The commitment (afspraak).' })
  @ValidateNested()
  @Type(() => CommitmentInput)
  readonly commitment!: CommitmentInput;
}

@InputType({ description: 'A commitment to replace, sent again whole (te wijzigen afspraak).' })
export class ReviseCommitmentInput extends AddCommitmentInput {}

@InputType({ description: 'A commitment to take out of the text (te verwijderen afspraak).' })
export class RemoveCommitmentInput extends AgreementCommandInput {
  @Field(() => ID, { description: 'The commitment (afspraak).' })
  @IsUUID()
  readonly commitmentId!: CommitmentId;
}
