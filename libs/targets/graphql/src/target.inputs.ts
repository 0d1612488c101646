import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, CommandInput, RootPageArgs } from '@intekenboek/platform-nest';
import type { RealisationSource, TargetId } from '@intekenboek/targets-domain';
import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { ApportionmentStrategyEnum, RealisationSourceEnum } from './target.types';

const PARTS_MAX = 500;
// Below this the product with any number of inhabitants is exact.
const NUMBER_MAX = 100_000_000;

@InputType({ isAbstract: true })
abstract class OfTargetInput extends CommandInput {
  @Field(() => ID, { description: 'The target (opgave), a UUID.' })
  @IsUUID()
  readonly targetId!: TargetId;
}

@InputType({ description: 'So much must be reached on a day (mijlpaal).' })
export class MilestoneInput {
  @Field(() => CalendarDateScalar, { description: 'The day (dag).' })
  @Allow()
  readonly on!: CalendarDate;

  @Field(() => Float, { description: 'Counted from the start of the period (cumulatief).' })
  @IsNumber()
  @Max(NUMBER_MAX)
  readonly cumulative!: number;
}

@InputType({ description: 'A number for one territory (aantal per gebied).' })
export class TerritoryQuantityInput {
  @Field(() => ID, { description: 'Code of the territory, such as GM0363 (gebiedscode).' })
  @IsString()
  @MaxLength(6)
  readonly territory!: string;

  @Field(() => Float, { description: 'In the unit of the target (aantal).' })
  @IsNumber()
  @Max(NUMBER_MAX)
  readonly quantity!: number;
}

@InputType({ description: 'A target to set (vast te stellen opgave).' })
export class SetTargetInput extends OfTargetInput {
  @Field(() => String, { description: 'Its name (naam).' })
  @IsString()
  @MaxLength(200)
  readonly name!: string;

  @Field(() => String, { description: 'Code of the result kind (soort resultaat).' })
  @IsString()
  @MaxLength(60)
  readonly resultKind!: string;

  @Field(() => ID, { description: 'Code of the territory that must reach it (gebied).' })
  @IsString()
  @MaxLength(6)
  readonly territory!: string;

  @Field(() => CalendarDateScalar, { description: 'First day of its period (van).' })
  @Allow()
  readonly from!: CalendarDate;

  @Field(() => CalendarDateScalar, { description: 'Last day of its period (tot en met).' })
  @Allow()
  readonly until!: CalendarDate;

  @Field(() => Float, { description: 'The whole, above nought (aantal).' })
  @IsNumber()
  @Max(NUMBER_MAX)
  readonly quantity!: number;

