import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar } from '@intekenboek/platform-nest';
import type { TerritoryCode } from '@intekenboek/reference-data-facts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** Other contexts add their fields with `@Resolver(() => ProvinceType)` and `@ResolveField`. */
@ObjectType('Province', { description: 'One of the twelve provinces (provincie).' })
export class ProvinceType {
  @Field(() => ID, {
    description:
      'Its code, PV20 to PV31 (provinciecode). Names collide with those of municipalities, codes do not.',
  })
  readonly code!: TerritoryCode;

  @Field(() => String, { description: 'Its name (naam).' })
  readonly name!: string;
}

/** Other contexts add their fields with `@Resolver(() => MunicipalityType)` and `@ResolveField`. */
@ObjectType('Municipality', { description: 'A municipality in its borders of the asked day (gemeente).' })
export class MunicipalityType {
  @Field(() => ID, { description: 'Its code, GM and four digits with their zeros (gemeentecode).' })
  readonly code!: TerritoryCode;

  @Field(() => String, { description: 'Its name; also readable after it has ended (naam).' })
  readonly name!: string;

  @Field(() => ID, { description: 'Code of its province (provinciecode).' })
  readonly provinceCode!: TerritoryCode;

  @Field(() => ProvinceType, { description: 'Its province (provincie).' })
  readonly province!: ProvinceType;

  @Field(() => CalendarDateScalar, {
    description: 'First day on which it exists; 2021-01-01 when it is older than that (bestaat vanaf).',
  })
  readonly validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last day on which it exists; null while it goes on (bestaat tot en met).',
  })
  readonly validUntil!: CalendarDate | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The municipality that it ended in by a merger; null while it goes on (opvolger na herindeling).',
  })
  readonly successorCode!: TerritoryCode | null;

  @Field(() => CalendarDateScalar, {
    description:
      'First day of the national borders in which it was asked for; they decide whose inhabitants are counted (indeling sinds).',
  })
  readonly bordersSince!: CalendarDate;
}

@ObjectType('PopulationPart', {
  description: 'A municipality of the day of the count, within later borders (samenstellend deel).',
})
export class PopulationPartType {
  @Field(() => ID, { description: 'Its code (gemeentecode).' })
  readonly code!: TerritoryCode;

  @Field(() => String, { description: 'Its name on the day of the count (naam).' })
  readonly name!: string;

  @Field(() => Int, { description: 'Persons who lived there on that day (inwoners).' })
  readonly inhabitants!: number;
}

@ObjectType('Population', {
  description: 'How many people live within the borders of a municipality (inwonertal).',
})
export class PopulationType {
  @Field(() => Int, { description: 'Persons (inwoners).' })
  readonly inhabitants!: number;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The day on which they were counted; null when no day is known (peildatum).',
  })
  readonly date!: CalendarDate | null;

  @Field(() => Boolean, {
    description:
      'False when no day is known: to show, not to compute a taakstelling with (bruikbaar ter controle).',
  })
  readonly isForChecks!: boolean;

  @Field(() => [PopulationPartType], {
    description:
      'What it was summed from, when the borders are younger than the count: Huisvestingswet 2014 art. 30 (samenstellende delen).',
  })
  readonly parts!: readonly PopulationPartType[];

  @Field(() => String, { description: 'Who published it (bron).' })
  readonly source!: string;
}
