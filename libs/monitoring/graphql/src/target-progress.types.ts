import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { TargetId } from '@intekenboek/monitoring-domain';
import { CalendarDateScalar } from '@intekenboek/platform-nest';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import { VerdictType } from './verdict.types';

/** What commitments contribute. Shared by a part of a target and by totals. */
@ObjectType({ isAbstract: true })
export abstract class CoverageFields {
  @Field(() => Int, {
    description: 'Commitments in force that count to it, of those you may see (aantal afspraken).',
  })
  readonly commitments!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'What they promise together; null when hidden (toegezegd).',
  })
  readonly committed!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The part of it that waits for nobody (toegezegd, voorwaarden vervuld).',
  })
  readonly conditionsMet!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The part of it that waits for another party (toegezegd, voorwaarde staat open).',
  })
  readonly conditionsOpen!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What these commitments realised (gerealiseerd uit afspraken).',
  })
  readonly realisedByCommitments!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'What they will have realised at their pace; what nothing is known of yet counts as promised (verwacht uit afspraken).',
  })
  readonly forecastByCommitments!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What is asked and nobody promised: the remainder with nobody’s name on it (niet gedekt).',
  })
  readonly uncovered!: number | null;

  @Field(() => Boolean, {
    description: 'Numbers of persons from commitments were hidden or rounded for you (onderdrukt).',
  })
  readonly isSuppressed!: boolean;
}

@ObjectType('TargetProgress', {
  description: 'The part of a target that falls to a territory, on a day (voortgang van een opgave).',
})
export class TargetProgressType extends CoverageFields {
  @Field(() => ID, { description: 'The target; see `target(id)` for how it was split (kenmerk).' })
  readonly targetId!: TargetId;

  @Field(() => String, { description: 'Its name (naam).' })
  readonly name!: string;

  @Field(() => String, { description: 'Code of the result kind (soort resultaat).' })
  readonly resultKind!: string;

  @Field(() => String, { description: 'Code of the unit: a taakstelling counts persons (eenheid).' })
  readonly unit!: string;

  @Field(() => String, { nullable: true, description: 'For a taakstelling, such as 2022-H2 (halfjaar).' })
  readonly halfYear!: string | null;

  @Field(() => Boolean, {
    description: 'Statutory: the province supervises, and the register only proposes (wettelijke taak).',
  })
  readonly isStatutory!: boolean;

  @Field(() => CalendarDateScalar, { description: 'First day of its period (van).' })
  readonly from!: CalendarDate;

  @Field(() => CalendarDateScalar, { description: 'Last day of its period (tot en met).' })
  readonly until!: CalendarDate;

  @Field(() => ID, {
    description: 'Whose part it is; of a municipality that merged since, the old one (gebied).',
  })
  readonly territory!: string;

  @Field(() => String, { description: 'The name of that territory (naam van het gebied).' })
  readonly territoryName!: string;

  @Field(() => Float, { description: 'The apportioned number, as it held on the day (toedeling).' })
  readonly apportioned!: number;

  @Field(() => Float, {
    description:
      'Left undone before, beside the number and never in it; negative is an advance (achterstand).',
  })
  readonly backlog!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'As in the verdict: what counts as reached; null when hidden or not known (gerealiseerd).',
  })
  readonly realised!: number | null;

  @Field(() => VerdictType, { description: 'The judgement of the day (oordeel).' })
  readonly verdict!: VerdictType;
}