  @Field(() => [MilestoneInput], {
    defaultValue: [],
    description: 'Its path; none is a straight line (mijlpalen).',
  })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MilestoneInput)
  readonly milestones!: readonly MilestoneInput[];

  @Field(() => RealisationSourceEnum, { description: 'How results are known (herkomst van de realisatie).' })
  @IsIn(Object.keys(RealisationSourceEnum))
  readonly realisedBy!: RealisationSource;

  @Field(() => String, { description: 'Where the number comes from (bron).' })
  @IsString()
  @MaxLength(500)
  readonly source!: string;

  @Field(() => String, { nullable: true, description: 'The law or agreement behind it (grondslag).' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly legalBasis?: string | null;
}

@InputType({ description: 'Another day’s population, and why (vervangende peildatum).' })
export class StandInInput {
  @Field(() => CalendarDateScalar, { description: 'The day whose population is known (peildatum).' })
  @Allow()
  readonly populationDate!: CalendarDate;

  @Field(() => String, { description: 'Why that is acceptable (toelichting).' })
  @IsString()
  @MaxLength(500)
  readonly reason!: string;
}

@InputType({ description: 'The number of permit holders for a half-year (taakstelling).' })
export class PublishTaakstellingInput extends OfTargetInput {
  @Field(() => String, { description: 'Such as 2022-H2 (halfjaar).' })
  @IsString()
  @MaxLength(7)
  readonly halfYear!: string;

  @Field(() => Int, { description: 'Persons, national: vg in the law (landelijk aantal).' })
  @IsInt()
  @Max(1_000_000)
  readonly persons!: number;

  @Field(() => CalendarDateScalar, { description: 'Day of publication (bekendgemaakt op).' })
  @Allow()
  readonly publishedOn!: CalendarDate;

  @Field(() => String, { description: 'Where it was published (bron).' })
  @IsString()
  @MaxLength(500)
  readonly source!: string;

  @Field(() => StandInInput, {
    nullable: true,
    description: 'Only when the population of the legal day is not known here (vervangende peildatum).',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => StandInInput)
  readonly standIn?: StandInInput | null;
}

@InputType({
  description: 'How to split a target (toedeling). A taakstelling is split by law when it is published.',
})
export class ApportionTargetInput extends OfTargetInput {
  @Field(() => ApportionmentStrategyEnum, {
    description: 'LARGEST_REMAINDER by inhabitants, or EXPLICIT (wijze).',
  })
  @IsIn(['LARGEST_REMAINDER', 'EXPLICIT'])
  readonly strategy!: 'LARGEST_REMAINDER' | 'EXPLICIT';

  @Field(() => String, { description: 'The law or agreement behind it (grondslag).' })
  @IsString()
  @MaxLength(500)
  readonly legalBasis!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Needed with EXPLICIT: why these parts (toelichting).',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  readonly explanation?: string | null;

  @Field(() => [TerritoryQuantityInput], {
    nullable: true,
    description: 'Needed with EXPLICIT: the parts (delen).',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PARTS_MAX)
  @ValidateNested({ each: true })
  @Type(() => TerritoryQuantityInput)
  readonly parts?: readonly TerritoryQuantityInput[] | null;
}

@InputType({ description: 'Another number for a target, beside the earlier one (herziening).' })
export class ReviseTargetInput extends OfTargetInput {
  @Field(() => Float, { description: 'The new whole (nieuw aantal).' })
  @IsNumber()
  @Max(NUMBER_MAX)
  readonly quantity!: number;

  @Field(() => String, { description: 'Why it changes (reden).' })
  @IsString()
  @MaxLength(2_000)
  readonly reason!: string;

  @Field(() => String, { description: 'Where it was published (bron).' })
  @IsString()
  @MaxLength(500)
  readonly source!: string;

  @Field(() => [TerritoryQuantityInput], {
    nullable: true,
    description: 'Needed when it was split explicitly (delen).',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PARTS_MAX)
  @ValidateNested({ each: true })
  @Type(() => TerritoryQuantityInput)
  readonly parts?: readonly TerritoryQuantityInput[] | null;
}

@InputType({
  description: 'What was left of an earlier taakstelling goes on beside this one (achterstand overnemen).',
})
export class CarryOverBacklogInput extends OfTargetInput {
  @Field(() => ID, { description: 'The taakstelling before it (vorige taakstelling).' })
  @IsUUID()
  readonly previousTargetId!: TargetId;
}

@InputType({ isAbstract: true })
abstract class PartsWithSourceInput extends OfTargetInput {
  @Field(() => [TerritoryQuantityInput], { description: 'Numbers per territory (aantallen per gebied).' })
  @IsArray()
  @ArrayMaxSize(PARTS_MAX)
  @ValidateNested({ each: true })
  @Type(() => TerritoryQuantityInput)
  readonly parts!: readonly TerritoryQuantityInput[];

  @Field(() => String, { description: 'Who counted it, and where that can be found (bron).' })
  @IsString()
  @MaxLength(500)
  readonly source!: string;
}

@InputType({ description: 'The backlog at the start, as known from elsewhere (achterstand vastleggen).' })
export class RecordBacklogInput extends PartsWithSourceInput {}

@InputType({ description: 'What was reached up to a day, counted from the start (realisatie vastleggen).' })
export class RecordRealisationInput extends PartsWithSourceInput {
  @Field(() => CalendarDateScalar, { description: 'Up to and including this day (tot en met).' })
  @Allow()
  readonly upTo!: CalendarDate;
}

@ArgsType()
export class TargetsArgs extends RootPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only targets of this territory itself (gebied).' })
  @IsOptional()
  @IsString()
  @MaxLength(6)
  readonly territory?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this half-year, such as 2022-H2 (halfjaar).' })
  @IsOptional()
  @IsString()
  @MaxLength(7)
  readonly halfYear?: string | null;
}
