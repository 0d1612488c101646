import type { CalendarDate, Instant } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, connectionType, InstantScalar } from '@intekenboek/platform-nest';
import type { RealisationSource, TargetId } from '@intekenboek/targets-domain';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const RealisationSourceEnum = { RECORDED: 'RECORDED', COMMITMENTS: 'COMMITMENTS' } as const;
registerEnumType(RealisationSourceEnum, {
  name: 'RealisationSource',
  description: 'How results of a target are known (herkomst van de realisatie).',
  valuesMap: {
    RECORDED: { description: 'Recorded by an authority, such as COA (vastgelegd).' },
    COMMITMENTS: { description: 'Summed from commitments that count towards it (uit afspraken).' },
  },
});

export const ApportionmentStrategyEnum = {
  STATUTORY_CEIL: 'STATUTORY_CEIL',
  LARGEST_REMAINDER: 'LARGEST_REMAINDER',
  EXPLICIT: 'EXPLICIT',
} as const;
registerEnumType(ApportionmentStrategyEnum, {
  name: 'ApportionmentStrategy',
  description: 'How a whole is split over territories (wijze van toedeling).',
  valuesMap: {
    STATUTORY_CEIL: {
      description:
        'By inhabitants, every municipality rounded up; the sum exceeds the whole and is never corrected (Huisvestingswet 2014 art. 29).',
    },
    LARGEST_REMAINDER: { description: 'By a weight; the parts sum exactly to the whole (grootste rest).' },
    EXPLICIT: { description: 'As agreed, with an explanation (vastgesteld).' },
  },
});

@ObjectType('Milestone', { description: 'So much must be reached on a day (mijlpaal).' })
export class MilestoneType {
  @Field(() => CalendarDateScalar, { description: 'The day (dag).' })
  readonly on!: CalendarDate;

  @Field(() => Float, { description: 'Counted from the start of the period (cumulatief).' })
  readonly cumulative!: number;
}

@ObjectType('TargetNumber', {
  description: 'A number that a target had; the last one holds (gepubliceerd aantal).',
})
export class TargetNumberType {
  @Field(() => Float, { description: 'In the unit of the target (aantal).' })
  readonly quantity!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it replaced the one before (reden van herziening).',
  })
  readonly reason!: string | null;

  @Field(() => String, { description: 'Where it comes from (bron).' })
  readonly source!: string;

  @Field(() => InstantScalar, { description: 'When it happened in the world (moment van gebeuren).' })
  readonly effectiveAt!: Instant;

  @Field(() => InstantScalar, { description: 'When it was recorded here (moment van vastleggen).' })
  readonly recordedAt!: Instant;
}

@ObjectType('Realisation', { description: 'What was reached up to a day (realisatie).' })
export class RealisationType {
  @Field(() => CalendarDateScalar, { description: 'Up to and including this day (tot en met).' })
  readonly upTo!: CalendarDate;

  @Field(() => Float, { description: 'Counted from the start of the period (cumulatief).' })
  readonly quantity!: number;

  @Field(() => String, { description: 'Who counted it (bron).' })
  readonly source!: string;

  @Field(() => InstantScalar, {
    description: 'When it was recorded; the latest record of a day stands (vastgelegd).',
  })
  readonly recordedAt!: Instant;
}

@ObjectType('TargetPart', { description: 'The part of a target for one territory (toedeling).' })
export class TargetPartType {
  @Field(() => ID, { description: 'Code of the territory (gebiedscode).' })
  readonly territory!: string;

  @Field(() => String, { description: 'Its name on the first day of the target (naam).' })
  readonly territoryName!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'What it was computed from: inhabitants (gewicht, inwoners).',
  })
  readonly weight!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its part of the whole (toegedeeld aantal).' })
  readonly quantity!: number | null;

  @Field(() => String, { nullable: true, description: 'The sum as anyone can make it again (berekening).' })
  readonly calculation!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Left from before, beside the part and never in it; below nought is an advance (achterstand, voorsprong).',
  })
  readonly backlog!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Reached according to the latest record (gerealiseerd).',
  })
  readonly realised!: number | null;

  @Field(() => [RealisationType], {
    description: 'All records, in the order in which they came (realisaties).',
  })
  readonly realisations!: readonly RealisationType[];
}

