import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { Explanation, Forecast, ProgressState } from '@intekenboek/monitoring-domain';
import type { AttributionView, VerdictView, WaitsForView } from '@intekenboek/monitoring-read-model';
import { CalendarDateScalar } from '@intekenboek/platform-nest';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

import { ProgressStateEnum } from './progress.enums';
import { CommitmentReferenceType, ProgressPartyType } from './progress-party.types';

@ObjectType('VerdictExplanation', {
  description: 'The sentence that always stands beside a state, with its numbers and days (uitleg).',
})
export class ExplanationType implements Explanation {
  @Field(() => String, { description: 'In Dutch (in het Nederlands).' })
  readonly nl!: string;

  @Field(() => String, { description: 'In English (in het Engels).' })
  readonly en!: string;
}

@ObjectType('Forecast', {
  description:
    'What will be realised on the last day if things go on as they did: realised so far, plus what is still to be expected times the pace (verwachting).',
})
export class ForecastType implements Forecast {
  @Field(() => Float, { description: 'The lower of the two paces (laag).' })
  readonly low!: number;

  @Field(() => Float, {
    description: 'By the pace since the start; it decides between on track and at risk (midden).',
  })
  readonly mid!: number;

  @Field(() => Float, {
    description: 'The higher of the two paces: since the start, or of the last half-year (hoog).',
  })
  readonly high!: number;
}

@ObjectType('Attribution', {
  description: 'Whose delay it is: the root of the chain of conditions (toerekening).',
})
export class AttributionType implements AttributionView {
  @Field(() => ProgressPartyType, { description: 'The party at the root (veroorzaker).' })
  readonly party!: ProgressPartyType;

  @Field(() => CommitmentReferenceType, {
    description: 'What that party has not delivered, or delivered late (oorzaak).',
  })
  readonly commitment!: CommitmentReferenceType;

  @Field(() => [CommitmentReferenceType], {
    description: 'From the judged commitment to the root, each waiting for the next (keten).',
  })
  readonly chain!: readonly CommitmentReferenceType[];
}

@ObjectType('WaitsFor', { description: 'What a commitment waits for (voorwaarde die nog openstaat).' })
export class WaitsForType implements WaitsForView {
  @Field(() => CommitmentReferenceType, {
    description: 'What another party must deliver first (voorwaarde).',
  })
  readonly commitment!: CommitmentReferenceType;

  @Field(() => CalendarDateScalar, { description: 'The day by which it is needed (nodig op).' })
  readonly neededBy!: CalendarDate;
}

@ObjectType('Verdict', {
  description:
    'A judgement on a day, from what had happened by that day, with all that is needed to make it again (oordeel over de voortgang).',
})
export class VerdictType implements VerdictView {
  @Field(() => CalendarDateScalar, { description: 'The judged day (peildatum).' })
  readonly asOf!: CalendarDate;

  @Field(() => ProgressStateEnum, { description: 'How it stands; read the explanation beside it (stand).' })
  readonly state!: ProgressState;

  @Field(() => Boolean, { description: 'False for an effort, which is never judged (meetbaar).' })
  readonly isMeasurable!: boolean;

  @Field(() => Boolean, {
    description: 'True when `goal` is a maximum that must not be exceeded (bovengrens).',
  })
  readonly isCap!: boolean;

  @Field(() => String, { description: 'Code of the unit of all numbers (eenheid).' })
  readonly unit!: string;

  @Field(() => Float, {
    description: 'What must be reached in the end; of a taakstelling with its backlog (doel).',
  })
  readonly goal!: number;

  @Field(() => Float, { description: 'What the path expects on `expectedOn` (verwacht op die dag).' })
  readonly expected!: number;

  @Field(() => CalendarDateScalar, {
    description:
      'The judged day; of what an authority records the day of its last figures, because these come late (dag van de verwachting).',
  })
  readonly expectedOn!: CalendarDate;

  @Field(() => Float, {
    nullable: true,
    description: 'Reported or recorded and not disputed; null when hidden or not known (gerealiseerd).',
  })
  readonly realised!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The part of it that those to whom it is owed have confirmed (bevestigd).',
  })
  readonly confirmed!: number | null;

  @Field(() => Float, { nullable: true, description: 'Disputed, and not counted while it is (betwist).' })
  readonly disputed!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'realised / expected; null when nothing is expected yet, or hidden (verhouding).',
  })
  readonly ratio!: number | null;

  @Field(() => Boolean, {
    description: 'Numbers of persons were hidden or rounded for you: hidden is never nought (onderdrukt).',
  })
  readonly isSuppressed!: boolean;

  @Field(() => ForecastType, {
    nullable: true,
    description: 'Null when there is no pace to go by (verwachting).',
  })
  readonly forecast!: ForecastType | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The last day that figures are of (laatste cijfers).',
  })
  readonly lastReportOn!: CalendarDate | null;

  @Field(() => Int, { nullable: true, description: 'Days since then (ouderdom van de cijfers).' })
  readonly dataAgeDays!: number | null;

  @Field(() => CalendarDateScalar, { description: 'The last day, moved by delays of others (laatste dag).' })
  readonly deadline!: CalendarDate;

  @Field(() => Int, { description: 'Days by which late deliveries of others moved the path (verschuiving).' })
  readonly shiftedDays!: number;

  @Field(() => AttributionType, { nullable: true, description: 'Whose delay moved it (verschoven door).' })
  readonly shiftedBecauseOf!: AttributionType | null;

  @Field(() => AttributionType, {
    nullable: true,
    description: 'Who holds it up, when it is BLOCKED (opgehouden door).',
  })
  readonly attribution!: AttributionType | null;

  @Field(() => WaitsForType, { nullable: true, description: 'What it waits for, when it does (wacht op).' })
  readonly waitsFor!: WaitsForType | null;

  @Field(() => ExplanationType, { description: 'Why the state is what it is, for you to read (uitleg).' })
  readonly explanation!: ExplanationType;

  @Field(() => String, { description: 'Version of the thresholds that judged (versie van de regel).' })
  readonly ruleVersion!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'All inputs as JSON, from which anyone can make the verdict again; null when some of it is hidden from you (invoer).',
  })
  readonly inputs!: string | null;
}
