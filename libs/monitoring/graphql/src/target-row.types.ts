import type { ProgressState } from '@intekenboek/monitoring-domain';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import { ProgressStateEnum } from './progress.enums';
import { VerdictType } from './verdict.types';

/** Flat on purpose: a table or a map of the whole country is asked often and must be cheap. */
@ObjectType('TargetRow', {
  description: 'One target in one municipality on a day, for a table or a map (regel van het overzicht).',
})
export class TargetRowType {
  @Field(() => ID, { description: 'Code of the municipality (gemeentecode).' })
  readonly code!: string;

  @Field(() => String, { description: 'Its name (naam).' })
  readonly name!: string;

  @Field(() => ID, { description: 'Code of its province (provinciecode).' })
  readonly provinceCode!: string;

  @Field(() => Float, { description: 'The apportioned number, as it held on the day (toedeling).' })
  readonly apportioned!: number;

  @Field(() => Float, { description: 'Beside the number; negative is an advance (achterstand).' })
  readonly backlog!: number;

  @Field(() => Float, { description: 'What the path expects so far (verwacht).' })
  readonly expected!: number;

  @Field(() => Float, { nullable: true, description: 'Null when hidden or not known (gerealiseerd).' })
  readonly realised!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Promised in commitments that you may see (toegezegd).',
  })
  readonly committed!: number | null;

  @Field(() => Float, { nullable: true, description: 'Asked, and promised by nobody (niet gedekt).' })
  readonly uncovered!: number | null;

  @Field(() => ProgressStateEnum, { description: 'How it stands; the verdict explains it (stand).' })
  readonly state!: ProgressState;

  @Field(() => Int, { description: 'Cases that are open in the municipality (open escalaties).' })
  readonly openEscalations!: number;

  @Field(() => VerdictType, { description: 'The judgement of the day, with its explanation (oordeel).' })
  readonly verdict!: VerdictType;
}
