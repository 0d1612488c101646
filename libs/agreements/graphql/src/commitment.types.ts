import type { MeasureKind, SmartGapCode } from '@intekenboek/agreements-domain';
import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, connectionType } from '@intekenboek/platform-nest';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import { CommitmentMeasureKindEnum, SmartGapCodeEnum } from './agreement.enums';
import { AgreementPartyType } from './agreement.types';
import { CommitmentProgressType } from './progress.types';

@ObjectType('CommitmentMeasure', {
  description: 'What is promised, in numbers; which fields are filled follows from the kind (maat).',
})
export class MeasureType {
  @Field(() => CommitmentMeasureKindEnum, { description: 'In what form (soort).' })
  readonly kind!: MeasureKind;

  @Field(() => Float, { nullable: true, description: 'Of AMOUNT and MAXIMUM, in the unit (aantal).' })
  readonly amount!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of BAND: the least (minimum).' })
  readonly min!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of BAND: the most (maximum).' })
  readonly max!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of SHARE: above 0 to 100 (percentage).' })
  readonly percent!: number | null;

  @Field(() => String, { nullable: true, description: 'Of SHARE: a percentage of what (noemer).' })
  readonly denominator!: string | null;

  @Field(() => String, { nullable: true, description: 'Of PROCESS_RESULT: what is done then (resultaat).' })
  readonly result!: string | null;
}

@ObjectType('YearSlice', { description: 'The part of a commitment due in one calendar year (jaarschijf).' })
export class YearSliceType {
  @Field(() => Int, { description: 'The year (jaar).' })
  readonly year!: number;

  @Field(() => Float, { description: 'How much, in the unit of the commitment (aantal).' })
  readonly amount!: number;
}

@ObjectType('SmartGap', {
  description: 'What a commitment lacks to be monitored: advice, it stops nobody (wat ontbreekt).',
})
export class SmartGapType {
  @Field(() => SmartGapCodeEnum, { description: 'What is missing (wat).' })
  readonly code!: SmartGapCode;

  @Field(() => String, { description: 'Which part to complete (onderdeel).' })
  readonly field!: string;

  @Field(() => String, { description: 'What to do, in Dutch (uitleg in het Nederlands).' })
  readonly nl!: string;

  @Field(() => String, { description: 'What to do, in English (uitleg in het Engels).' })
  readonly en!: string;
}

/** Its agreement and its SMART gaps are looked up when they are asked for: see `CommitmentResolver`. */
@ObjectType('Commitment', { description: 'One promise of one party to others (afspraak, inzet).' })
export class CommitmentType {
  @Field(() => ID, { description: 'Its id, unique within its agreement (kenmerk).' })
  readonly id!: string;

  @Field(() => String, { description: 'The sentence that was agreed on (tekst).' })
  readonly text!: string;

  @Field(() => AgreementPartyType, { description: 'The party that owes the result (schuldenaar).' })
  readonly debtor!: AgreementPartyType;

  @Field(() => [AgreementPartyType], { description: 'The parties to whom it is owed (schuldeisers).' })
  readonly creditors!: readonly AgreementPartyType[];

  @Field(() => Boolean, { description: 'Whether it is owed to everyone too (aan het publiek).' })
  readonly isOwedToPublic!: boolean;

  @Field(() => String, { description: 'Code of what is counted: list RESULT_KINDS (resultaatsoort).' })
  readonly resultKind!: string;

  @Field(() => String, { description: 'Code of the unit: list UNITS (eenheid).' })
  readonly unit!: string;

  @Field(() => MeasureType, { description: 'How much (maat).' })
  readonly measure!: MeasureType;

  @Field(() => Boolean, { description: 'False for an effort: it counts towards nothing (meetbaar).' })
  readonly isMeasurable!: boolean;

  @Field(() => CalendarDateScalar, { description: 'First day of its period (vanaf).' })
  readonly from!: CalendarDate;

  @Field(() => CalendarDateScalar, { description: 'The last day on which it is on time (uiterlijk).' })
  readonly deadline!: CalendarDate;

  @Field(() => String, { description: 'Where: GM…., PV.. or NL (grondgebied).' })
  readonly territory!: string;

  @Field(() => String, { nullable: true, description: 'Code of list THEMES (thema).' })
  readonly theme!: string | null;

  @Field(() => [String], { description: 'Codes of list TARGET_GROUPS (aandachtsgroepen).' })
  readonly targetGroups!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Code of list PRICE_SEGMENTS (prijssegment).' })
  readonly priceSegment!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of list DWELLING_KINDS (woningtype).' })
  readonly dwellingKind!: string | null;

  @Field(() => [YearSliceType], { description: 'How much in which year (jaarschijven).' })
  readonly yearSlices!: readonly YearSliceType[];

  @Field(() => String, { description: 'Where its figures come from (bron van de cijfers).' })
  readonly source!: string;

  @Field(() => [ID], { description: 'Targets to which its results count (telt mee voor).' })
  readonly countsTowards!: readonly string[];

  @Field(() => CommitmentProgressType, { description: 'What was reached so far (voortgang).' })
  readonly progress!: CommitmentProgressType;
}

export const CommitmentConnection = connectionType(CommitmentType, 'Commitment');