@ObjectType('Apportionment', { description: 'How the whole was split, with all inputs (toedeling).' })
export class ApportionmentType {
  @Field(() => ApportionmentStrategyEnum, { description: 'The way of splitting (wijze).' })
  readonly strategy!: keyof typeof ApportionmentStrategyEnum;

  @Field(() => String, { description: 'The law or agreement behind it (grondslag).' })
  readonly legalBasis!: string;

  @Field(() => String, { description: 'In words, in Dutch (uitleg).' })
  readonly explanation!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Sum of all weights: iN in the law (inwoners van Nederland).',
  })
  readonly weightTotal!: number | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Day whose population the law names (peildatum volgens de wet).',
  })
  readonly legalPopulationDate!: CalendarDate | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Day whose population was used (gebruikte peildatum).',
  })
  readonly populationDate!: CalendarDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why another day stands in for the legal one (toelichting vervangende peildatum).',
  })
  readonly standInReason!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Borders of this day (gemeentegrenzen op).',
  })
  readonly bordersOn!: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'Where the weights come from (bron).' })
  readonly source!: string | null;

  @Field(() => Float, {
    description:
      'Sum of all parts. For a taakstelling above the whole, and never corrected (som van de delen).',
  })
  readonly sumOfParts!: number;

  @Field(() => Int, { description: 'Number of territories (aantal gebieden).' })
  readonly partsCount!: number;
}

@ObjectType('Target', {
  description: 'A number that a territory must reach in a period (opgave, taakstelling).',
})
export class TargetType {
  @Field(() => ID, { description: 'Its own id, a UUID (kenmerk).' })
  readonly id!: TargetId;

  @Field(() => String, { description: 'Its name (naam).' })
  readonly name!: string;

  @Field(() => String, { description: 'Code of the result kind, such as PERSONS_HOUSED (soort resultaat).' })
  readonly resultKind!: string;

  @Field(() => String, {
    description: 'Code of the unit: a taakstelling counts persons, not dwellings (eenheid).',
  })
  readonly unit!: string;

  @Field(() => ID, { description: 'Code of the territory that must reach it (gebied).' })
  readonly territory!: string;

  @Field(() => CalendarDateScalar, { description: 'First day of its period (van).' })
  readonly from!: CalendarDate;

  @Field(() => CalendarDateScalar, { description: 'Last day of its period (tot en met).' })
  readonly until!: CalendarDate;

  @Field(() => Float, { description: 'The whole as it holds now (aantal).' })
  readonly quantity!: number;

  @Field(() => [TargetNumberType], {
    description: 'Every number it had, the first one first (herzieningen).',
  })
  readonly numbers!: readonly TargetNumberType[];

  @Field(() => [MilestoneType], { description: 'Its path; none is a straight line (mijlpalen).' })
  readonly milestones!: readonly MilestoneType[];

  @Field(() => RealisationSourceEnum, { description: 'How results are known (herkomst van de realisatie).' })
  readonly realisedBy!: RealisationSource;

  @Field(() => String, { nullable: true, description: 'The law or agreement behind it (grondslag).' })
  readonly legalBasis!: string | null;

  @Field(() => String, { nullable: true, description: 'For a taakstelling, such as 2022-H2 (halfjaar).' })
  readonly halfYear!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Day of publication (bekendgemaakt op).' })
  readonly publishedOn!: CalendarDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was published thirteen weeks before (op tijd bekendgemaakt, art. 29 lid 1 onder a).',
  })
  readonly isPublishedInTime!: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Target whose backlog was carried over (achterstand uit).',
  })
  readonly backlogFrom!: TargetId | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the backlog comes from (bron van de achterstand).',
  })
  readonly backlogSource!: string | null;

  @Field(() => ApportionmentType, {
    nullable: true,
    description: 'How it was split; null when it was not (toedeling).',
  })
  readonly apportionment!: ApportionmentType | null;
}

export const TargetConnection = connectionType(TargetType, 'Target');
