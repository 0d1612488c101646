import type { ReportState } from '@intekenboek/agreements-read-model';
import type { CalendarDate, Instant } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, InstantScalar } from '@intekenboek/platform-nest';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import { ProgressReportStateEnum, ProgressStanceKindEnum, type StanceKind } from './agreement.enums';
import { AgreementPartyType } from './agreement.types';

@ObjectType('ProgressStance', { description: 'What a creditor said of a report (oordeel).' })
export class StanceType {
  @Field(() => AgreementPartyType, { description: 'Who said it (door wie).' })
  readonly party!: AgreementPartyType;

  @Field(() => ProgressStanceKindEnum, { description: 'What (oordeel).' })
  readonly kind!: StanceKind;

  @Field(() => String, {
    nullable: true,
    description: 'Why it disputes; hidden where a small count of persons could stand in it (redenen).',
  })
  readonly reasons!: string | null;

  @Field(() => InstantScalar, { description: 'When it happened in the world (moment van gebeuren).' })
  readonly effectiveAt!: Instant;

  @Field(() => InstantScalar, { description: 'When it was recorded (moment van vastleggen).' })
  readonly recordedAt!: Instant;
}

@ObjectType('ProgressReport', { description: 'What the debtor says was realised (voortgangsmelding).' })
export class ProgressReportType {
  @Field(() => ID, { description: 'Its id, chosen by the debtor (kenmerk).' })
  readonly id!: string;

  @Field(() => ProgressReportStateEnum, { description: 'What has become of it (stand).' })
  readonly state!: ReportState;

  @Field(() => Float, {
    nullable: true,
    description:
      'What came on top, or for a share its level on that day, in the unit; null when hidden (aantal).',
  })
  readonly amount!: number | null;

  @Field(() => Boolean, {
    description: 'A count of fewer than ten persons, hidden from all but the parties (onderdrukt).',
  })
  readonly isSuppressed!: boolean;

  @Field(() => CalendarDateScalar, { description: 'When it was realised (gerealiseerd op).' })
  readonly realisedOn!: CalendarDate;

  @Field(() => String, { nullable: true, description: 'Where it can be looked up (bewijsstuk).' })
  readonly evidence!: string | null;

  @Field(() => ID, { nullable: true, description: 'The earlier report in whose place it came (corrigeert).' })
  readonly correctsReportId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was corrected (reden van correctie).' })
  readonly correctionReason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The later report in its place (gecorrigeerd door).' })
  readonly correctedBy!: string | null;

  @Field(() => [StanceType], { description: 'All that creditors said of it, oldest first (oordelen).' })
  readonly stances!: readonly StanceType[];

  @Field(() => InstantScalar, { description: 'When it happened in the world (moment van gebeuren).' })
  readonly effectiveAt!: Instant;

  @Field(() => InstantScalar, { description: 'When it was recorded (moment van vastleggen).' })
  readonly recordedAt!: Instant;
}

@ObjectType('CommitmentProgress', {
  description:
    'What was reached on a commitment: the sum of its reports, for a share the last level (voortgang). Counts of persons are rounded to five for all but the parties.',
})
export class CommitmentProgressType {
  @Field(() => Int, { description: 'Reports that stand; none is not the same as nought (aantal meldingen).' })
  readonly reportCount!: number;

  @Field(() => Float, { nullable: true, description: 'Null without reports and when hidden (gerealiseerd).' })
  readonly realised!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of that, confirmed by a creditor (bevestigd).' })
  readonly confirmed!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of that, disputed by a creditor (betwist).' })
  readonly disputed!: number | null;

  @Field(() => Boolean, {
    description: 'A part of it is a small count of persons, so that the sum is hidden too (onderdrukt).',
  })
  readonly isSuppressed!: boolean;

  @Field(() => [ProgressReportType], {
    description: 'Every report ever made, oldest first; nothing is deleted (meldingen).',
  })
  readonly reports!: readonly ProgressReportType[];
}
