import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { ProgressState, TargetId } from '@intekenboek/monitoring-domain';
import { CalendarDateScalar } from '@intekenboek/platform-nest';
import { MunicipalityType } from '@intekenboek/reference-data-graphql';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import { ProgressStateEnum } from './progress.enums';
import { CoverageFields, TargetProgressType } from './target-progress.types';

@ObjectType('MunicipalityProgress', {
  description:
    'A municipality on a day: what it must reach, what is promised, what is open (voortgang per gemeente).',
})
export class MunicipalityProgressType {
  @Field(() => MunicipalityType, { description: 'The municipality (gemeente).' })
  readonly municipality!: MunicipalityType;

  @Field(() => ID, { description: 'Its code (gemeentecode).' })
  readonly code!: string;

  @Field(() => String, { description: 'Its name (naam).' })
  readonly name!: string;

  @Field(() => ID, { description: 'Code of its province (provinciecode).' })
  readonly provinceCode!: string;

  @Field(() => Int, {
    description: 'Commitments in force about its territory, of those you may see (aantal afspraken).',
  })
  readonly commitments!: number;

  @Field(() => Int, {
    description: 'Cases that are open on the day about its targets and those commitments (open escalaties).',
  })
  readonly openEscalations!: number;

  @Field(() => [TargetProgressType], { description: 'Its targets, newest period first (opgaven).' })
  readonly targets!: readonly TargetProgressType[];
}

@ObjectType('StateCount', { description: 'How many stand so (aantal per stand).' })
export class StateCountType {
  @Field(() => ProgressStateEnum, { description: 'The state (stand).' })
  readonly state!: ProgressState;

  @Field(() => Int, { description: 'How many (aantal).' })
  readonly count!: number;
}

@ObjectType('TargetTotals', {
  description:
    'One target over several municipalities. It has no state of its own: a mean would hide those that lag (opgave, opgeteld).',
})
export class TargetTotalsType extends CoverageFields {
  @Field(() => ID, { description: 'The target (kenmerk).' })
  readonly targetId!: TargetId;

  @Field(() => String, { description: 'Its name (naam).' })
  readonly name!: string;

  @Field(() => String, { description: 'Code of the unit (eenheid).' })
  readonly unit!: string;

  @Field(() => String, { nullable: true, description: 'For a taakstelling, such as 2022-H2 (halfjaar).' })
  readonly halfYear!: string | null;

  @Field(() => Int, { description: 'Number of parts that were added up (aantal delen).' })
  readonly territories!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Sum of the parts. Of a taakstelling above the national number, by law. Null for shares, which do not add up (toedeling).',
  })
  readonly apportioned!: number | null;

  @Field(() => Float, { nullable: true, description: 'Sum of backlogs and advances (achterstand).' })
  readonly backlog!: number | null;

  @Field(() => Float, { nullable: true, description: 'Sum of what must be reached in the end (doel).' })
  readonly goal!: number | null;

  @Field(() => Float, { nullable: true, description: 'Sum of what is expected so far (verwacht).' })
  readonly expected!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Sum of what is known; null when a part is hidden (gerealiseerd).',
  })
  readonly realised!: number | null;

  @Field(() => [StateCountType], { description: 'How many parts stand how (standen).' })
  readonly states!: readonly StateCountType[];
}

@ObjectType('TerritoryProgress', {
  description:
    'A province or the country on a day, rolled up from its municipalities (voortgang per gebied).',
})
export class TerritoryProgressType {
  @Field(() => ID, { description: 'PV.. or NL (code).' })
  readonly code!: string;

  @Field(() => String, { description: 'Its name (naam).' })
  readonly name!: string;

  @Field(() => Int, { description: 'Number of municipalities (aantal gemeenten).' })
  readonly municipalities!: number;

  @Field(() => Int, { description: 'Commitments in force in them, of those you may see (aantal afspraken).' })
  readonly commitments!: number;

  @Field(() => Int, { description: 'Cases that are open in them (open escalaties).' })
  readonly openEscalations!: number;

  @Field(() => [TargetTotalsType], {
    description: 'Targets of its municipalities, added up (opgaven, opgeteld).',
  })
  readonly targets!: readonly TargetTotalsType[];
}

@ObjectType('NationProgress', { description: 'The country on a day (voortgang van het land).' })
export class NationProgressType {
  @Field(() => CalendarDateScalar, { description: 'The day (peildatum).' })
  readonly asOf!: CalendarDate;

  @Field(() => TerritoryProgressType, { description: 'All municipalities together (totaal).' })
  readonly totals!: TerritoryProgressType;

  @Field(() => [TerritoryProgressType], { description: 'The provinces, in order of code (provincies).' })
  readonly provinces!: readonly TerritoryProgressType[];

  @Field(() => [TargetProgressType], {
    description: 'Targets of the country itself that were not split (landelijke opgaven).',
  })
  readonly ownTargets!: readonly TargetProgressType[];

  @Field(() => [MunicipalityProgressType], {
    description: 'The municipalities, in order of code (gemeenten).',
  })
  readonly municipalities!: readonly MunicipalityProgressType[];
}
